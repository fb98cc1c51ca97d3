import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { encode } from "uqr";
import { withFonts } from "./pdf-fonts.ts";

/** One notice: everything on it, as it is to be read. */
export interface Poster {
  readonly town: string;
  readonly title: string;
  readonly office: string;
  /** Unit, place, phone: as far as they are known. */
  readonly details: readonly string[];
  /** The way by web, then by chat where there is a bot. */
  readonly codes: readonly PosterCode[];
  readonly steps: readonly string[];
}

export interface PosterCode {
  readonly caption: string;
  /** What a camera reads. */
  readonly address: string;
  /** What a person reads. */
  readonly shown: string;
}

/** Points; an A4 sheet is 595 wide. */
const MARGIN = 56;
const GAP = 32;
/** Light modules around a code, which cameras need (ISO/IEC 18004, 9.1). */
const QUIET = 4;
/** Sides of a code: alone, and of two. */
const ALONE = 250;
const OF_TWO = 215;
/** What stands above and below a code. */
const CAPTIONS = 62;
const STEP_SIZE = 15;
const STEP_INDENT = 30;
const STEP_GAP = 10;
const RULE_GAP = 12;
/** The office's name is as large as it can be on two lines. */
const NAME_SIZES = [48, 42, 36, 32, 28, 24, 20, 16];

/** The notices, a page each: black on white, lines and letters only, so that any printer and copier does. */
export async function posterPdf(
  posters: readonly Poster[],
  about: { readonly title: string; readonly language: string; readonly made: Date },
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    autoFirstPage: false,
    lang: about.language,
    displayTitle: true,
    info: { Title: about.title, CreationDate: about.made },
  });
  const whole = buffer(document);
  withFonts(document);
  for (const poster of posters) draw(document.addPage(), poster);
  document.end();
  return whole;
}

function draw(page: PDFKit.PDFDocument, { town, title, office, details, codes, steps }: Poster): void {
  const { width: sheet, height } = page.page;
  const width = sheet - 2 * MARGIN;
  const centred = { width, align: "center" } as const;
  page.fillColor("black");
  page.font("bold").fontSize(22).text(town, MARGIN, MARGIN, centred);
  page.font("plain").fontSize(16).text(title, MARGIN, page.y, centred);
  rule(page, page.y + 10, width);

  const size = NAME_SIZES.find((one) => linesOf(page, office, one, width) <= 2) ?? 16;
  page
    .font("bold")
    .fontSize(size)
    .text(office, MARGIN, page.y + 22, { ...centred, lineGap: -size / 6 });
  page.font("plain").fontSize(14);
  for (const detail of details) page.text(detail, MARGIN, page.y + 2, centred);

  const steady = stepsHeight(page, steps, width);
  const below = height - MARGIN - steady - RULE_GAP;
  const top = page.y + 18;
  // Long names leave less room.
  const side = Math.min(codes.length > 1 ? OF_TWO : ALONE, below - top - CAPTIONS);
  const row = codes.length * side + (codes.length - 1) * GAP;
  for (const [index, code] of codes.entries()) {
    const x = (sheet - row) / 2 + index * (side + GAP);
    const around = { width: side + GAP - 4, align: "center" } as const;
    page
      .font("bold")
      .fontSize(15)
      .text(code.caption, x - GAP / 2 + 2, top, around);
    drawCode(page, code.address, x, page.y + 2, side);
    page
      .font("plain")
      .fontSize(11)
      .text(code.shown, x - GAP / 2 + 2, page.y, around);
  }

  rule(page, below, width);
  let y = below + RULE_GAP;
  for (const [index, step] of steps.entries()) {
    page
      .font("bold")
      .fontSize(STEP_SIZE)
      .text(String(index + 1), MARGIN, y, { width: STEP_INDENT });
    page.font("plain").text(step, MARGIN + STEP_INDENT, y, { width: width - STEP_INDENT });
    y = page.y + STEP_GAP;
  }
}

function stepsHeight(page: PDFKit.PDFDocument, steps: readonly string[], width: number): number {
  page.font("plain").fontSize(STEP_SIZE);
  const heights = steps.map((step) => page.heightOfString(step, { width: width - STEP_INDENT }) + STEP_GAP);
  return heights.reduce((sum, one) => sum + one, 0);
}

function linesOf(page: PDFKit.PDFDocument, text: string, size: number, width: number): number {
  page.font("bold").fontSize(size);
  // A word that is wider than the sheet would be broken: it counts as too many lines.
  if (text.split(/\s+/).some((word) => page.widthOfString(word) > width)) return Number.POSITIVE_INFINITY;
  return Math.round(page.heightOfString(text, { width }) / page.currentLineHeight(true));
}

function rule(page: PDFKit.PDFDocument, y: number, width: number): void {
  page
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + width, y)
    .lineWidth(1)
    .stroke("black");
  page.y = y;
}

/** A code with its light border, as one shape; the runs of a row are one rectangle each. */
function drawCode(page: PDFKit.PDFDocument, address: string, x: number, y: number, side: number): void {
  const { data } = encode(address, { ecc: "M", border: QUIET });
  const module = side / data.length;
  for (const [row, cells] of data.entries()) {
    for (let start = cells.indexOf(true); start >= 0; ) {
      const dark = cells.indexOf(false, start);
      const end = dark < 0 ? cells.length : dark;
      page.rect(x + start * module, y + row * module, (end - start) * module, module);
      start = cells.indexOf(true, end);
    }
  }
  page.fill("black");
  page.y = y + side;
}
