import { stripVTControlCharacters } from "node:util";

/** What a line begins with: a colour, blanks, and the mark or number of an item. */
const BEGINNING = /^(?:\u001B\[\d+m)? *(?:[-+→•] |\d+\. )?/;

/**
 * Sentences that are too long for the terminal go on below, broken between words, under where they began: terminals
 * break them in the middle of a word. A word that is too long by itself stays whole, because it may be an address.
 */
export function flowing(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => (widthOf(line) <= columns ? line : broken(line, columns)))
    .join("\n");
}

function broken(line: string, columns: number): string {
  const beginning = BEGINNING.exec(line)?.[0] ?? "";
  const indent = " ".repeat(widthOf(beginning));
  const lines: string[] = [];
  let current = beginning;
  let room = columns - indent.length;
  for (const word of line.slice(beginning.length).split(" ")) {
    const isFirst = current === beginning || current === indent;
    const length = widthOf(word) + (isFirst ? 0 : 1);
    if (!isFirst && length > room) {
      lines.push(current);
      current = indent + word;
      room = columns - indent.length - widthOf(word);
    } else {
      current += isFirst ? word : ` ${word}`;
      room -= length;
    }
  }
  return [...lines, current].join("\n");
}

const widthOf = (text: string) => stripVTControlCharacters(text).normalize("NFC").length;
