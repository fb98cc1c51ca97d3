import type { HoldInput } from "../core.ts";
import type { Booking } from "../domain/booking.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { MINUTE } from "../domain/slot.ts";
import { addHeld } from "./add-held.ts";
import type { Deps } from "./deps.ts";
import { giveBack } from "./give-back.ts";
import { nearestFree, offerAt, takenAt } from "./offer.ts";
import { passOn } from "./pass-on.ts";
import { record } from "./record.ts";
import { loadOffer, serviceOf } from "./town.ts";

/**
 * Takes a slot for the time of the form (ten minutes unless the town says otherwise). Asking again for the slot one
 * already holds gives the same hold; asking for another gives the oldest one back.
 *
 * Refuses with `office_unknown`, `service_unknown`, `slot_past`, `too_soon`, `beyond_horizon`, `slot_not_offered`,
 * `mode_not_offered`, `slot_taken`, `limit_unconfirmed`.
 */
export function hold(deps: Deps, input: HoldInput): Promise<Outcome<{ readonly booking: Booking }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const { holder, start, mode, actor = "citizen" } = input;
    // An official books for many people; a chat or browser for one.
    const asStaff = holder.startsWith("staff:");
    // Asked for together, as each question may have a way to go; answered one after another in this order. How long the
    // visit would be is known only if the office is as it last was, as it nearly always is.
    const before = deps.plans.last(input.office);
    const [offer, , unfinished, seen] = await Promise.all([
      loadOffer(deps.plans, records, input),
      asStaff || records.serialise(holder),
      asStaff ? [] : records.bookings.unfinishedOf(holder, now),
      before && takenAt(records, before, { start, service: serviceOf(before, input.service) }, now),
    ]);
    if (!offer.ok) return offer;
    const { town, service } = offer;

    const given: Booking[] = [];
    if (!asStaff) {
      const held = unfinished.filter(({ state }) => state === "held");
      const same = held.find(
        (one) => one.office === input.office && one.start === start && one.mode === mode,
      );
      if (same && same.service === (service?.id ?? null)) return { ok: true, booking: same };

      const limit = town.policy.max_unconfirmed;
      if (unfinished.length - held.length >= limit) return refuse({ code: "limit_unconfirmed", limit });

      given.push(...held.slice(0, Math.max(0, held.length + 1 - town.policy.max_held)));
      for (const former of given) await giveBack(records, former, now);
    }

    const wanted = { start, mode, service, asStaff };
    const known = town === before && given.length === 0 ? seen : null;
    const found = await offerAt(records, town, wanted, now, known);
    if (!found.ok) return found;

    const booking = await addHeld(
      deps,
      records,
      {
        office: input.office,
        service: service?.id ?? null,
        mode,
        start,
        end: found.slot.end,
        state: "held",
        expires: now + town.policy.hold_minutes * MINUTE,
        version: 1,
        holder,
        locale: input.locale,
        name: null,
        email: null,
        reason: null,
        consent: null,
        created: now,
        updated: now,
      },
      found.desks,
      now,
    );
    if (!booking)
      return refuse({ code: "slot_taken", nearest: await nearestFree(records, town, wanted, now) });
    await record(records, "held", booking, actor, now);
    // Only now: the time that was asked for is nobody else's.
    for (const office of new Set(given.map((former) => former.office)))
      await passOn(deps, records, office, now);
    return { ok: true, booking };
  });
}

/** Gives a held slot back at once, for a citizen who turns away. Nothing to give back is fine. */
export function release(
  deps: Deps,
  input: { readonly code: string; readonly holder: string },
): Promise<void> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const booking = await records.bookings.get(input.code);
    if (booking?.state !== "held" || booking.holder !== input.holder) return;
    await giveBack(records, booking, now);
    await passOn(deps, records, booking.office, now);
  });
}
