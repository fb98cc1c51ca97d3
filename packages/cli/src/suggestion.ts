import type { Say } from "@ricevimenti/core";

/** ` Forse intendevi: anagrafe?`, to stand behind a sentence; empty where nothing known is close to what was typed. */
export function suggested(typed: string, known: readonly string[], say: Say): string {
  const suggestion = nearestWord(typed, known);
  return suggestion === null ? "" : ` ${say("usage-suggestion", { suggestion })}`;
}

/** The known word that somebody who typed another has most likely meant; null where none is close. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  // A third of the letters may be wrong: more is another word.
  let least = Math.floor(typed.length / 3) + 1;
  for (const word of known) {
    const mistakes = mistakesBetween(typed.toLowerCase(), word.toLowerCase());
    if (mistakes < least) {
      nearest = word;
      least = mistakes;
    }
  }
  // Whoever has typed only the beginning is understood as long as one word begins so.
  const [begun, another] = known.filter((word) => typed.length >= 3 && word.startsWith(typed));
  return nearest ?? (another === undefined ? (begun ?? null) : null);
}

/** Letters to put in, take out, exchange or swap with their neighbour (optimal string alignment). */
function mistakesBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next[j] = cost;
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
