import type { Instant, LocalDate, Mode, Slot, WishChoice } from "@ricevimenti/core";
import { EMPTY_FORM, type Field, type Form } from "./form-data.ts";
import type { Note } from "./note.ts";

/** Where a conversation stands. Lives as JSON in the chat's row, so that a restart loses nothing. */
export interface Draft {
  /**
   * Written on every button of the screen that shows this state: the update that led to it, in base 36. Telegram never
   * numbers two updates alike, so a button of another state, or of last month, is known at once.
   */
  readonly stamp: string;
  readonly step: Step;
  /** What is looked at in between, over the step: it is closed and the step is there again. */
  readonly aside: Aside | null;
  readonly form: Form;
  readonly note: Note | null;
  /** The citizen asked for their data: sent before the screen. */
  readonly hasParcel: boolean;
  /** Data of the press that led here: the same again is a double tap, not an old button. */
  readonly pressed: string | null;
  /** When the citizen last did something. */
  readonly touched: Instant;
  /** Messages further up in the chat that tell of a request still to be confirmed. */
  readonly awaited: readonly Awaited[];
  /** Fingerprint of what the screen shows: Telegram refuses an edit that changes nothing. */
  readonly shown: string | null;
  /** Who is bringing the screen up to date; null when nobody is. */
  readonly lease: Lease | null;
}

/** A message about a request that is to be confirmed, no longer the chat's screen. */
export interface Awaited {
  readonly code: string;
  readonly message: number;
  /** Fingerprint of what it shows. */
  readonly shown: string | null;
}

/** One process's right to write into a chat: calls of two processes could arrive in any order. */
export interface Lease {
  readonly by: string;
  /** By then that process must have ended, or another may go on in its place. */
  readonly until: Instant;
}

/** Steps of a booking. */
export type Step =
  /** `service`: only the offices that offer it. */
  | { readonly at: "offices"; readonly page: number; readonly service: string | null }
  /** What the words that were typed may mean. */
  | { readonly at: "found"; readonly subjects: readonly Subject[] }
  | { readonly at: "services"; readonly office: string; readonly page: number }
  /** `month`: `YYYY-MM`; null for the first with a free day. */
  | ({ readonly at: "days"; readonly month: string | null } & Visit)
  | ({ readonly at: "times"; readonly day: LocalDate; readonly page: number } & Visit)
  /** The time asked for is gone: those closest to it. */
  | ({ readonly at: "nearest"; readonly slots: readonly NearSlot[] } & Visit)
  /** "Really?", before a booking is moved. */
  | ({ readonly at: "move"; readonly start: Instant; readonly end: Instant; readonly mode: Mode } & Visit)
  | FormStep
  | { readonly at: "summary"; readonly choice: Choice }
  | { readonly at: "requested"; readonly code: string }
  /** Everything about the citizen has been erased; once they have been told, so is this. */
  | { readonly at: "farewell" };

/** A question of the form. */
export interface FormStep {
  readonly at: "form";
  readonly field: Field;
  readonly choice: Choice;
  /** An answer to be taken over with a press: the profile's name, the address used last. */
  readonly suggestion: string | null;
  /** Asked for in the summary, and leads back there. */
  readonly editing: boolean;
  readonly doubt: Doubt | null;
}

/** An address that is probably mistyped, and the one that was probably meant. */
export interface Doubt {
  readonly written: string;
  readonly meant: string;
}

export type Aside =
  | { readonly at: "bookings" }
  /** "Really?", about this version of the booking. */
  | { readonly at: "cancel"; readonly code: string; readonly version: number }
  /** Another address for a request still to be confirmed. */
  | { readonly at: "address"; readonly code: string; readonly doubt: Doubt | null }
  /** "Avvisami se si libera un posto": for which days, times and modes. */
  | ({ readonly at: "waiting"; readonly picked: WishChoice } & Visit)
  | { readonly at: "language" }
  | { readonly at: "privacy" }
  /** "Really?", before everything is erased. */
  | { readonly at: "erase" }
  | { readonly at: "help" };

/** What the citizen comes for. */
export interface Subject {
  readonly office: string;
  readonly service: string | null;
}

/** A visit whose time is looked for. */
export interface Visit extends Subject {
  /** The booking it is to be moved from; null for a new one. */
  readonly moving: { readonly code: string; readonly version: number } | null;
}

export type NearSlot = Pick<Slot, "start" | "end" | "modes">;

/** A time picked, and until when it is held. */
export interface Choice extends Subject {
  readonly start: Instant;
  readonly end: Instant;
  readonly mode: Mode;
  readonly code: string;
  readonly until: Instant;
}

/** The days of a visit, from the first month with a free one. */
export function daysFor({ office, service }: Subject, moving: Visit["moving"] = null): Step {
  return { at: "days", office, service, month: null, moving };
}

export const FIRST_STEP: Step = { at: "offices", page: 0, service: null };
export const FRESH_DRAFT: Draft = {
  stamp: "0",
  step: FIRST_STEP,
  aside: null,
  form: EMPTY_FORM,
  note: null,
  hasParcel: false,
  pressed: null,
  touched: 0,
  awaited: [],
  shown: null,
  lease: null,
};

/** Counted up when {@link Draft} changes its shape: a draft of another shape begins anew. */
const FORMAT = 3;

export function writeDraft(draft: Draft): string {
  return JSON.stringify({ format: FORMAT, ...draft });
}

/** A draft as {@link writeDraft} left it; null when there is none, or one of another format. */
export function readDraft(json: string | null): Draft | null {
  if (json === null) return null;
  const { format, ...draft } = JSON.parse(json) as Draft & { format: number };
  return format === FORMAT ? draft : null;
}

/** The time held for the form that is being filled in. */
export function choiceOf(step: Step): Choice | null {
  return step.at === "form" || step.at === "summary" ? step.choice : null;
}

/** Milliseconds after which what was left half written is forgotten. */
const DRAFT_LIFE = 3_600_000;

/** Whether the citizen has not come back to it for so long that it is forgotten, whether or not anybody has done so yet. */
export function isForgotten(draft: Draft, now: Instant): boolean {
  return draft.touched + DRAFT_LIFE <= now;
}

/** A draft as it is after such a time: what it holds about the citizen is gone, what was asked for stays. */
export function aged(draft: Draft, now: Instant): Draft {
  if (!isForgotten(draft, now)) return draft;
  const { step, touched, awaited, shown, lease } = draft;
  const kept = step.at === "requested" ? step : FIRST_STEP;
  return { ...FRESH_DRAFT, step: kept, touched, awaited, shown, lease };
}

/** Whether the screen itself tells of a request that is to be confirmed. */
export function awaitedCode({ step, aside }: Draft): string | null {
  return step.at === "requested" && aside === null ? step.code : null;
}
