import type { Office } from "../../domain/office.ts";
import type { FileProblem } from "../../domain/timetable-file.ts";
import { shown, type TreePath } from "../../domain/tree-reader.ts";

/** A timetable file read in its own notation: the tree it stands for, and where in the text each value is. */
export interface Notation {
  readonly tree: unknown;
  /** See {@link TimetableFile.fields}. */
  readonly fields?: readonly (keyof Office)[];
  /** What is wrong with the notation itself. */
  readonly problems: readonly FileProblem[];
  /** False when the text is so broken that its tree means nothing. */
  readonly readable: boolean;
  locate(path: TreePath, part: "key" | "value"): Located;
}

export interface Located {
  readonly line: number | null;
  readonly column: number | null;
  /** The scalar as written, when that differs from its value: `079` is not 79. */
  readonly source?: string;
}

/** What can be said about a syntax error, besides where it is. */
export type SyntaxHint =
  | "json"
  | "yaml"
  | "csv"
  | "ics"
  | "tab"
  | "indent"
  | "quote"
  | "alias"
  | "nesting"
  | "size"
  | "documents";

/** Of a file with thousands of syntax errors the first ones are of use. */
export const SYNTAX_PROBLEMS_MAX = 50;

export function syntaxProblem(at: Located, value: string, hint: SyntaxHint): FileProblem {
  return { line: at.line, column: at.column, path: "", code: "syntax", value: shown(value), expected: hint };
}

/** An unreadable text, and why. */
export function unreadable(problems: readonly FileProblem[]): Notation {
  return { tree: undefined, problems, readable: false, locate: () => ({ line: null, column: null }) };
}

/** `offices[0].hours[1].slot`. */
export function pathText(path: TreePath): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join("");
}

/** Turns offsets of a text into lines and columns, both from 1. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The whole line an offset is on. */
  textAt(offset: number): string {
    const { line } = this.at(offset);
    return this.#text.slice(this.#starts[line - 1], this.#starts[line] ?? this.#text.length);
  }
}
