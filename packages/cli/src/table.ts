/** The cells of one line of a table. */
export type Row = readonly string[];

export interface TableStyle {
  /** Characters a line may have; null: as many as it takes. */
  readonly width: number | null;
  readonly head?: Row;
  /** The terminal understands bold. */
  readonly colour?: boolean;
}

const GAP = "  ";
/** A column is not made narrower than this: less says nothing. */
const NARROWEST = 8;

/** Text in columns, each line ended. Where the terminal is too narrow the widest columns give way first. */
export function columnsOf(rows: readonly Row[], { width, head, colour = false }: TableStyle): string {
  const all = head ? [head, ...rows] : rows;
  const widths = fitted(widestOf(all), width);
  return all
    .map((row, index) => {
      const line = row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join(GAP)
        .trimEnd();
      return `${head && colour && index === 0 ? `\u001B[1m${line}\u001B[22m` : line}\n`;
    })
    .join("");
}

function widestOf(rows: readonly Row[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell));
    }
  }
  return widths;
}

/** Takes from the widest column, letter by letter, until the line fits. */
function fitted(widths: readonly number[], width: number | null): readonly number[] {
  if (width === null) return widths;
  const narrowed = [...widths];
  const room = width - GAP.length * (widths.length - 1);
  for (let excess = widths.reduce((sum, one) => sum + one, 0) - room; excess > 0; excess--) {
    const widest = Math.max(...narrowed);
    if (widest <= NARROWEST) break;
    narrowed[narrowed.indexOf(widest)] = widest - 1;
  }
  return narrowed;
}

function padded(cell: string, width: number): string {
  const length = widthOf(cell);
  return length <= width ? cell + " ".repeat(width - length) : `${[...cell].slice(0, width - 1).join("")}…`;
}

/** Letters with their accents count once. */
const widthOf = (text: string) => [...text.normalize("NFC").replace(/\p{M}/gu, "")].length;
