import type { Booking } from "../domain/booking.ts";
import { drawCode } from "../domain/code.ts";
import type { Instant } from "../domain/slot.ts";
import type { WritableRecords } from "../ports.ts";
import { claimOf } from "./claim-desk.ts";
import type { Deps } from "./deps.ts";

/** Takes one of the desks for a new booking under a code of its own; null when others were quicker with every desk. */
export async function addHeld(
  { random }: Pick<Deps, "random">,
  records: WritableRecords,
  draft: Omit<Booking, "code" | "desk">,
  desks: readonly number[],
  now: Instant,
): Promise<Booking | null> {
  for (const desk of desks) {
    for (;;) {
      const booking: Booking = { ...draft, code: drawCode(random), desk };
      // Asked for together, as each question may have a way to go.
      const [claimed, added] = await Promise.all([
        records.claims.claim(claimOf(booking), now),
        records.bookings.add(booking),
      ]);
      if (claimed && added) return booking;
      if (added) await records.bookings.remove(booking.code);
      if (!claimed) break;
      // The code is somebody else's already; see drawCode for how rare that is.
      await records.claims.release(claimOf(booking));
    }
  }
  return null;
}
