import { type OpenInterval, type OpeningPlan, openIntervalsOn } from "./opening-plan.ts";
import type { Instant } from "./slot.ts";
import type { VisitTerms } from "./visits.ts";

/**
 * When citizens may begin to ask for the times of an opening: `release.days` days before its own day, at `release.at`
 * on the office's clock. Null: from always on.
 */
export function releaseOf({ zone }: OpeningPlan, { opening, anchor }: OpenInterval): Instant | null {
  const { release } = opening;
  return release && zone.instantOf(zone.dayOf(anchor) - release.days, release.minute);
}

/** Whether whoever asks may have the times of an opening already. */
export function isReleased(
  plan: OpeningPlan,
  interval: OpenInterval,
  { now, asStaff }: Pick<VisitTerms, "now" | "asStaff">,
): boolean {
  return asStaff || interval.opening.release === null || (releaseOf(plan, interval) as Instant) <= now;
}

/** The next instant after `now` at which more times can be asked for; null when nothing is kept back. */
export function nextRelease(plan: OpeningPlan, { now, policy }: VisitTerms): Instant | null {
  const longest = Math.max(0, ...plan.weekdays.flat().map(({ release }) => release?.days ?? 0));
  if (longest === 0) return null;
  const today = plan.zone.dayOf(now);
  let next: Instant | null = null;
  for (let day = today; day <= today + longest + policy.horizon_days + 1; day++) {
    if (next !== null && day > plan.zone.dayOf(next) + longest) break;
    for (const interval of openIntervalsOn(plan, day)) {
      const { release } = interval.opening;
      // What is released before it comes within the horizon opens with the horizon, as every day does.
      if (!release || release.days > policy.horizon_days) continue;
      const at = releaseOf(plan, interval) as Instant;
      if (at > now && (next === null || at < next)) next = at;
    }
  }
  return next;
}

/** Days past the horizon in which the next opening is looked for. */
const LOOKED_AHEAD = 400;

/**
 * When the horizon reaches the next day on which the office opens: the beginning of the day on which that day can first
 * be asked for. Null where the timetable has none for a year.
 */
export function nextInHorizon(plan: OpeningPlan, { now, policy }: VisitTerms): Instant | null {
  const last = plan.zone.dayOf(now) + policy.horizon_days;
  for (let day = last + 1; day <= last + LOOKED_AHEAD; day++) {
    if (openIntervalsOn(plan, day).length > 0) return plan.zone.instantOf(day - policy.horizon_days, 0);
  }
  return null;
}
