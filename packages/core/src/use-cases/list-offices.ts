import type { OfficeSummary } from "../core.ts";
import { isOpenAt } from "../domain/opening-plan.ts";
import { nextInHorizon, nextRelease } from "../domain/release.ts";
import { CELL, DAY } from "../domain/slot.ts";
import { freeSlots } from "../domain/slots.ts";
import type { Deps } from "./deps.ts";
import { loadTown } from "./town.ts";

/** Offices in the town's order, whether each is open now ("Fuori orario" when not), and its next free slot. */
export async function listOffices(deps: Deps): Promise<readonly OfficeSummary[]> {
  const records = deps.store.read;
  const now = deps.clock.now();
  const municipality = await loadTown(records);
  const summaries: OfficeSummary[] = [];
  for (const stored of await records.offices.list()) {
    const { office, plan, policy, timezone } = deps.plans.of(municipality, stored);
    const to = now + (policy.horizon_days + 2) * DAY;
    const taken = await records.claims.taken(
      office.id,
      Math.floor(now / CELL),
      Math.ceil((to + DAY) / CELL),
      now,
    );
    const [next = null] = freeSlots(plan, { from: now, to, now, policy, limit: 1 }, taken);
    const terms = { now, policy };
    summaries.push({
      office,
      timezone,
      openNow: isOpenAt(plan, now),
      next,
      nextRelease: nextRelease(plan, terms) ?? (next ? null : nextInHorizon(plan, terms)),
    });
  }
  return summaries;
}
