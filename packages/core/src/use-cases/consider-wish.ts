import { formatDay } from "../domain/day.ts";
import type { Outcome } from "../domain/refusal.ts";
import type { WaitingEntry } from "../domain/waiting.ts";
import { untilFirstFree, type Wish, type WishChoice, wishChoice, wishOf } from "../domain/wish.ts";
import { zone } from "../domain/zone.ts";
import type { WishInput } from "../waiting-list.ts";
import type { Deps } from "./deps.ts";
import { listSlots } from "./list-slots.ts";
import { loadOffer } from "./town.ts";

/** What can be wished of an office, whatever is free. Changes nothing. Refuses with `office_unknown`, `service_unknown`. */
export async function wishChoices(
  deps: Deps,
  wanted: Pick<WaitingEntry, "office" | "service">,
): Promise<Outcome<{ readonly choice: WishChoice }>> {
  const offer = await loadOffer(deps.plans, deps.store.read, wanted);
  if (!offer.ok) return offer;
  const { office, timezone } = offer.town;
  const today = formatDay(zone(timezone).dayOf(deps.clock.now()));
  return { ok: true, choice: wishChoice(office, offer.service ?? null, today) };
}

/**
 * What can be wished of an office, and the wish that comes of what was picked: where such a time is free already, for
 * the days before it. Changes nothing. Refuses with `office_unknown`, `service_unknown`.
 */
export async function considerWish(
  deps: Deps,
  { office, service, picked, moving }: WishInput,
): Promise<Outcome<{ readonly choice: WishChoice; readonly wish: Wish }>> {
  const choices = await wishChoices(deps, { office, service: service ?? null });
  if (!choices.ok) return choices;
  const { choice } = choices;
  const about = { office, ...(service !== undefined && { service }) };
  const listed = await listSlots(deps, { ...about, ...(moving !== undefined && { moving }) });
  if (!listed.ok) return listed;
  const here = zone(listed.timezone);
  const now = deps.clock.now();
  return { ok: true, choice, wish: untilFirstFree(listed.slots, wishOf(choice, picked), here, now) };
}
