import type { OfficeSummary } from "../core.ts";
import { isOpenAt } from "../domain/opening-plan.ts";
import { nextInHorizon, nextRelease } from "../domain/release.ts";
import { CELL, DAY, type Instant, type Slot } from "../domain/slot.ts";
import { freeSlots } from "../domain/slots.ts";
import type { Records } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { loadTown, type TownOffice } from "./town.ts";

/** Most offices have a free time within so many days: no more is read than that shows. */
const SOON = 7 * DAY;

/** Offices in the town's order, whether each is open now ("Fuori orario" when not), and its next free slot. */
export async function listOffices(deps: Deps): Promise<readonly OfficeSummary[]> {
  const records = deps.store.read;
  const now = deps.clock.now();
  const municipality = await loadTown(records);
  const offices = (await records.offices.list()).map((stored) => deps.plans.of(municipality, stored));
  const next = await nextSlots(records, offices, now);
  return offices.map(({ office, plan, policy, timezone }) => {
    const slot = next.get(office.id) ?? null;
    const terms = { now, policy };
    return {
      office,
      timezone,
      openNow: isOpenAt(plan, now),
      next: slot,
      nextRelease: nextRelease(plan, terms) ?? (slot ? null : nextInHorizon(plan, terms)),
    };
  });
}

/** The next free slot of each office that has one: one question for all of them, another for those full for a week. */
async function nextSlots(
  records: Records,
  offices: readonly TownOffice[],
  now: Instant,
): Promise<ReadonlyMap<string, Slot>> {
  const found = new Map<string, Slot>();
  const search = async (among: readonly TownOffice[], until: (office: TownOffice) => Instant) => {
    if (among.length === 0) return;
    // A visit begins before `to` and is over a day after it.
    const end = Math.max(...among.map(until)) + DAY;
    const ids = among.map(({ office }) => office.id);
    const cells = [Math.floor(now / CELL), Math.ceil(end / CELL)] as const;
    const takenOf = await records.claims.takenOf(ids, ...cells, now);
    for (const one of among) {
      const { plan, policy, office } = one;
      const terms = { from: now, to: until(one), now, policy, limit: 1 };
      const [slot] = freeSlots(plan, terms, takenOf(office.id));
      if (slot) found.set(office.id, slot);
    }
  };
  await search(offices, () => now + SOON);
  await search(
    offices.filter(({ office }) => !found.has(office.id)),
    ({ policy }) => now + (policy.horizon_days + 2) * DAY,
  );
  return found;
}
