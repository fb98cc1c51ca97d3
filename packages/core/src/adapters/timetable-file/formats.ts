import type { Office } from "../../domain/office.ts";
import type { TimetableFile } from "../../domain/timetable-file.ts";

export const TIMETABLE_FORMATS = ["yaml", "json", "csv", "ics"] as const;
export type TimetableFormat = (typeof TIMETABLE_FORMATS)[number];

/** The notation a text is most likely in; YAML when nothing says otherwise. */
export function formatOf(text: string): TimetableFormat {
  const start = text.slice(0, 2000).trimStart();
  if (/^BEGIN:VCALENDAR/i.test(start)) return "ics";
  if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(start)) return "json";
  const header = (start.split(/[\r\n]/, 1)[0] ?? "")
    .split(/[,;\t]/)
    .map((cell) => cell.replaceAll('"', "").trim());
  return header.length > 1 && header.includes("office_id") ? "csv" : "yaml";
}

/** Fields of the offices, and whether the town itself, that a notation has no room for. */
export function leftOut(
  { municipality, offices }: TimetableFile,
  format: TimetableFormat,
): readonly string[] {
  const room: readonly string[] | null = ROOM[format] ?? null;
  if (!room) return [];
  const fields = new Set(offices.flatMap((office) => Object.keys(office)));
  return [
    ...(municipality ? ["municipality"] : []),
    ...[...fields].filter((field) => !room.includes(field)).sort(),
  ];
}

const ROOM: Partial<Record<TimetableFormat, readonly (keyof Office)[]>> = {
  csv: ["id", "name", "unit", "email", "place", "hours"],
  ics: ["id", "name", "timezone", "hours", "openings", "closures"],
};
