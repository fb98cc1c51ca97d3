import type { Booking } from "./booking.ts";
import { weekdayOf } from "./day.ts";
import { holidayOn } from "./holidays.ts";
import type { Municipality } from "./municipality.ts";
import { type Office, WEEKDAYS } from "./office.ts";
import {
  byHour,
  dayOfDate,
  type Hours,
  type PlannedClosure,
  type PlannedOpening,
  plannedClosure,
  plannedOpening,
  uncovered,
} from "./planned-hours.ts";
import type { Instant } from "./slot.ts";
import { type Zone, zone } from "./zone.ts";

/** An office's timetable made ready for arithmetic: days as day numbers, times as minutes of the wall clock. */
export interface OpeningPlan {
  readonly office: string;
  readonly zone: Zone;
  /** Openings by weekday, Monday first; those of a day by their hour. */
  readonly weekdays: readonly (readonly PlannedOpening[])[];
  readonly extras: ReadonlyMap<number, readonly PlannedOpening[]>;
  /** By first day. */
  readonly closures: readonly PlannedClosure[];
  readonly closedOnHolidays: boolean;
  readonly patronSaint: string | null;
}

/** A time without a break in which one opening is open. */
export interface OpenInterval {
  readonly start: Instant;
  readonly end: Instant;
  /** The opening's own start, from which its grid of slots is counted, also where a closure has cut that start off. */
  readonly anchor: Instant;
  readonly opening: PlannedOpening;
}

/** Why an office does not receive anybody at some time. */
export type ShutReason =
  | { readonly code: "closed"; readonly reason: string | null }
  | { readonly code: "holiday"; readonly id: string }
  | { readonly code: "outside_hours" };

/** Compiles a checked office. Throws on what an import would have refused. */
export function compilePlan(
  office: Office,
  municipality: Pick<Municipality, "timezone" | "patron_saint">,
): OpeningPlan {
  const extras = new Map<number, PlannedOpening[]>();
  for (const extra of office.openings ?? []) {
    const day = dayOfDate(extra.date);
    extras.set(day, [...(extras.get(day) ?? []), plannedOpening(extra)].sort(byHour));
  }
  const rules = (office.hours ?? []).map((rule) => ({ days: rule.days, opening: plannedOpening(rule) }));
  return {
    office: office.id,
    zone: zone(office.timezone ?? municipality.timezone),
    weekdays: WEEKDAYS.map((weekday) =>
      rules
        .filter(({ days }) => days.includes(weekday))
        .map(({ opening }) => opening)
        .sort(byHour),
    ),
    extras,
    closures: (office.closures ?? []).map(plannedClosure).sort((a, b) => a.firstDay - b.firstDay),
    closedOnHolidays: office.holidays ?? true,
    patronSaint: municipality.patron_saint ?? null,
  };
}

/**
 * When the office is open on a calendar day of its zone, in order and without overlap. A closure beats everything; an
 * extra opening beats the weekly hours it overlaps, and holds on public holidays, when weekly hours do not (unless the
 * office says otherwise).
 */
export function openIntervalsOn(plan: OpeningPlan, day: number): readonly OpenInterval[] {
  const openings = openingsOn(plan, day);
  if (openings.length === 0) return [];
  const covered: Hours[] = closuresOn(plan, day);
  const intervals: OpenInterval[] = [];
  for (const opening of openings) {
    for (const part of uncovered(opening, covered)) {
      const start = plan.zone.instantOf(day, part.from);
      const end = plan.zone.instantOf(day, part.to);
      const anchor = part.from === opening.from ? start : plan.zone.instantOf(day, opening.from);
      // Hours that the spring change skips are no time at all.
      if (start < end) intervals.push({ start, end, anchor, opening });
    }
    covered.push(opening);
  }
  return plan.extras.has(day) ? intervals.sort((a, b) => a.start - b.start) : intervals;
}

/** The open interval that an instant lies in; null when the office is shut then. */
export function openIntervalAt(plan: OpeningPlan, instant: Instant): OpenInterval | null {
  for (let day = plan.zone.dayOf(instant); plan.zone.instantOf(day, 0) <= instant; day++) {
    const interval = openIntervalsOn(plan, day).find(({ start, end }) => start <= instant && instant < end);
    if (interval) return interval;
  }
  return null;
}

/** Whether the office is open at an instant; "Fuori orario" when it is not. */
export function isOpenAt(plan: OpeningPlan, instant: Instant): boolean {
  return openIntervalAt(plan, instant) !== null;
}

/**
 * Whether a visit already agreed on still falls into opening hours of its mode, with that desk manned. It need not
 * stand on the grid.
 */
export function covers(plan: OpeningPlan, visit: Pick<Booking, "start" | "end" | "mode" | "desk">): boolean {
  for (let at = visit.start; at < visit.end; ) {
    const interval = openIntervalAt(plan, at);
    if (!interval?.opening.modes.includes(visit.mode) || interval.opening.desks < visit.desk) return false;
    at = interval.end;
  }
  return true;
}

/** Why the office is shut at an instant at which it is; closures and holidays only count where there would be hours. */
export function whyShutAt(plan: OpeningPlan, instant: Instant): ShutReason {
  for (let day = plan.zone.dayOf(instant); plan.zone.instantOf(day, 0) <= instant; day++) {
    const holds = ({ from, to }: Hours) =>
      plan.zone.instantOf(day, from) <= instant && instant < plan.zone.instantOf(day, to);
    if (![...extrasOn(plan, day), ...weeklyOn(plan, day)].some(holds)) continue;
    const closure = closuresOn(plan, day).find(holds);
    if (closure) return { code: "closed", reason: closure.reason };
    const holiday = holidayOf(plan, day);
    if (holiday) return { code: "holiday", id: holiday };
  }
  return { code: "outside_hours" };
}

/** In the order of precedence. */
function openingsOn(plan: OpeningPlan, day: number): readonly PlannedOpening[] {
  const extras = extrasOn(plan, day);
  const weekly = weeklyOn(plan, day);
  if (weekly.length === 0 || holidayOf(plan, day)) return extras;
  return extras.length === 0 ? weekly : [...extras, ...weekly];
}

function extrasOn(plan: OpeningPlan, day: number): readonly PlannedOpening[] {
  return plan.extras.get(day) ?? [];
}

function weeklyOn(plan: OpeningPlan, day: number): readonly PlannedOpening[] {
  const weekly = plan.weekdays[weekdayOf(day)] as readonly PlannedOpening[];
  return weekly.filter(({ validFromDay, validUntilDay }) => validFromDay <= day && day <= validUntilDay);
}

function holidayOf(plan: OpeningPlan, day: number): string | null {
  return plan.closedOnHolidays ? holidayOn(day, plan.patronSaint) : null;
}

function closuresOn(plan: OpeningPlan, day: number): PlannedClosure[] {
  const closures: PlannedClosure[] = [];
  for (const closure of plan.closures) {
    if (closure.firstDay > day) break;
    if (day <= closure.lastDay) closures.push(closure);
  }
  return closures;
}
