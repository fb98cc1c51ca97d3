import { stripVTControlCharacters } from "node:util";
import type { MessageEntity } from "./types.ts";
import type { SeenButton, SeenMessage } from "./view.ts";

/** How a terminal shows things; without colours every function leaves its text as it is. */
export type Paint = Record<
  "bold" | "italic" | "dim" | "code" | "button" | "notice",
  (text: string) => string
>;

export type Page = { paint: Paint; width: number };

export function paintFor(hasColours: boolean): Paint {
  const code = (on: number, off: number) => (text: string) =>
    hasColours && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    italic: code(3, 23),
    code: code(36, 39),
    button: code(32, 39),
    notice: code(33, 39),
  };
}

const INDENT = "  ";
const GAP = "   ";

/** A message as lines for a terminal; its buttons are numbered from 1 in reading order. */
export function messageLines(message: SeenMessage, heading: string, page: Page): string[] {
  const width = page.width - INDENT.length;
  const text = formatted(message, page.paint)
    .split("\n")
    .flatMap((line) => wrap(line, width));
  const attached = [
    ...message.documents.map(({ fileName, size }) => page.paint.code(`${fileName} (${sizeOf(size)})`)),
    ...(message.venue === undefined
      ? []
      : [page.paint.code(`${message.venue.title}, ${message.venue.address}`)]),
  ];
  const buttons = buttonLines(message.buttons, 1, page);
  const gap = buttons.length > 0 && text.length > 0 ? [""] : [];
  const body = [...(text.join("") === "" ? [] : text), ...attached, ...gap, ...buttons];
  return [heading, ...body.map((line) => (line === "" ? "" : INDENT + line))];
}

/** Rows of numbered buttons, in columns where they fit; addresses always on a line of their own. */
export function buttonLines(rows: readonly SeenButton[][], first: number, { paint, width }: Page): string[] {
  let number = first;
  const cells = rows.map((row) =>
    row.map(({ text, url }) => {
      const label = `${paint.button(`[${number}]`)} ${text}`;
      number += 1;
      return url === undefined ? label : `${label}  ${paint.dim(url)}`;
    }),
  );
  const isGrid = (row: string[], index: number) =>
    row.length > 1 && rows[index]?.every(({ url }) => url === undefined) === true;
  const columns: number[] = [];
  for (const row of cells.filter(isGrid)) {
    for (const [column, cell] of row.entries()) {
      columns[column] = Math.max(columns[column] ?? 0, visibleLength(cell));
    }
  }
  return cells.flatMap((row, index) => {
    if (!isGrid(row, index)) return row;
    const line = row
      .map((cell, column) => pad(cell, columns[column] ?? 0))
      .join(GAP)
      .trimEnd();
    return visibleLength(line) <= width - INDENT.length ? [line] : row;
  });
}

function pad(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - visibleLength(cell)));
}

/** Breaks a line at spaces; words longer than the width (addresses) stay whole, so that they can be copied. */
export function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && visibleLength(longer) > width) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

function formatted({ text, entities }: SeenMessage, paint: Paint): string {
  let result = "";
  for (let position = 0; position < text.length; ) {
    const covering = entities.filter(
      ({ offset, length }) => offset <= position && position < offset + length,
    );
    const edges = entities.flatMap(({ offset, length }) => [offset, offset + length]);
    const end = Math.min(...edges.filter((edge) => edge > position), text.length);
    const piece = covering.reduce(
      (styled, entity) => style(styled, entity, paint),
      text.slice(position, end),
    );
    result += piece + addressesEndingAt(end, text, covering);
    position = end;
  }
  return result;
}

function style(text: string, { type }: MessageEntity, paint: Paint): string {
  if (type === "bold") return paint.bold(text);
  if (type === "italic") return paint.italic(text);
  if (type === "code" || type === "pre" || type === "text_link") return paint.code(text);
  return text;
}

/** A terminal cannot hide an address behind a word, so it follows the word. */
function addressesEndingAt(end: number, text: string, covering: readonly MessageEntity[]): string {
  return covering
    .filter(({ type, offset, length }) => type === "text_link" && offset + length === end)
    .filter(({ offset, url }) => text.slice(offset, end) !== url)
    .map(({ url }) => ` (${url})`)
    .join("");
}

function visibleLength(text: string): number {
  return stripVTControlCharacters(text).length;
}

function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} byte` : `${Math.ceil(bytes / 1024)} kB`;
}
