import type { AgendaEntry, AgendaQuery } from "../core.ts";
import { type Booking, type BookingState, type Holder, isLive, stateAt } from "../domain/booking.ts";
import type { Deps } from "./deps.ts";

const ON_THE_SHEET: readonly BookingState[] = ["pending", "confirmed", "attended", "no_show"];

/** The day sheet: bookings by start, each with the state it has by the clock. */
export async function agenda(deps: Deps, query: AgendaQuery): Promise<readonly AgendaEntry[]> {
  const { states = ON_THE_SHEET, ...filter } = query;
  const now = deps.clock.now();
  // What has lapsed is stored as held or pending until the sweep: it is looked up as that, and judged by the clock.
  const stored = states.includes("expired")
    ? [...new Set([...states, "held" as const, "pending" as const])]
    : states;
  const found = await deps.store.read.bookings.find({ ...filter, states: stored });
  const announced = await deps.store.read.events.announced(found);
  return found
    .map((booking) => ({
      ...booking,
      state: stateAt(booking, now),
      announced: announced.get(booking.code) ?? null,
    }))
    .filter(({ state }) => states.includes(state));
}

/** What one chat or browser still has before it, by start. */
export async function bookingsOf(deps: Deps, holder: Holder): Promise<readonly Booking[]> {
  const now = deps.clock.now();
  const found = await deps.store.read.bookings.find({
    holder,
    endsAfter: now,
    states: ["pending", "confirmed"],
  });
  return found.filter((booking) => isLive(booking, now));
}
