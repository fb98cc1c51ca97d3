import { visible } from "../domain/invisible.ts";

/*
 * Citizens' and offices' own words, made harmless for the places where a character can act: mail headers, calendar
 * content lines, log lines, terminals. What is visible stays as it was written.
 */

/** Line breaks of every kind, tabs and the other white space, but not the plain space alone. */
const WHITE_SPACE = /[\s\u0085]+/gu;
/** The text on a single line, without control or bidirectional marks, trimmed. */
export function oneLine(text: string): string {
  return visible(text.replace(WHITE_SPACE, " ")).replace(/ {2,}/g, " ").trim();
}

/** The same for text that may have several lines: each is made harmless, empty ones go. */
export function severalLines(text: string): readonly string[] {
  return text
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/u)
    .map(oneLine)
    .filter((line) => line !== "");
}
