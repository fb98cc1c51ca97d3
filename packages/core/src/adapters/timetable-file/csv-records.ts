import { CsvError, parse } from "csv-parse/sync";
import type { FileProblem } from "../../domain/timetable-file.ts";
import { syntaxProblem } from "./notation.ts";

/** One row that is not empty, and the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where the cell of that number begins; where the row ends when it has no such cell. */
  spot(index: number): { readonly line: number; readonly column: number };
}

/** Rows of trimmed cells: separated by comma, semicolon or tab, as the header has it; quoted as in RFC 4180. */
export function csvRecords(text: string): {
  readonly records: readonly CsvRecord[];
  readonly fault?: FileProblem;
} {
  // The parser would count the two characters of a CRLF as two lines.
  const lines = text.replace(/\r\n?/g, "\n");
  const options = {
    delimiter: delimiterOf(lines),
    info: true,
    relax_column_count: true,
    trim: true,
  };
  try {
    // With `info` the parser answers more than its types say.
    const parsed = parse(lines, options) as unknown as readonly InfoRecord[];
    return { records: numbered(parsed, lines.split("\n"), options.delimiter) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines) || 1;
    const hint = /QUOTE/.test(error.code) ? "quote" : "csv";
    return {
      records: [],
      fault: syntaxProblem({ line, column: null }, lines.split("\n")[line - 1] ?? "", hint),
    };
  }
}

interface InfoRecord {
  readonly record: readonly string[];
  /** Lines read when the row had ended: more than one for a quoted cell with line breaks. */
  readonly info: { readonly lines: number };
}

function numbered(
  parsed: readonly InfoRecord[],
  lines: readonly string[],
  delimiter: string,
): readonly CsvRecord[] {
  const starts = parsed.map((_, index) => (parsed[index - 1]?.info.lines ?? 0) + 1);
  return parsed
    .map(({ record }, index): CsvRecord => {
      const line = starts[index] ?? 1;
      return { line, cells: record, spot: (cell) => spotOf(lines, line, cell, delimiter) };
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** Only asked for when something is wrong. */
function spotOf(
  lines: readonly string[],
  start: number,
  index: number,
  delimiter: string,
): { readonly line: number; readonly column: number } {
  let line = start;
  let at = 0;
  let isQuoted = false;
  for (let cell = 0; cell < index; at++) {
    const sign = lines[line - 1]?.[at];
    if (sign === undefined) {
      if (!isQuoted || line >= lines.length) break;
      line++;
      at = -1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === delimiter && !isQuoted) cell++;
  }
  const rest = lines[line - 1]?.slice(at) ?? "";
  return { line, column: at + 1 + (/^ */.exec(rest)?.[0].length ?? 0) };
}

/** The one that the header has most of: spreadsheets of half the world separate by semicolons, some by tabs. */
function delimiterOf(text: string): string {
  const header = text.slice(0, 1000).trimStart().split("\n", 1)[0] ?? "";
  const [most = ","] = [",", ";", "\t"].sort((a, b) => header.split(b).length - header.split(a).length);
  return most;
}
