import type { AttendInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { DAY } from "../domain/slot.ts";
import type { Deps } from "./deps.ts";
import { record } from "./record.ts";

/** Citizens come early, and are seen early; nobody has come the day before. */
const EARLY = DAY / 2;

/**
 * Whether the citizen came: `attended` from half a day before the start, `no_show` from the start on. One may be put
 * right into the other. Saying the same again is harmless: `already`.
 *
 * Refuses with `booking_unknown`, `wrong_state`, `too_soon`.
 */
export function attend(
  deps: Deps,
  { code, came, actor }: AttendInput,
): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const before = await records.bookings.get(code);
    if (!before) return refuse({ code: "booking_unknown", booking: code });
    const state = stateAt(before, now);
    const wanted = came ? "attended" : "no_show";
    if (state === wanted) return { ok: true, booking: before, already: true };
    if (state !== "confirmed" && state !== "attended" && state !== "no_show") {
      return refuse({ code: "wrong_state", state });
    }
    const earliest = came ? before.start - EARLY : before.start;
    if (now < earliest) return refuse({ code: "too_soon", earliest });
    const booking: Booking = { ...before, state: wanted, updated: now };
    if (!(await records.bookings.replace(booking, before, now)))
      return refuse({ code: "wrong_state", state });
    await record(records, wanted, booking, actor, now);
    return { ok: true, booking, already: false };
  });
}
