/** The cells of one line of a table. */
export type Row = readonly string[];

export interface TableStyle {
  /** Characters a line may have; null: as many as it takes. */
  readonly width: number | null;
  readonly head?: Row;
  /** The terminal understands bold. */
  readonly colour?: boolean;
  /** A column, counted from 0, that is left out where words would have to be broken to make room for it. */
  readonly spare?: number;
  /** Lines a cell may take before it is cut off; 4 where absent. */
  readonly lines?: number;
}

/** A table as text: its head and its rows, each of one line or, where the terminal is narrow, of several. */
export interface Table {
  readonly head: string | null;
  readonly rows: readonly string[];
}

const GAP = "  ";
/** After one a word may go on in the next line. */
const HYPHEN = /(?<=-)/;
/** A column is not made narrower than this: less says nothing. */
const NARROWEST = 8;
/** Words up to this long are kept whole as long as any other column can give way: ids and codes are to be copied. */
const LONG_WORD = 40;
const SHORT_WORD = 11;
const LINES = 4;

/** Text in columns, each line ended. Where the terminal is too narrow cells go on in the next line. */
export function columnsOf(rows: readonly Row[], style: TableStyle): string {
  const table = tableOf(rows, style);
  return [...(table.head === null ? [] : [table.head]), ...table.rows].map((text) => `${text}\n`).join("");
}

/** The same, for whoever has something to put between the rows. */
export function tableOf(rows: readonly Row[], style: TableStyle): Table {
  const { width, head, colour = false, spare, lines = LINES } = style;
  const all = head ? [head, ...rows] : rows;
  const widths = widestOf(all, widthOf);
  if (width !== null) {
    const words = widestOf(all, longestWord).map((one) => Math.min(one, LONG_WORD));
    if (spare !== undefined && sum(words) + gaps(words) > width) {
      const without = (row: Row) => row.filter((_, column) => column !== spare);
      const { spare: _, head: __, ...rest } = style;
      return tableOf(rows.map(without), { ...rest, ...(head && { head: without(head) }) });
    }
    const room = width - gaps(widths);
    const least = [words, widestOf(all, longestPart), widths.map(() => NARROWEST)];
    for (const widest of least) narrow(widths, widest, room);
  }
  const text = (row: Row) => linesOf(row, widths, lines).join("\n");
  const first = head ? text(head) : null;
  return {
    head: first !== null && colour ? `\u001B[1m${first}\u001B[22m` : first,
    rows: rows.map(text),
  };
}

/** A table whose rows stand under titles: a title for each row, those of one title next to each other. */
export function groupedText(titles: readonly string[], { head, rows }: Table, colour: boolean): string {
  const bold = (text: string) => (colour ? `\u001B[1m${text}\u001B[22m` : text);
  return rows
    .map((row, index) => {
      const title = titles[index] ?? "";
      if (title === titles[index - 1]) return `${row}\n`;
      return `${index === 0 ? "" : "\n"}${bold(title)}\n${head === null ? "" : `${head}\n`}${row}\n`;
    })
    .join("");
}

const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0);
const gaps = (widths: readonly number[]) => GAP.length * (widths.length - 1);

function widestOf(rows: readonly Row[], measure: (cell: string) => number): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, measure(cell));
    }
  }
  return widths;
}

/** Takes from the widest column that is wider than its least, letter by letter, until the line fits. */
function narrow(widths: number[], least: readonly number[], room: number): void {
  for (let excess = sum(widths) - room; excess > 0; excess--) {
    const spare = widths.map((width, column) => (width > (least[column] ?? 0) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) return;
    widths[spare.indexOf(widest)] = widest - 1;
  }
}

function linesOf(row: Row, widths: readonly number[], most: number): readonly string[] {
  const cells = row.map((cell, column) => wrapped(cell, widths[column] ?? 0, most));
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((_, column) => padded(cells[column]?.[line] ?? "", widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

/** The cell in lines of this width, broken between words where that can be. */
function wrapped(cell: string, width: number, most: number): readonly string[] {
  if (widthOf(cell) <= width) return [cell];
  const lines: string[] = [];
  let line = "";
  const fits = (text: string) => widthOf(text) <= width;
  for (const word of cell.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const part of word.split(HYPHEN)) {
      if (line !== "" && !fits(line + part)) {
        lines.push(line);
        line = "";
      }
      for (const letter of part) {
        if (!fits(line + letter)) {
          lines.push(line);
          line = "";
        }
        line += letter;
      }
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? "")];
  while (!fits(`${last.join("")}…`)) last.pop();
  return [...lines.slice(0, most - 1), `${last.join("")}…`];
}

function padded(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - widthOf(cell)));
}

function longestWord(cell: string): number {
  return cell.includes(" ") ? Math.max(...cell.split(" ").map(widthOf)) : widthOf(cell);
}

/** The same where ids go on behind a hyphen; times and codes, which are short, stay whole. */
function longestPart(cell: string): number {
  const words = cell.split(" ").flatMap((word) => (word.length > SHORT_WORD ? word.split(HYPHEN) : [word]));
  return Math.max(...words.map(widthOf));
}

/** Letters with their accents count once, those of the Far East and pictures twice, as terminals show them. */
function widthOf(text: string): number {
  // Most cells are of ASCII alone, and need not be looked at letter by letter.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const letter of text.normalize("NFC").replace(/\p{M}|\u200d|\ufe0f/gu, ""))
    width += WIDE.test(letter) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
