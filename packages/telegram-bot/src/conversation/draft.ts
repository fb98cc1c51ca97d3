import type { FormProblem, Instant, LocalDate, Mode, Refusal, Slot } from "@ricevimenti/core";

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
  /** Data of the press that led here: the same again is a double tap, not an old button. */
  readonly pressed: string | null;
  /** Fingerprint of what the screen shows: Telegram refuses an edit that changes nothing. */
  readonly shown: string | null;
}

/** Steps of a booking. */
export type Step =
  /** `service`: only the offices that offer it. */
  | { readonly at: "offices"; readonly page: number; readonly service: string | null }
  | { readonly at: "services"; readonly office: string; readonly page: number }
  | ({ readonly at: "days"; readonly page: number } & Subject)
  | ({ readonly at: "times"; readonly day: LocalDate; readonly page: number } & Subject)
  /** The time asked for is gone: those closest to it. */
  | ({ readonly at: "nearest"; readonly slots: readonly NearSlot[] } & Subject)
  | FormStep
  | { readonly at: "summary"; readonly choice: Choice }
  | { readonly at: "requested"; readonly code: string };

/** A question of the form. */
export interface FormStep {
  readonly at: "form";
  readonly field: Field;
  readonly choice: Choice;
  /** Name and surname of the Telegram profile, to be taken over with a press. */
  readonly suggestion: string | null;
  /** Asked for in the summary, and leads back there. */
  readonly editing: boolean;
}

export type Aside =
  | { readonly at: "bookings" }
  /** "Really?", about this version of the booking. */
  | { readonly at: "cancel"; readonly code: string; readonly version: number }
  | { readonly at: "language" }
  | { readonly at: "privacy" }
  | { readonly at: "help" };

/** What the citizen comes for. */
export interface Subject {
  readonly office: string;
  readonly service: string | null;
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

export const FIELDS = ["name", "email", "reason"] as const;
export type Field = (typeof FIELDS)[number];
export type Form = Readonly<Record<Field, string | null>> & { readonly consent: boolean };
export const EMPTY_FORM: Form = { name: null, email: null, reason: null, consent: false };

/** What is said above the screen, once. */
export type Note =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "problem"; readonly problem: FormProblem }
  | { readonly kind: "said"; readonly id: NoteId };
export const NOTE_IDS = [
  "stale",
  "not-text",
  "edited",
  "forwarded",
  "use-buttons",
  "unknown-command",
  "held-again",
  "cancelled",
  "abandoned",
  "nothing-to-abandon",
  "language-set",
] as const;
export type NoteId = (typeof NOTE_IDS)[number];

export const FIRST_STEP: Step = { at: "offices", page: 0, service: null };
export const FRESH_DRAFT: Draft = {
  stamp: "0",
  step: FIRST_STEP,
  aside: null,
  form: EMPTY_FORM,
  note: null,
  pressed: null,
  shown: null,
};

/** Counted up when {@link Draft} changes its shape: a draft of another shape begins anew. */
const FORMAT = 1;

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

/** The first thing still to be asked, or the summary when there is nothing. */
export function formStep(form: Form, choice: Choice, profileName: string | null): Step {
  const field = FIELDS.find((candidate) => form[candidate] === null);
  return field ? fieldStep(field, choice, profileName) : { at: "summary", choice };
}

export function fieldStep(
  field: Field,
  choice: Choice,
  profileName: string | null,
  editing = false,
): FormStep {
  return { at: "form", field, choice, suggestion: field === "name" ? profileName : null, editing };
}
