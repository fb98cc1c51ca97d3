import { DAY, MINUTE } from "./day.ts";
import { type Occupancy, OccupancyWalk, occupiedDesks } from "./occupancy.ts";
import type { Mode, Service } from "./office.ts";
import {
  type OpenInterval,
  type OpeningPlan,
  openIntervalAt,
  openIntervalsOn,
  type ShutReason,
  whyShutAt,
} from "./opening-plan.ts";
import { modeSet } from "./planned-hours.ts";
import type { Policy } from "./policy.ts";
import { CELL, type Instant, type Slot } from "./slot.ts";

/** Who asks for a visit, when, and of which kind. */
export interface VisitTerms {
  readonly now: Instant;
  readonly policy: Pick<Policy, "lead_minutes" | "horizon_days">;
  /** Only times at which this mode is offered; any where absent. */
  readonly mode?: Mode;
  /** What for: may have a length and modes of its own. */
  readonly service?: Service;
  /** Officials may book inside the lead time, and a slot that has begun but is not over. */
  readonly asStaff?: boolean;
}

export interface SlotSearch extends VisitTerms {
  /** First start. */
  readonly from: Instant;
  /** Starts before. */
  readonly to: Instant;
  /** At most so many, the earliest. */
  readonly limit?: number;
}

/** Why a time is not offered. */
export type WhyNot =
  | { readonly code: "past" }
  /** Inside the lead time. */
  | { readonly code: "too_soon"; readonly earliest: Instant }
  /** `latest`: the last minute of the last day that can be booked. */
  | { readonly code: "beyond_horizon"; readonly latest: Instant }
  | ShutReason
  /** The office is open, but no slot begins then. */
  | { readonly code: "off_grid" }
  | { readonly code: "other_mode_only" }
  /** The visit would not be over when the opening is. */
  | { readonly code: "service_does_not_fit" }
  /** Every desk is taken for a part of the visit. */
  | { readonly code: "taken" };

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
  if (!slot || !interval) return { why: whyNot(plan, interval, start, terms) };
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

/** The visits an open interval has for somebody. Starts and lengths are counted in cells: small integers are quick. */
interface Visits {
  /** Where the grid begins. */
  readonly anchor: number;
  readonly step: number;
  readonly length: number;
  /** First and last start that the hours and the time of asking allow, on the grid or not. */
  readonly earliest: number;
  readonly latest: number;
  readonly modes: readonly Mode[];
}

function visitsIn({ opening, anchor, start, end }: OpenInterval, terms: VisitTerms): Visits {
  const { now, policy, service, asStaff } = terms;
  const length = ((service?.minutes ?? opening.slot) * MINUTE) / CELL;
  const bookable = asStaff
    ? Math.floor(now / CELL) - length + 1
    : Math.ceil((now + policy.lead_minutes * MINUTE) / CELL);
  const competent = service?.modes;
  return {
    anchor: anchor / CELL,
    step: (opening.slot * MINUTE) / CELL,
    length,
    earliest: Math.max(start / CELL, bookable),
    latest: end / CELL - length,
    modes: competent ? modeSet(opening.modes.filter((mode) => competent.includes(mode))) : opening.modes,
  };
}

function offers(modes: readonly Mode[], { mode }: VisitTerms): boolean {
  return mode === undefined ? modes.length > 0 : modes.includes(mode);
}

/** The first start of the grid from `cell` on. Steps are real time, also across changes of the clocks. */
function nextOnGrid({ anchor, step, earliest }: Visits, cell: number): number {
  return anchor + Math.ceil((Math.max(earliest, cell) - anchor) / step) * step;
}

/** The end of the last day that can be booked: `horizon_days` days after today in the office's calendar. */
function horizonEnd({ zone }: OpeningPlan, { now, policy }: VisitTerms): Instant {
  return zone.instantOf(zone.dayOf(now) + policy.horizon_days + 1, 0);
}

/** Why {@link freeSlots} does not list a start: its rules once more, in the order in which they are worth telling. */
function whyNot(plan: OpeningPlan, interval: OpenInterval | null, start: Instant, terms: VisitTerms): WhyNot {
  const { now, policy, service, asStaff } = terms;
  if (!asStaff) {
    const earliest = now + policy.lead_minutes * MINUTE;
    if (start < now) return { code: "past" };
    if (start < earliest) return { code: "too_soon", earliest };
  }
  const end = horizonEnd(plan, terms);
  if (start >= end) return { code: "beyond_horizon", latest: end - MINUTE };
  if (!interval) return whyShutAt(plan, start);

  const { anchor, step, length, latest, modes } = visitsIn(interval, terms);
  const cell = start / CELL;
  if (asStaff && (cell + length) * CELL <= now) return { code: "past" };
  if ((cell - anchor) % step !== 0) return { code: "off_grid" };
  if (cell > latest) {
    const shut = whyShutAt(plan, interval.end);
    return shut.code === "outside_hours" && service?.minutes ? { code: "service_does_not_fit" } : shut;
  }
  return offers(modes, terms) ? { code: "taken" } : { code: "other_mode_only" };
}
