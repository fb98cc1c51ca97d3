import type { Locale } from "./municipality.ts";
import type { Mode } from "./office.ts";
import type { Instant } from "./slot.ts";

/** The life of a booking; DESIGN.md, "Words". */
export const BOOKING_STATES = [
  "held",
  "pending",
  "confirmed",
  "attended",
  "no_show",
  "expired",
  "cancelled",
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/**
 * Who fills in the form: one Telegram chat, one browser, or an official; or an entry of the waiting list, to which the
 * time is offered. At most one slot is held for each.
 */
export type Holder =
  | `telegram:${string}`
  | `web:${string}`
  | `staff:${string}`
  | `waiting:${string}`
  | `reoffer:${string}`;

export interface Booking {
  /** Six letters and digits a person can read out, `K7P-4QX`. */
  readonly code: string;
  readonly office: string;
  readonly service: string | null;
  readonly mode: Mode;
  readonly start: Instant;
  readonly end: Instant;
  /** Which of the office's desks, from 1. */
  readonly desk: number;
  /** As stored; {@link stateAt} tells what it is by the clock. */
  readonly state: BookingState;
  /** When a `held` or `pending` booking lapses; null in every other state. */
  readonly expires: Instant | null;
  /** 1, and one more for each move and for the cancellation: links and invitations of an older version no longer act. */
  readonly version: number;
  readonly holder: Holder | null;
  readonly locale: Locale;
  /** The citizen; all null while `held` and after erasure. */
  readonly name: string | null;
  readonly email: string | null;
  readonly reason: string | null;
  readonly consent: Consent | null;
  readonly created: Instant;
  readonly updated: Instant;
}

/** That the citizen accepted the privacy notice, which one, and when. */
export interface Consent {
  readonly version: string;
  readonly at: Instant;
}

/** Chat to tell about the booking, when it came in by Telegram. */
export function telegramChat(booking: Pick<Booking, "holder">): number | null {
  const chat = booking.holder?.startsWith("telegram:")
    ? Number(booking.holder.slice("telegram:".length))
    : null;
  return chat !== null && Number.isSafeInteger(chat) ? chat : null;
}

/**
 * The state by the clock: a hold or request past its deadline is expired although no job has yet said so
 * (DESIGN.md, invariant 2).
 */
export function stateAt(booking: Pick<Booking, "state" | "expires">, now: Instant): BookingState {
  return booking.expires !== null && booking.expires <= now ? "expired" : booking.state;
}

/** Whether the booking still takes a citizen's and an office's time: waiting for confirmation, or confirmed and not over. */
export function isLive(booking: Pick<Booking, "state" | "expires" | "end">, now: Instant): boolean {
  const state = stateAt(booking, now);
  return (state === "pending" || state === "confirmed") && booking.end > now;
}

/**
 * What becomes of live bookings that their office, as it will be, no longer takes. `cancel`: the citizen is told that the
 * office has cancelled. `reoffer`: three other times are held for them to choose from.
 */
export const ON_CONFLICT = ["keep", "cancel", "reoffer"] as const;
export type OnConflict = (typeof ON_CONFLICT)[number];
