import type { Mode, Service } from "./office.ts";
import type { OpenInterval, OpeningPlan } from "./opening-plan.ts";
import { modeSet } from "./planned-hours.ts";
import type { Policy } from "./policy.ts";
import { CELL, type Instant, MINUTE } from "./slot.ts";

/** Who asks for a visit, when, and of which kind. */
export interface VisitTerms {
  readonly now: Instant;
  readonly policy: Pick<Policy, "lead_minutes" | "horizon_days">;
  /** Only times at which this mode is offered; any where absent. */
  readonly mode?: Mode;
  /** What for: may have a length and modes of its own. */
  readonly service?: Service;
  /** Officials may book inside the lead time, before the release, and a slot that has begun but is not over. */
  readonly asStaff?: boolean;
}

/** The visits an open interval has for somebody. Starts and lengths are counted in cells: small integers are quick. */
export interface Visits {
  /** Where the grid begins. */
  readonly anchor: number;
  readonly step: number;
  readonly length: number;
  /** First and last start that the hours and the time of asking allow, on the grid or not. */
  readonly earliest: number;
  readonly latest: number;
  readonly modes: readonly Mode[];
}

export function visitsIn({ opening, anchor, start, end }: OpenInterval, terms: VisitTerms): Visits {
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

export function offers(modes: readonly Mode[], { mode }: VisitTerms): boolean {
  return mode === undefined ? modes.length > 0 : modes.includes(mode);
}

/** The first start of the grid from `cell` on. Steps are real time, also across changes of the clocks. */
export function nextOnGrid({ anchor, step, earliest }: Visits, cell: number): number {
  return anchor + Math.ceil((Math.max(earliest, cell) - anchor) / step) * step;
}

/** The end of the last day that can be booked: `horizon_days` days after today in the office's calendar. */
export function horizonEnd({ zone }: OpeningPlan, { now, policy }: VisitTerms): Instant {
  return zone.instantOf(zone.dayOf(now) + policy.horizon_days + 1, 0);
}
