import type { ChangeInput } from "../core.ts";
import { type Booking, isLive } from "../domain/booking.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { WritableRecords } from "../ports.ts";
import { cancelIn } from "./cancel.ts";
import type { Deps } from "./deps.ts";

/**
 * "Cancella i miei dati": name, address, reason and chat of one booking are erased, in the event log there never were
 * any. A booking still to come is cancelled by it, and the office told; the citizen can no longer be.
 *
 * Refuses with `booking_unknown`, `link_outdated`, `already_started`.
 * Source: Regulation (EU) 2016/679, article 17.
 */
export function forget(deps: Deps, input: ChangeInput): Promise<Outcome<{ readonly booking: Booking }>> {
  return deps.store.write((records) => forgetIn(deps, records, input));
}

/** The same, as part of a transaction that does more. */
export async function forgetIn(
  deps: Deps,
  records: WritableRecords,
  input: ChangeInput,
): Promise<Outcome<{ readonly booking: Booking }>> {
  const now = deps.clock.now();
  let booking = await records.bookings.get(input.code);
  if (!booking) return refuse({ code: "booking_unknown", booking: input.code });
  if (isLive(booking, now)) {
    const cancelled = await cancelIn(deps, records, input);
    if (!cancelled.ok) return cancelled;
    booking = cancelled.booking;
  } else if (input.version !== undefined && input.version !== booking.version) {
    return refuse({ code: "link_outdated", state: booking.state });
  }
  await records.bookings.erase(booking.code, now);
  return {
    ok: true,
    booking: { ...booking, name: null, email: null, reason: null, holder: null, consent: null },
  };
}
