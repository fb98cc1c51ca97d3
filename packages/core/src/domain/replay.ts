import type { Booking, BookingState } from "./booking.ts";
import type { BookingEvent, EventKind } from "./event.ts";

/** What the event log says a booking is: everything the log knows of it. */
export type Standing = Pick<Booking, "office" | "state" | "mode" | "start" | "end" | "desk" | "version">;

/** Which rule of a booking's life an event breaks. */
export type Breach =
  /** It cannot follow on what was before it, or does not lead to the state it names. */
  | "transition"
  /** Moves, corrections and cancellations count the version up by one; nothing else touches it. */
  | "version"
  /** Only a move changes time, mode or desk; nothing changes the office. */
  | "place";

/** A history gone through from its first event; or the first event of it that cannot have happened. */
export type Replay =
  | { readonly lawful: true; readonly stands: Standing | null }
  | { readonly lawful: false; readonly event: BookingEvent; readonly breach: Breach };

interface Step {
  /** The states it may happen in; null: before there was a booking. */
  readonly from: readonly (BookingState | null)[];
  /** The state it leads to; null: the one it happened in. */
  readonly to: BookingState | null;
  readonly newVersion?: true;
  readonly newPlace?: true;
}

/** The life of a booking; DESIGN.md, "Words". */
const STEPS: Readonly<Record<EventKind, Step>> = {
  held: { from: [null], to: "held", newVersion: true, newPlace: true },
  released: { from: ["held"], to: "expired" },
  requested: { from: ["held"], to: "pending" },
  corrected: { from: ["pending"], to: "pending", newVersion: true },
  confirmed: { from: ["held", "pending"], to: "confirmed" },
  moved: { from: ["pending", "confirmed"], to: null, newVersion: true, newPlace: true },
  reoffered: { from: ["pending", "confirmed"], to: null, newVersion: true },
  coming: { from: ["confirmed"], to: null },
  late: { from: ["confirmed"], to: null },
  cancelled: { from: ["pending", "confirmed"], to: "cancelled", newVersion: true },
  expired: { from: ["held", "pending"], to: "expired" },
  // What was ticked by mistake can be put right.
  attended: { from: ["confirmed", "no_show"], to: "attended" },
  no_show: { from: ["confirmed", "attended"], to: "no_show" },
};

/**
 * Goes through one booking's events in their order, as the rules allow them, and tells what the booking must be now:
 * `stands` is null when nothing has happened yet.
 *
 * @param events of one booking, by `seq`
 */
export function replay(events: readonly BookingEvent[]): Replay {
  let last: BookingEvent | null = null;
  for (const event of events) {
    const breach = breachOf(last, event);
    if (breach) return { lawful: false, event, breach };
    last = event;
  }
  return { lawful: true, stands: last };
}

/** Whether a booking is what its history says. */
export function isAs(booking: Standing, stands: Standing): boolean {
  return booking.state === stands.state && booking.version === stands.version && isInPlace(booking, stands);
}

function breachOf(before: BookingEvent | null, event: BookingEvent): Breach | null {
  const step = STEPS[event.kind];
  const was = before?.state ?? null;
  // Citizens confirm what they have asked for. Nobody asks for what an official books, nor for what the town offers to
  // those who wait.
  const unasked = event.actor.startsWith("staff:") || before?.actor === "system";
  if (event.kind === "confirmed" && was === "held" && !unasked) return "transition";
  if (!step?.from.includes(was) || event.state !== (step.to ?? was)) return "transition";
  if (event.version !== (before?.version ?? 0) + (step.newVersion ? 1 : 0)) return "version";
  if (!before) return null;
  return (step.newPlace ? event.office === before.office : isInPlace(event, before)) ? null : "place";
}

function isInPlace(one: Standing, other: Standing): boolean {
  return (
    one.office === other.office &&
    one.mode === other.mode &&
    one.start === other.start &&
    one.end === other.end &&
    one.desk === other.desk
  );
}
