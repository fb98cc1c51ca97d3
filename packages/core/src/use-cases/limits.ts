import type { Booking } from "../domain/booking.ts";
import { emailKey } from "../domain/form.ts";
import type { Policy } from "../domain/policy.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Instant } from "../domain/slot.ts";
import type { WritableRecords } from "../ports.ts";

/**
 * The first of the limits that `booking` would break under this address; null when it breaks none. Verified: the
 * person is known to an official, so nothing stays unconfirmed. Call it in a transaction serialised by the address.
 */
export async function brokenLimit(
  records: WritableRecords,
  policy: Policy,
  booking: Pick<Booking, "code" | "office" | "holder">,
  { email, verified }: { readonly email: string; readonly verified: boolean },
  now: Instant,
): Promise<Refusal | null> {
  const key = emailKey(email);
  const holder = booking.holder?.startsWith("staff:") ? null : booking.holder;
  const live = (await records.bookings.liveOf({ emailKey: key, holder }, now)).filter(
    ({ code }) => code !== booking.code,
  );
  const own = live.filter((one) => one.email !== null && emailKey(one.email) === key);
  if (own.filter(({ office }) => office === booking.office).length >= policy.max_live_per_office) {
    return { code: "limit_office", limit: policy.max_live_per_office };
  }
  if (own.length >= policy.max_live) return { code: "limit_total", limit: policy.max_live };
  // Somebody else's request from the same chat counts too: it is the chat that must confirm them.
  const unconfirmed = live.filter(({ state }) => state === "pending");
  const tooMany = !verified && unconfirmed.length >= policy.max_unconfirmed;
  return tooMany ? { code: "limit_unconfirmed", limit: policy.max_unconfirmed } : null;
}
