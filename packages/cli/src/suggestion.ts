import type { Say } from "@ricevimenti/core";
import { nearestWord } from "./nearest-word.ts";

/** ` Forse intendevi: anagrafe?`, to stand behind a sentence; empty where nothing known is close to what was typed. */
export function suggested(typed: string, known: readonly string[], say: Say): string {
  const suggestion = nearestWord(typed, known);
  return suggestion === null ? "" : ` ${say("usage-suggestion", { suggestion })}`;
}
