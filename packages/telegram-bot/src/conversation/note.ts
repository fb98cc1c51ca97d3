import type { FormProblem, Refusal } from "@ricevimenti/core";

/** What is said above the screen, once. */
export type Note =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "problem"; readonly problem: FormProblem }
  /** The verification mail was sent again; `left`: how often it still can be. */
  | { readonly kind: "resent"; readonly left: number }
  | { readonly kind: "said"; readonly id: NoteId };

export const NOTE_IDS = [
  "stale",
  "too-late",
  "nothing-found",
  "not-text",
  "edited",
  "forwarded",
  "use-buttons",
  "unknown-command",
  "held-again",
  "address-corrected",
  "cancelled",
  "moved",
  "waiting-joined",
  "waiting-changed",
  "waiting-left",
  "offer-over",
  "offer-declined",
  "told-coming",
  "told-late",
  "abandoned",
  "nothing-to-abandon",
  "cancel-below",
  "language-set",
  "exported",
] as const;
export type NoteId = (typeof NOTE_IDS)[number];

export function said(id: NoteId): Note {
  return { kind: "said", id };
}
