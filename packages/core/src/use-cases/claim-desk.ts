import type { Booking } from "../domain/booking.ts";
import type { DeskClaim, WritableRecords } from "../ports.ts";

/**
 * Takes the first of the desks that is still free; null when others were quicker with all of them. The database has
 * the last word on each (invariant 1).
 */
export async function claimDesk(
  records: WritableRecords,
  desks: readonly number[],
  claim: Omit<DeskClaim, "desk">,
  now: number,
): Promise<number | null> {
  for (const desk of desks) {
    if (await records.claims.claim({ ...claim, desk }, now)) return desk;
  }
  return null;
}

/** What a live booking must have taken. */
export function claimOf({ code, office, desk, start, end, expires }: Booking): DeskClaim {
  return { booking: code, office, desk, start, end, expires };
}
