import { type Occupancy, OccupancyWalk, occupiedDesks } from "./occupancy.ts";
import type { Service } from "./office.ts";
import { type OpeningPlan, openIntervalAt, openIntervalsOn } from "./opening-plan.ts";
import { isReleased } from "./release.ts";
import { CELL, DAY, type Instant, MINUTE, type Slot } from "./slot.ts";
import { horizonEnd, nextOnGrid, offers, type VisitTerms, visitsIn } from "./visits.ts";
import { type WhyNot, whyNot } from "./why-not.ts";

export interface SlotSearch extends VisitTerms {
  /** First start. */
  readonly from: Instant;
  /** Starts before. */
  readonly to: Instant;
  /** At most so many, the earliest. */
  readonly limit?: number;
}

/**
 * The slots that can be booked, in order: those of the timetable, inside hours and horizon, for which a desk is free
 * through all of the visit. `modes` tells every mode the time is offered in, also when one was asked for: what the
 * mode is chosen from does not depend on how the list was narrowed. `free` is the opening's desks less those occupied,
 * whatever their number: a timetable cut from two desks to one does not sell the first while the second is still
 * booked. `taken` must cover the search to the end of its last visit.
 */
export function freeSlots(plan: OpeningPlan, search: SlotSearch, taken: Occupancy): Slot[] {
  const { limit = Number.POSITIVE_INFINITY } = search;
  const { zone, office } = plan;
  // A visit that began a day ago is over.
  const from = Math.max(search.from, search.now - DAY);
  const to = Math.min(search.to, horizonEnd(plan, search));
  const fromCell = Math.ceil(from / CELL);
  const lastCell = Math.ceil(to / CELL) - 1;
  const walk = new OccupancyWalk(taken, fromCell);
  const slots: Slot[] = [];
  for (let day = zone.dayOf(from); zone.instantOf(day, 0) < to; day++) {
    for (const interval of openIntervalsOn(plan, day)) {
      const { desks } = interval.opening;
      if (!isReleased(plan, interval, search)) continue;
      const visits = visitsIn(interval, search);
      const { step, length, modes } = visits;
      if (!offers(modes, search)) continue;
      const last = Math.min(visits.latest, lastCell);
      for (let cell = nextOnGrid(visits, fromCell); cell <= last; cell += step) {
        const free = desks - walk.occupied(cell, cell + length, desks);
        if (free <= 0) continue;
        if (slots.length >= limit) return slots;
        slots.push({ office, start: cell * CELL, end: (cell + length) * CELL, modes, free });
      }
    }
  }
  return slots;
}

/**
 * One time, to be booked: the slot exactly as {@link freeSlots} lists it, with the numbers of its free desks in order;
 * or why it is not offered. `taken` must cover the visit.
 */
export function slotAt(
  plan: OpeningPlan,
  start: Instant,
  terms: VisitTerms,
  taken: Occupancy,
): { readonly slot: Slot; readonly desks: readonly number[] } | { readonly why: WhyNot } {
  const [slot] = freeSlots(plan, { ...terms, from: start, to: start + 1 }, taken);
  const interval = openIntervalAt(plan, start);
  if (!slot || !interval) return { why: whyNot(plan, start, terms, taken) };
  const occupied = occupiedDesks(taken, slot.start / CELL, slot.end / CELL);
  const desks = Array.from({ length: interval.opening.desks }, (_, index) => index + 1);
  return { slot, desks: desks.filter((desk) => !occupied.has(desk)) };
}

/** When a visit that begins then would be over; null when the office is not open then. */
export function visitEnd(plan: OpeningPlan, start: Instant, service: Service | undefined): Instant | null {
  const interval = openIntervalAt(plan, start);
  return interval && start + (service?.minutes ?? interval.opening.slot) * MINUTE;
}

/** The `count` slots closest to a time, in order; of two equally close the earlier. `slots` must be in order. */
export function nearestSlots(slots: readonly Slot[], start: Instant, count: number): readonly Slot[] {
  const later = slots.findIndex((slot) => slot.start >= start);
  let end = later === -1 ? slots.length : later;
  let begin = end;
  while (end - begin < count && end - begin < slots.length) {
    const before = start - (slots[begin - 1]?.start ?? Number.NEGATIVE_INFINITY);
    const after = (slots[end]?.start ?? Number.POSITIVE_INFINITY) - start;
    if (before <= after) begin--;
    else end++;
  }
  return slots.slice(begin, end);
}
