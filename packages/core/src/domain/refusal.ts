import type { BookingState } from "./booking.ts";
import type { Instant, Slot } from "./slot.ts";

/**
 * Everything the rules say no to. Closed on purpose: front ends `switch` over the code with `satisfies never`, and
 * the compiler finds the one they forgot. Scripts see the code as `{"refusal": "<code>"}`.
 */
export type Refusal =
  | { readonly code: "office_unknown"; readonly office: string }
  | { readonly code: "service_unknown"; readonly service: string }
  | { readonly code: "booking_unknown"; readonly booking: string }
  /** Nobody is free then; `nearest` are the closest times that are. */
  | { readonly code: "slot_taken"; readonly nearest: readonly Slot[] }
  /** Not a time of the timetable: off the grid, outside hours, closed that day. */
  | { readonly code: "slot_not_offered"; readonly nearest: readonly Slot[] }
  | { readonly code: "slot_past" }
  /** Inside the lead time. */
  | { readonly code: "too_soon"; readonly earliest: Instant }
  | { readonly code: "beyond_horizon"; readonly latest: Instant }
  /** The rule opens its times in batches; this one's is still to come. */
  | { readonly code: "not_released"; readonly opens: Instant }
  | { readonly code: "mode_not_offered" }
  | { readonly code: "limit_office"; readonly limit: number }
  | { readonly code: "limit_total"; readonly limit: number }
  | { readonly code: "limit_unconfirmed"; readonly limit: number }
  /** The verification mail has been sent again as often as it may. */
  | { readonly code: "resend_limit"; readonly limit: number }
  /** The hold has lapsed, or is somebody else's. */
  | { readonly code: "hold_expired" }
  /** Two hours went by. */
  | { readonly code: "confirmation_expired" }
  /** The booking is in a state that does not allow this. */
  | { readonly code: "wrong_state"; readonly state: BookingState }
  /** Same time, mode and office as now. */
  | { readonly code: "nothing_to_move" }
  | { readonly code: "already_started" }
  /** Not one of our links, or mangled on its way. */
  | { readonly code: "link_invalid" }
  /** Ours, but the booking has been moved or cancelled since. */
  | { readonly code: "link_outdated"; readonly state: BookingState }
  | { readonly code: "room_closed"; readonly opens: Instant; readonly closes: Instant }
  | { readonly code: "not_virtual" }
  /** The form is not right; every problem of it. */
  | { readonly code: "form_invalid"; readonly problems: readonly FormProblem[] };

export type RefusalCode = Refusal["code"];

/** One thing wrong with one field of the citizen's form. */
export interface FormProblem {
  readonly field: "name" | "email" | "reason" | "consent";
  readonly problem: "missing" | "too_long" | "malformed" | "not_plain_text";
}

export type Outcome<T> = ({ readonly ok: true } & T) | Refused;
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** Shorthand for the unhappy end of a use case. */
export function refuse(refusal: Refusal): Refused {
  return { ok: false, refusal };
}

/** Whether what a use case returned asks for everything to be undone. */
export function isRefused(result: unknown): boolean {
  return typeof result === "object" && result !== null && (result as { ok?: unknown }).ok === false;
}
