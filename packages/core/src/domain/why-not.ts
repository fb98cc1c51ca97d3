import { type Occupancy, occupiedDesks } from "./occupancy.ts";
import { type OpeningPlan, openIntervalAt, type ShutReason, whyShutAt } from "./opening-plan.ts";
import { isReleased, releaseOf } from "./release.ts";
import { CELL, type Instant, MINUTE } from "./slot.ts";
import { horizonEnd, offers, type VisitTerms, visitsIn } from "./visits.ts";

/** Why a time is not offered. */
export type WhyNot =
  | { readonly code: "past" }
  /** Inside the lead time. */
  | { readonly code: "too_soon"; readonly earliest: Instant }
  /** `latest`: the last minute of the last day that can be booked. */
  | { readonly code: "beyond_horizon"; readonly latest: Instant }
  /** The rule opens its times in batches, and this one's is still to come. */
  | { readonly code: "not_released"; readonly opens: Instant }
  | ShutReason
  /** The office is open, but no slot begins then. */
  | { readonly code: "off_grid" }
  | { readonly code: "other_mode_only" }
  /** The visit would not be over when the opening is. */
  | { readonly code: "service_does_not_fit" }
  /** Every desk is taken for a part of the visit. */
  | { readonly code: "taken" };

/** The first of {@link whyNots}, of a time that is not among the free slots. */
export function whyNot(plan: OpeningPlan, start: Instant, terms: VisitTerms, taken: Occupancy): WhyNot {
  const [why] = whyNots(plan, start, terms, taken);
  if (!why) throw new Error(`a time without a reason not to be offered: ${start}`);
  return why;
}

/**
 * Every rule that keeps a start out of the free slots, in the order in which they are worth telling; none when it is
 * among them. `taken` must cover the visit.
 */
export function whyNots(
  plan: OpeningPlan,
  start: Instant,
  terms: VisitTerms,
  taken: Occupancy,
): readonly WhyNot[] {
  const { now, policy, service, asStaff } = terms;
  const whys: WhyNot[] = [];
  const interval = openIntervalAt(plan, start);
  const visits = interval && visitsIn(interval, terms);
  const cell = start / CELL;
  if (asStaff) {
    if (visits ? (cell + visits.length) * CELL <= now : start < now) whys.push({ code: "past" });
  } else {
    const earliest = now + policy.lead_minutes * MINUTE;
    if (start < now) whys.push({ code: "past" });
    else if (start < earliest) whys.push({ code: "too_soon", earliest });
  }
  const end = horizonEnd(plan, terms);
  if (start >= end) whys.push({ code: "beyond_horizon", latest: end - MINUTE });
  if (!interval || !visits) return [...whys, whyShutAt(plan, start)];

  if (!isReleased(plan, interval, terms))
    whys.push({ code: "not_released", opens: releaseOf(plan, interval) as Instant });
  const { anchor, step, length, latest, modes } = visits;
  if ((cell - anchor) % step !== 0) whys.push({ code: "off_grid" });
  if (cell > latest) {
    const shut = whyShutAt(plan, interval.end);
    whys.push(shut.code === "outside_hours" && service?.minutes ? { code: "service_does_not_fit" } : shut);
  }
  if (!offers(modes, terms)) whys.push({ code: "other_mode_only" });
  // A visit that never stood on the grid holds whole cells all the same.
  const occupied = occupiedDesks(taken, Math.floor(cell), Math.ceil(cell) + length).size;
  if (interval.opening.desks <= occupied) whys.push({ code: "taken" });
  return whys;
}
