import type { Booking } from "./booking.ts";
import { MINUTES_A_DAY, parseDay, parseTime, weekdayOf } from "./day.ts";
import { holidayOn } from "./holidays.ts";
import type { Municipality } from "./municipality.ts";
import {
  type Closure,
  MODES,
  type Mode,
  type Office,
  type Opening,
  type OpeningRule,
  WEEKDAYS,
} from "./office.ts";
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

/** Part of a day, in minutes of the wall clock; `to` is exclusive. */
interface Hours {
  readonly from: number;
  readonly to: number;
}

export interface PlannedOpening extends Hours {
  /** Minutes. */
  readonly slot: number;
  /** One of the arrays of {@link modeSet}. */
  readonly modes: readonly Mode[];
  readonly desks: number;
  readonly validFromDay: number;
  readonly validUntilDay: number;
}

export interface PlannedClosure extends Hours {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly reason: string | null;
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
  const rules = office.hours ?? [];
  const extras = new Map<number, PlannedOpening[]>();
  for (const extra of office.openings ?? []) {
    const day = dayIn(extra.date);
    extras.set(day, [...(extras.get(day) ?? []), planned(extra)].sort(byHour));
  }
  const plannedRules = rules.map((rule) => ({ days: rule.days, opening: planned(rule) }));
  return {
    office: office.id,
    zone: zone(office.timezone ?? municipality.timezone),
    weekdays: WEEKDAYS.map((weekday) =>
      plannedRules
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

/** The one array of these modes, frozen and in the order of {@link MODES}, that all slots with them share. */
export function modeSet(modes: readonly Mode[]): readonly Mode[] {
  const bits = MODES.reduce((sum, mode, position) => sum | (modes.includes(mode) ? 1 << position : 0), 0);
  return MODE_SETS[bits] as readonly Mode[];
}

const MODE_SETS: readonly (readonly Mode[])[] = Array.from({ length: 1 << MODES.length }, (_, bits) =>
  Object.freeze(MODES.filter((_, position) => bits & (1 << position))),
);

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
  return plan.closures.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
}

/** What is left of some hours when others are taken out. */
function uncovered(hours: Hours, covered: readonly Hours[]): readonly Hours[] {
  let parts = [hours];
  for (const cover of covered) {
    if (cover.from >= hours.to || cover.to <= hours.from) continue;
    parts = parts
      .flatMap(({ from, to }) => [
        { from, to: Math.min(to, cover.from) },
        { from: Math.max(from, cover.to), to },
      ])
      .filter(({ from, to }) => from < to);
  }
  return parts;
}

function planned(
  opening: Opening & Partial<Pick<OpeningRule, "valid_from" | "valid_until">>,
): PlannedOpening {
  return {
    from: minuteIn(opening.from),
    to: minuteIn(opening.to),
    slot: opening.slot,
    modes: modeSet(opening.modes),
    desks: opening.desks ?? 1,
    validFromDay: opening.valid_from ? dayIn(opening.valid_from) : Number.NEGATIVE_INFINITY,
    validUntilDay: opening.valid_until ? dayIn(opening.valid_until) : Number.POSITIVE_INFINITY,
  };
}

function plannedClosure(closure: Closure): PlannedClosure {
  return {
    firstDay: dayIn(closure.from),
    lastDay: dayIn(closure.to ?? closure.from),
    from: closure.start ? minuteIn(closure.start) : 0,
    to: closure.end ? minuteIn(closure.end) : MINUTES_A_DAY,
    reason: closure.reason ?? null,
  };
}

function byHour(a: Hours, b: Hours): number {
  return a.from - b.from;
}

function dayIn(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new Error(`not a date: ${text}`);
  return day;
}

function minuteIn(text: string): number {
  const minute = parseTime(text);
  if (minute === null) throw new Error(`not a time: ${text}`);
  return minute;
}
