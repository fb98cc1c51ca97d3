import { type Booking, type Holder, stateAt } from "../domain/booking.ts";
import type { Instant } from "../domain/slot.ts";
import type { Records, WritableRecords } from "../ports.ts";
import { giveBack } from "./give-back.ts";

/** Who holds the times that are offered instead of a booking's: not yet the citizen. */
export function alternativesHolder({ code }: Pick<Booking, "code">): Holder {
  return `reoffer:${code}`;
}

/** The booking a held time is offered instead of; null when it is nobody's alternative. */
export function replacedBy({ holder }: Pick<Booking, "holder">): string | null {
  return holder?.startsWith("reoffer:") ? holder.slice("reoffer:".length) : null;
}

/** The times held for a citizen whose own the office cannot keep, in order; none once they have lapsed. */
export async function alternativesTo(
  { bookings }: Pick<Records, "bookings">,
  booking: Pick<Booking, "code">,
  now: Instant,
): Promise<readonly Booking[]> {
  const held = await bookings.heldBy(alternativesHolder(booking), now);
  return held.filter((one) => stateAt(one, now) === "held").sort((one, other) => one.start - other.start);
}

/** Gives back what was offered instead of a booking that has found its time, or is over. */
export async function dropAlternatives(
  records: WritableRecords,
  booking: Pick<Booking, "code">,
  now: Instant,
): Promise<void> {
  for (const alternative of await alternativesTo(records, booking, now))
    await giveBack(records, alternative, now);
}
