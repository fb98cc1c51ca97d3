import { expiryNotices } from "../domain/notices.ts";
import { claimOf } from "./claim-desk.ts";
import type { Deps } from "./deps.ts";
import { record } from "./record.ts";

/** Bookings dealt with in one transaction: few enough that nobody waits behind them. */
const BATCH = 50;

/**
 * Tidies up after the clock: marks what has lapsed, gives back its claims, tells who had asked. Nothing depends on
 * when it runs (invariant 2). Returns how many it marked.
 */
export async function expireLapsed(deps: Deps): Promise<number> {
  let count = 0;
  for (;;) {
    const lapsed = await deps.store.read.bookings.lapsed(deps.clock.now(), BATCH);
    if (lapsed.length === 0) return count;
    await deps.store.write(async (records) => {
      const now = deps.clock.now();
      for (const booking of lapsed) {
        if (!(await records.bookings.expire(booking.code, now))) continue;
        await records.claims.release(claimOf(booking));
        const expired = { ...booking, state: "expired" as const, expires: null };
        await record(records, "expired", expired, "system", now, expiryNotices(expired, now));
      }
    });
    count += lapsed.length;
    if (lapsed.length < BATCH) return count;
  }
}
