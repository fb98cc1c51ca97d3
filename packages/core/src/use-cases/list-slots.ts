import type { SlotQuery } from "../core.ts";
import type { Outcome } from "../domain/refusal.ts";
import { CELL, DAY, type Slot } from "../domain/slot.ts";
import { freeSlots } from "../domain/slots.ts";
import type { Deps } from "./deps.ts";
import { loadOffer } from "./town.ts";

/**
 * Free slots, exactly those that {@link hold} would accept at this moment. Times outside the lead time and horizon
 * are not among them.
 */
export async function listSlots(
  deps: Deps,
  query: SlotQuery,
): Promise<Outcome<{ readonly slots: readonly Slot[]; readonly timezone: string }>> {
  const records = deps.store.read;
  const offer = await loadOffer(deps.plans, records, query);
  if (!offer.ok) return offer;
  const { plan, policy, timezone } = offer.town;

  const now = deps.clock.now();
  const { asStaff = false } = query;
  const earliest = asStaff ? now - DAY : now;
  const from = Math.max(query.from ?? earliest, earliest);
  // A day more than the horizon, which ends with a calendar day of the office's zone.
  const to = Math.min(query.to ?? Number.POSITIVE_INFINITY, now + (policy.horizon_days + 2) * DAY);
  if (to <= from) return { ok: true, slots: [], timezone };
  // The last visit starts before `to` and may end up to a day after it.
  const taken = await records.claims.taken(
    query.office,
    Math.floor(from / CELL),
    Math.ceil((to + DAY) / CELL),
    now,
    query.moving,
  );
  const slots = freeSlots(
    plan,
    { from, to, now, policy, mode: query.mode, service: offer.service, asStaff },
    taken,
  );
  return { ok: true, slots, timezone };
}
