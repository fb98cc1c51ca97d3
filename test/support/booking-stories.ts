import type { Booking, BookingEvent } from "@ricevimenti/core";
import { MINUTE } from "../../packages/core/src/domain/slot.ts";

const HOUR = 60 * MINUTE;

/** What happened to a booking, from its state: as the use cases would have written it down. */
export function historyOf(booking: Booking): Omit<BookingEvent, "seq">[] {
  const { code, office, mode, start, end, desk, created } = booking;
  return storyOf(booking.state).map(({ kind, state, actor, version, after }) => ({
    booking: code,
    at: typeof after === "number" ? created + after : end,
    kind,
    actor,
    office,
    state,
    mode,
    start,
    end,
    desk,
    version,
  }));
}

interface Chapter extends Pick<BookingEvent, "kind" | "state" | "actor" | "version"> {
  /** Milliseconds after the booking was made; or when it was over. */
  readonly after: number | "end";
}

const BEGINNING: readonly Chapter[] = [
  { kind: "held", state: "held", actor: "citizen", version: 1, after: 0 },
  { kind: "requested", state: "pending", actor: "citizen", version: 1, after: 3 * MINUTE },
];
const CONFIRMED: readonly Chapter[] = [
  ...BEGINNING,
  { kind: "confirmed", state: "confirmed", actor: "citizen", version: 1, after: 10 * MINUTE },
];
const STORIES: Readonly<Partial<Record<Booking["state"], readonly Chapter[]>>> = {
  expired: [
    ...BEGINNING,
    { kind: "expired", state: "expired", actor: "system", version: 1, after: 2 * HOUR },
  ],
  confirmed: CONFIRMED,
  cancelled: [
    ...CONFIRMED,
    { kind: "cancelled", state: "cancelled", actor: "citizen", version: 2, after: 5 * HOUR },
  ],
  attended: [
    ...CONFIRMED,
    { kind: "attended", state: "attended", actor: "staff:sportello", version: 1, after: "end" },
  ],
  no_show: [
    ...CONFIRMED,
    { kind: "no_show", state: "no_show", actor: "staff:sportello", version: 1, after: "end" },
  ],
};

/** The chapters of a booking's life that end in a state. */
export function storyOf(state: Booking["state"]): readonly Chapter[] {
  return STORIES[state] ?? [];
}

export const INVENTED_STATES = Object.keys(STORIES) as Booking["state"][];
