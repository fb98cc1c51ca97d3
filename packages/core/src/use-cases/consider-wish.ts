import { formatDay } from "../domain/day.ts";
import type { Outcome } from "../domain/refusal.ts";
import { untilFirstFree, type Wish, type WishChoice, wishChoice, wishOf } from "../domain/wish.ts";
import { zone } from "../domain/zone.ts";
import type { WishInput } from "../waiting-list.ts";
import type { Deps } from "./deps.ts";
import { listSlots } from "./list-slots.ts";
import { loadOffer } from "./town.ts";

/**
 * What can be wished of an office, and the wish that comes of what was picked: where such a time is free already, for
 * the days before it. Changes nothing. Refuses with `office_unknown`, `service_unknown`.
 */
export async function considerWish(
  deps: Deps,
  { office, service, picked, moving }: WishInput,
): Promise<Outcome<{ readonly choice: WishChoice; readonly wish: Wish }>> {
  const known = { office, ...(service !== undefined && { service }) };
  const offer = await loadOffer(deps.plans, deps.store.read, known);
  if (!offer.ok) return offer;
  const listed = await listSlots(deps, { ...known, ...(moving !== undefined && { moving }) });
  if (!listed.ok) return listed;
  const here = zone(listed.timezone);
  const now = deps.clock.now();
  const choice = wishChoice(offer.town.office, offer.service ?? null, formatDay(here.dayOf(now)));
  return { ok: true, choice, wish: untilFirstFree(listed.slots, wishOf(choice, picked), here, now) };
}
