import type { ChangeInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { confirmationNotices } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { claimOf } from "./claim-desk.ts";
import type { Deps } from "./deps.ts";
import { record } from "./record.ts";
import { bookedOffice } from "./town.ts";

/**
 * "CONFERMA PRENOTAZIONE": the citizen has shown that the address is theirs. Pressing twice is harmless: `already`.
 *
 * Refuses with `booking_unknown`, `link_outdated`, `confirmation_expired`, `wrong_state`, `office_unknown`.
 * Source: handbook, "Se la conferma non dovesse essere selezionata entro due ore dalla ricezione, l'appuntamento verrà
 * cancellato automaticamente".
 */
export function confirm(
  deps: Deps,
  input: ChangeInput,
): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const pending = await records.bookings.get(input.code);
    if (!pending) return refuse({ code: "booking_unknown", booking: input.code });
    const state = stateAt(pending, now);
    if (input.version !== undefined && input.version !== pending.version)
      return refuse({ code: "link_outdated", state });
    if (state === "confirmed" || state === "attended" || state === "no_show") {
      return { ok: true, booking: pending, already: true };
    }
    if (state === "expired") return refuse({ code: "confirmation_expired" });
    if (state !== "pending") return refuse({ code: "wrong_state", state });
    const town = await bookedOffice(deps.plans, records, pending.office);

    const booking: Booking = { ...pending, state: "confirmed", expires: null, updated: now };
    const changed = await records.bookings.replace(booking, pending, now);
    const kept = changed && (await records.claims.extend(claimOf(booking)));
    if (!kept) return refuse({ code: "confirmation_expired" });
    await record(
      records,
      "confirmed",
      booking,
      input.actor,
      now,
      confirmationNotices(booking, town.policy, now),
    );
    return { ok: true, booking, already: false };
  });
}
