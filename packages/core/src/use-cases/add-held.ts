import type { Booking } from "../domain/booking.ts";
import { drawCode } from "../domain/code.ts";
import type { Instant } from "../domain/slot.ts";
import type { WritableRecords } from "../ports.ts";
import { claimDesk, claimOf } from "./claim-desk.ts";
import type { Deps } from "./deps.ts";

/** Takes one of the desks for a new booking under a code of its own; null when others were quicker with every desk. */
export async function addHeld(
  { random }: Pick<Deps, "random">,
  records: WritableRecords,
  draft: Omit<Booking, "code" | "desk">,
  desks: readonly number[],
  now: Instant,
): Promise<Booking | null> {
  for (;;) {
    const code = drawCode(random);
    const { office, start, end, expires } = draft;
    const desk = await claimDesk(records, desks, { booking: code, office, start, end, expires }, now);
    if (desk === null) return null;
    const booking: Booking = { ...draft, code, desk };
    if (await records.bookings.add(booking)) return booking;
    // The code is somebody else's already; see drawCode for how rare that is.
    await records.claims.release(claimOf(booking));
  }
}
