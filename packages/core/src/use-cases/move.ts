import type { MoveInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { moveNotices } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { WritableRecords } from "../ports.ts";
import { dropAlternatives } from "./alternatives.ts";
import { claimDesk, claimOf } from "./claim-desk.ts";
import type { Deps } from "./deps.ts";
import { nearestFree, offerAt } from "./offer.ts";
import { passOn } from "./pass-on.ts";
import { record } from "./record.ts";
import { loadOffer } from "./town.ts";

/**
 * "MODIFICA": another time or mode of the same office, in one transaction: the old slot is released only when the new
 * one is taken. The version goes up: the invitation is sent anew under the same calendar UID, and older links explain
 * themselves. A booking still to be confirmed keeps its deadline and gets a new verification mail.
 *
 * Refuses like {@link hold}, and with `booking_unknown`, `link_outdated`, `wrong_state`, `already_started`,
 * `nothing_to_move`.
 */
export function move(deps: Deps, input: MoveInput): Promise<Outcome<{ readonly booking: Booking }>> {
  return deps.store.write((records) => moveIn(deps, records, input));
}

/** The same, as part of a transaction that does more. */
export async function moveIn(
  deps: Deps,
  records: WritableRecords,
  input: MoveInput,
): Promise<Outcome<{ readonly booking: Booking }>> {
  const now = deps.clock.now();
  const old = await records.bookings.get(input.code);
  if (!old) return refuse({ code: "booking_unknown", booking: input.code });
  const state = stateAt(old, now);
  if (input.version !== undefined && input.version !== old.version)
    return refuse({ code: "link_outdated", state });
  if (state !== "pending" && state !== "confirmed") return refuse({ code: "wrong_state", state });
  const asStaff = input.actor !== "citizen";
  if ((asStaff ? old.end : old.start) <= now) return refuse({ code: "already_started" });
  const { start, mode } = input;
  if (start === old.start && mode === old.mode) return refuse({ code: "nothing_to_move" });

  const offer = await loadOffer(deps.plans, records, old);
  if (!offer.ok) return offer;
  const { town, service } = offer;
  const wanted = { start, mode, service, asStaff, except: old.code };
  const found = await offerAt(records, town, wanted, now);
  if (!found.ok) return found;

  const { end } = found.slot;
  const expires = old.expires === null ? null : Math.min(old.expires, start);
  if (expires !== null && expires <= now) return refuse({ code: "slot_past" });
  const claim = { booking: old.code, office: old.office, start, end, expires };
  const desk = await claimDesk(records, found.desks, claim, now);
  if (desk === null)
    return refuse({ code: "slot_taken", nearest: await nearestFree(records, town, wanted, now) });
  await records.claims.release(claimOf(old), { ...claim, desk });

  const booking: Booking = {
    ...old,
    start,
    end,
    mode,
    desk,
    expires,
    version: old.version + 1,
    updated: now,
  };
  if (!(await records.bookings.replace(booking, old, now)))
    return refuse({ code: "wrong_state", state: "expired" });
  await dropAlternatives(records, booking, now);
  await record(records, "moved", booking, input.actor, now, moveNotices(booking, town.policy, now));
  await passOn(deps, records, booking.office, now);
  return { ok: true, booking };
}
