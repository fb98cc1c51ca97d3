import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { Sheet } from "./agenda-sheet.ts";
import { withFonts } from "./pdf-fonts.ts";

const MARGIN = 40;
const SIZE = 9;

/**
 * The sheet for the counter, on A4 lying on its side; a new page for what does not fit, with the day and the columns
 * again. Letters of the whole Latin alphabet are in the embedded font.
 */
export async function sheetPdf(
  { head, days }: Sheet,
  { title, none, made }: { readonly title: string; readonly none: string; readonly made: string },
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: MARGIN,
    info: { Title: title },
  });
  const whole = buffer(document);
  withFonts(document);
  const width = document.page.width - 2 * MARGIN;
  const bottom = document.page.height - MARGIN - SIZE;
  document.font("bold").fontSize(15).text(title);
  document.font("plain").fontSize(SIZE).text(made).moveDown();
  if (days.length === 0) document.fontSize(11).text(none);

  const widths = columnWidths([head, ...days.flatMap((day) => day.rows)], width, (text) =>
    document.font("bold").fontSize(SIZE).widthOfString(text),
  );
  const line = (cells: readonly string[], font: "plain" | "bold") => {
    document.font(font).fontSize(SIZE);
    const heights = cells.map((cell, column) =>
      document.heightOfString(cell, { width: widths[column] ?? 0 }),
    );
    const height = Math.max(...heights);
    const y = document.y;
    let x = MARGIN;
    for (const [column, cell] of cells.entries()) {
      document.text(cell, x, y, { width: (widths[column] ?? 0) - 6 });
      x += widths[column] ?? 0;
    }
    document.x = MARGIN;
    document.y = y + height + 3;
    document
      .moveTo(MARGIN, document.y - 1)
      .lineTo(MARGIN + width, document.y - 1)
      .lineWidth(0.3)
      .stroke("#999999");
    document.fillColor("black");
    document.y += 2;
  };
  const heading = (day: string) => {
    document.font("bold").fontSize(12).text(day, MARGIN).moveDown(0.3);
    line(head, "bold");
  };
  for (const { title: day, rows } of days) {
    if (document.y + 5 * SIZE > bottom) document.addPage();
    heading(day);
    for (const row of rows) {
      document.font("plain").fontSize(SIZE);
      const tallest = Math.max(
        ...row.map((cell, at) => document.heightOfString(cell, { width: (widths[at] ?? 0) - 6 })),
      );
      if (document.y + tallest > bottom) {
        document.addPage();
        heading(day);
      }
      line(row, "plain");
    }
    document.moveDown();
  }
  document.end();
  return whole;
}

/** Each column as wide as its widest cell; the last takes what is left, and wraps. */
function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  measure: (text: string) => number,
): readonly number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const natural = Array.from({ length: columns }, (_, column) =>
    Math.min(Math.max(...rows.map((row) => measure(row[column] ?? ""))) + 12, width / 4),
  );
  const last = natural.length - 1;
  const taken = natural.slice(0, last).reduce((sum, one) => sum + one, 0);
  const scale = Math.min(1, (width * 0.75) / taken);
  const narrowed = natural.slice(0, last).map((one) => one * scale);
  return [...narrowed, width - narrowed.reduce((sum, one) => sum + one, 0)];
}
