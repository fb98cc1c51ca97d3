import type { ChangeInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { cancellationNotices } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { WritableRecords } from "../ports.ts";
import { dropAlternatives } from "./alternatives.ts";
import { claimOf } from "./claim-desk.ts";
import type { Deps } from "./deps.ts";
import { passOn } from "./pass-on.ts";
import { record } from "./record.ts";

/**
 * "ANNULLA PRENOTAZIONE", at any time before the start and without a reason; the office may until the end. The
 * version goes up, so that links and invitations of the booking no longer act. Pressing twice is harmless: `already`.
 *
 * Refuses with `booking_unknown`, `link_outdated`, `wrong_state`, `already_started`.
 * Source: handbook, "in ogni momento il cittadino può ... annullare o modificare ... senza fornire alcuna motivazione".
 */
export function cancel(
  deps: Deps,
  input: ChangeInput,
): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>> {
  return deps.store.write((records) => cancelIn(deps, records, input));
}

/** The same, as part of a transaction that does more. */
export async function cancelIn(
  deps: Deps,
  records: WritableRecords,
  input: ChangeInput,
): Promise<Outcome<{ readonly booking: Booking; readonly already: boolean }>> {
  const now = deps.clock.now();
  const live = await records.bookings.get(input.code);
  if (!live) return refuse({ code: "booking_unknown", booking: input.code });
  const state = stateAt(live, now);
  if (state === "cancelled") return { ok: true, booking: live, already: true };
  if (input.version !== undefined && input.version !== live.version)
    return refuse({ code: "link_outdated", state });
  if (state !== "pending" && state !== "confirmed") return refuse({ code: "wrong_state", state });
  if ((input.actor === "citizen" ? live.start : live.end) <= now) return refuse({ code: "already_started" });

  const booking: Booking = {
    ...live,
    state: "cancelled",
    expires: null,
    version: live.version + 1,
    updated: now,
  };
  if (!(await records.bookings.replace(booking, live, now)))
    return refuse({ code: "wrong_state", state: "expired" });
  await records.claims.release(claimOf(booking));
  const notices = cancellationNotices(booking, state === "confirmed", input.actor, now);
  await dropAlternatives(records, booking, now);
  await record(records, "cancelled", booking, input.actor, now, notices);
  await passOn(deps, records, booking.office, now);
  return { ok: true, booking, already: false };
}
