import type { AnnounceInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { announcementNotices } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { Deps } from "./deps.ts";
import { record } from "./record.ts";

/**
 * "Arrivo", "Sono in ritardo": what the citizen lets the office know, until the appointment is over. It stands in the
 * agenda; that somebody will be late is also told to the office. Nothing else changes. Saying the same again is
 * harmless: `already`.
 *
 * Refuses with `booking_unknown`, `link_outdated`, `wrong_state`, `already_started` (once it is over).
 */
export function announce(
  deps: Deps,
  input: AnnounceInput,
): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const { code, version, what, actor } = input;
    const booking = await records.bookings.get(code);
    if (!booking) return refuse({ code: "booking_unknown", booking: code });
    const state = stateAt(booking, now);
    if (version !== undefined && version !== booking.version) return refuse({ code: "link_outdated", state });
    if (state !== "confirmed") return refuse({ code: "wrong_state", state });
    if (booking.end <= now) return refuse({ code: "already_started" });
    const told = await records.events.announced([booking]);
    if (told.get(code) === what) return { ok: true, booking, already: true };
    await record(records, what, booking, actor, now, announcementNotices(booking, what, now));
    return { ok: true, booking, already: false };
  });
}
