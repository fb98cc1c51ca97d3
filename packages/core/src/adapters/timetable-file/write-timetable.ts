import type { Office, OpeningRule } from "../../domain/office.ts";
import { checkTimetable } from "../../domain/timetable-check.ts";
import type { TimetableFile } from "../../domain/timetable-file.ts";
import { CSV_COLUMNS } from "./csv-columns.ts";
import type { TimetableFormat } from "./formats.ts";

/**
 * A timetable as text that `parseTimetable` reads back to the same file; the same file gives the same bytes. CSV has
 * columns for offices and their weekly rules only: services, closures and the rest are not in it.
 */
export async function writeTimetable(file: TimetableFile, format: TimetableFormat): Promise<string> {
  const checked = checkTimetable(file);
  if (!checked.ok) throw new Error("a timetable that could not be read back", { cause: checked.problems[0] });
  switch (format) {
    case "yaml":
      return (await import("./yaml-text.ts")).yamlText(checked.file);
    case "json":
      return `${JSON.stringify(checked.file, null, 2)}\n`;
    case "csv":
      return csvText(checked.file.offices);
    case "ics":
      return (await import("./ics-text.ts")).icsText(
        checked.file.offices,
        checked.file.municipality?.timezone ?? "Europe/Rome",
      );
  }
}

function csvText(offices: readonly Office[]): string {
  const batched = offices.some(({ hours }) => hours?.some(({ release }) => release));
  const rows = offices.flatMap((office) =>
    (office.hours?.length ? office.hours : [undefined]).map((rule) =>
      row(office, rule)
        .slice(0, batched ? undefined : CSV_COLUMNS.length)
        .join(","),
    ),
  );
  const header = batched ? [...CSV_COLUMNS, "release"] : CSV_COLUMNS;
  return [header.join(","), ...rows, ""].join("\r\n");
}

function row(office: Office, rule?: OpeningRule): string[] {
  const { id, name, unit, email, place } = office;
  const { days, from, to, slot, modes, desks, valid_from, valid_until, release } = rule ?? {};
  const cells = [
    id,
    name,
    unit,
    email,
    place,
    days?.join(" "),
    from,
    to,
    slot,
    modes?.join(" "),
    desks,
    valid_from,
    valid_until,
    release && `${release.days} ${release.at}`,
  ];
  return cells.map((cell) => quoted(String(cell ?? "")));
}

/** RFC 4180 section 2. */
function quoted(cell: string): string {
  return /[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
