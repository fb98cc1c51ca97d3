import { CsvError, parse } from "csv-parse/sync";
import type { FileProblem } from "../../domain/timetable-file.ts";
import { syntaxProblem } from "./notation.ts";

/** One row that is not empty, and the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of trimmed cells: separated by comma or semicolon, as the header has it; quoted as in RFC 4180. */
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
  } as const;
  try {
    // With `info` the parser answers more than its types say.
    return { records: numbered(parse(lines, options) as unknown as readonly InfoRecord[]) };
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

function numbered(parsed: readonly InfoRecord[]): readonly CsvRecord[] {
  const starts = parsed.map((_, index) => (parsed[index - 1]?.info.lines ?? 0) + 1);
  return parsed
    .map(({ record }, index) => ({ line: starts[index] ?? 1, cells: record }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

function delimiterOf(text: string): "," | ";" {
  const header = text.slice(0, 1000).trimStart().split("\n", 1)[0] ?? "";
  return header.split(";").length > header.split(",").length ? ";" : ",";
}
