import { checkTimetable } from "../../domain/timetable-check.ts";
import type { FileProblem, TimetableFile } from "../../domain/timetable-file.ts";
import { shown, type TreeProblem } from "../../domain/tree-reader.ts";
import { expandHours } from "./expand-hours.ts";
import { formatOf, type TimetableFormat } from "./formats.ts";
import type { CalendarTerms } from "./ics.ts";
import { type Notation, pathText, syntaxProblem, unreadable } from "./notation.ts";

export type ParsedTimetable =
  | { readonly ok: true; readonly file: TimetableFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A timetable of 2,000 offices stays far below; what is above is not one. In characters. */
const SIZE_MAX = 8 * 1024 * 1024;

/**
 * Reads a timetable file in any of its notations, guessed from the content when not given. All problems are told at
 * once, in the order of the file, each with line and column. Throws on no input; bytes are UTF-8, UTF-16 with a byte
 * order mark, or else what old spreadsheets write (Windows-1252).
 */
export async function parseTimetable(
  input: string | Uint8Array,
  options: { readonly format?: TimetableFormat; readonly calendar?: CalendarTerms } = {},
): Promise<ParsedTimetable> {
  const text = (typeof input === "string" ? input : decoded(input)).replace(/^\uFEFF/, "");
  const notation = await read(text, options.format ?? formatOf(text), options.calendar);
  const expanded = notation.readable ? await expandHours(notation.tree) : null;
  const check = expanded && checkTimetable(expanded.tree);
  const told = expanded?.problems ?? [];
  if (check?.ok && notation.problems.length === 0 && told.length === 0) {
    return { ok: true, file: { ...check.file, ...(notation.fields ? { fields: notation.fields } : {}) } };
  }
  const wrong = check && !check.ok ? check.problems : [];
  const found = [
    ...told.map((problem) => placed(problem, notation)),
    ...distinctPlaces(
      wrong.map((problem) => placed({ ...problem, path: expanded?.origin(problem.path) ?? [] }, notation)),
    ),
  ];
  return { ok: false, problems: [...notation.problems, ...found].sort(byPlace) };
}

/** Readers are loaded when a file is to be read: the YAML parser alone takes longer than most commands. */
async function read(text: string, format: TimetableFormat, calendar?: CalendarTerms): Promise<Notation> {
  if (text.length > SIZE_MAX) return unreadable([syntaxProblem({ line: 1, column: 1 }, "", "size")]);
  switch (format) {
    case "yaml":
      return (await import("./yaml.ts")).readYaml(text);
    case "json":
      return (await import("./json.ts")).readJson(text);
    case "csv":
      return (await import("./csv.ts")).readCsv(text);
    case "ics":
      return (await import("./ics.ts")).readIcs(text, calendar);
  }
}

function placed(problem: TreeProblem, notation: Notation): FileProblem {
  const { path, part, code, value, expected } = problem;
  const { line, column, source } = notation.locate(path, part);
  const told = {
    line,
    column,
    path: pathText(path),
    code,
    value: source === undefined ? value : shown(source),
  };
  return expected === undefined ? told : { ...told, expected };
}

/** Several rules that one value stands for have the same faults. */
function distinctPlaces(problems: readonly FileProblem[]): readonly FileProblem[] {
  const known = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...known.values()];
}

function byPlace(a: FileProblem, b: FileProblem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
