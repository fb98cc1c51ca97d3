/**
 * Control characters, and the invisible marks that reorder or hide text (Unicode TR36, "bidirectional text spoofing").
 * The joiners U+200C and U+200D are not among them: Persian names and families of emoji need them.
 */
const invisible = () =>
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Whether every character of the text can be seen where it stands. */
export function isVisible(text: string): boolean {
  return text.isWellFormed() && text.search(invisible()) === -1;
}

/** The text without what cannot be seen. */
export function visible(text: string): string {
  return text.toWellFormed().replace(invisible(), "");
}
