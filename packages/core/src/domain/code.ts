import type { Random } from "../ports.ts";

/** No vowels, so that no code spells a word; no 0, 1, I, L, O, which people mix up when they read them out. */
const LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";

/** A booking's code such as `K7P-4QX`: 27^6, about 387 million. The caller draws again when it is taken. */
export function drawCode(random: Random): string {
  let code = "";
  while (code.length < 7) {
    for (const byte of random(8)) {
      // Bytes past the last whole multiple of 27 would make the first letters likelier.
      if (byte >= 243 || code.length >= 7) continue;
      code += LETTERS.charAt(byte % LETTERS.length);
      if (code.length === 3) code += "-";
    }
  }
  return code;
}

/** A code as somebody types it (small letters, no dash, spaces) in its one spelling; null when it is none. */
export function parseCode(text: string): string | null {
  const bare = text.toUpperCase().replace(/[\s-]/g, "");
  return bare.length === 6 && [...bare].every((letter) => LETTERS.includes(letter))
    ? `${bare.slice(0, 3)}-${bare.slice(3)}`
    : null;
}
