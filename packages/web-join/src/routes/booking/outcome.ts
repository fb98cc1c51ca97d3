import type { Visit } from "../../visit.ts";

/** What the citizen has just done, told on the booking's page after the redirect: `?esito=confermata`. */
const WORDS = {
  confirmed: "confermata",
  already_confirmed: "gia-confermata",
  moved: "spostata",
  late: "in-ritardo",
  cancelled: "annullata",
  already_cancelled: "gia-annullata",
  resent: "rispedita",
  erased: "dati-cancellati",
} as const;
export type Outcome = keyof typeof WORDS;

export function withOutcome({ stay }: Visit, path: string, outcome: Outcome): string {
  return stay(path, { esito: WORDS[outcome] });
}

/** Null where the query names none that we know. */
export function outcomeFrom(word: string | undefined): Outcome | null {
  return (Object.keys(WORDS) as Outcome[]).find((outcome) => WORDS[outcome] === word) ?? null;
}
