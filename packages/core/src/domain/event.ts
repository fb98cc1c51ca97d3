import type { BookingState } from "./booking.ts";
import type { Mode } from "./office.ts";
import type { Instant } from "./slot.ts";

/** Who did it: the citizen, the system itself, or an official by the name the machine knows them by. */
export type Actor = "citizen" | "system" | `staff:${string}`;

/** What a citizen may let the office know ahead of the appointment. */
export const ANNOUNCEMENTS = ["coming", "late"] as const;
export type Announcement = (typeof ANNOUNCEMENTS)[number];

/** What happened to a booking. */
export const EVENT_KINDS = [
  "held",
  "released",
  "requested",
  /** The address of a request was put right. */
  "corrected",
  "confirmed",
  "moved",
  /** The office can no longer keep the time, and has offered others. */
  "reoffered",
  /** The citizen has told the office that they are coming, or late. */
  "coming",
  "late",
  "cancelled",
  "expired",
  "attended",
  "no_show",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * One line of the append-only log: enough to rebuild the booking's state, time and desk, and nothing about the
 * person (invariant 7), so that erasing a citizen need not touch it.
 */
export interface BookingEvent {
  readonly seq: number;
  readonly booking: string;
  readonly at: Instant;
  readonly kind: EventKind;
  readonly actor: Actor;
  readonly office: string;
  readonly state: BookingState;
  readonly mode: Mode;
  readonly start: Instant;
  readonly end: Instant;
  readonly desk: number;
  readonly version: number;
}
