import type { Booking } from "../domain/booking.ts";
import type { Instant } from "../domain/slot.ts";
import type { WritableRecords } from "../ports.ts";
import { claimOf } from "./claim-desk.ts";
import { record } from "./record.ts";

/** Gives the time of a hold back; nothing happens when it has lapsed or is no hold any more. */
export async function giveBack(records: WritableRecords, held: Booking, now: Instant): Promise<void> {
  const released: Booking = { ...held, state: "expired", expires: null, updated: now };
  if (!(await records.bookings.replace(released, held, now))) return;
  await records.claims.release(claimOf(held));
  await record(records, "released", released, "citizen", now);
}
