import type { Occupancy } from "../domain/occupancy.ts";
import type { Mode, Service } from "../domain/office.ts";
import { type Outcome, type Refusal, refuse } from "../domain/refusal.ts";
import { CELL, DAY, type Instant, type Slot } from "../domain/slot.ts";
import { freeSlots, nearestSlots, slotAt, visitEnd } from "../domain/slots.ts";
import type { WhyNot } from "../domain/why-not.ts";
import type { Records } from "../ports.ts";
import type { TownOffice } from "./town.ts";

/** A visit somebody asks for. */
export interface Wanted {
  readonly start: Instant;
  readonly mode: Mode;
  readonly service: Service | undefined;
  /** Officials may book inside the lead time, and a slot that has begun. */
  readonly asStaff: boolean;
  /** The booking that is being moved: its own claims are no obstacle. */
  readonly except?: string;
}

const NEAREST = 6;
/** Where the nearest free slots are looked for, around the time asked for. */
const NEARBY = 14 * DAY;

/**
 * What can be sold at a time: the slot and its free desks, or the refusal with the nearest free slots. The same slot
 * function as {@link listSlots}.
 *
 * @param known what {@link takenAt} has said, when it has been asked
 */
export async function offerAt(
  records: Records,
  town: TownOffice,
  wanted: Wanted,
  now: Instant,
  known: Occupancy | null = null,
): Promise<Outcome<{ readonly slot: Slot; readonly desks: readonly number[] }>> {
  const { plan, policy } = town;
  const { start, mode, service, asStaff } = wanted;
  const taken = known ?? (await takenAt(records, town, wanted, now));
  const answer = slotAt(plan, start, { now, policy, mode, service, asStaff }, taken);
  if (!("why" in answer)) return { ok: true, ...answer };
  return refuse(await refusalOf(answer.why, () => nearestFree(records, town, wanted, now)));
}

/** Who has a part of the visit somebody asks for. */
export function takenAt(
  records: Records,
  { plan, office }: TownOffice,
  { start, service, except }: Pick<Wanted, "start" | "service" | "except">,
  now: Instant,
): Promise<Occupancy> {
  const end = visitEnd(plan, start, service) ?? start;
  return records.claims.taken(office.id, Math.floor(start / CELL), Math.ceil(end / CELL), now, except);
}

/** The free slots closest to a time, for somebody who could not have it. */
export async function nearestFree(
  records: Records,
  { plan, policy, office }: TownOffice,
  { start, mode, service, except }: Wanted,
  now: Instant,
): Promise<readonly Slot[]> {
  const from = Math.max(start - NEARBY, now);
  const to = Math.max(start, now) + NEARBY;
  const cells = [Math.floor(from / CELL), Math.ceil((to + DAY) / CELL)] as const;
  const taken = await records.claims.taken(office.id, ...cells, now, except);
  return nearestSlots(freeSlots(plan, { from, to, now, policy, mode, service }, taken), start, NEAREST);
}

async function refusalOf(why: WhyNot, nearest: () => Promise<readonly Slot[]>): Promise<Refusal> {
  switch (why.code) {
    case "past":
      return { code: "slot_past" };
    case "too_soon":
      return { code: "too_soon", earliest: why.earliest };
    case "beyond_horizon":
      return { code: "beyond_horizon", latest: why.latest };
    case "not_released":
      return { code: "not_released", opens: why.opens };
    case "other_mode_only":
      return { code: "mode_not_offered" };
    case "taken":
      return { code: "slot_taken", nearest: await nearest() };
    case "outside_hours":
    case "closed":
    case "holiday":
    case "off_grid":
    case "service_does_not_fit":
      return { code: "slot_not_offered", nearest: await nearest() };
    default:
      return why satisfies never;
  }
}
