/** Octets of a line, without its break (RFC 5545 section 3.1). */
const LINE = 75;

/** The content lines of an iCalendar text, whole again. */
export function unfolded(text: string): readonly string[] {
  return text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter((line) => line !== "");
}

/** The lines as a text whose every line has at most 75 octets and no character torn in two. */
export function folded(lines: readonly string[]): string {
  return lines.map((line) => `${foldedLine(line)}\r\n`).join("");
}

function foldedLine(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
