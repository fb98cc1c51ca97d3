import { MINUTE, MINUTES_A_DAY, parseDay, parseTime } from "./day.ts";
import {
  type Closure,
  type LocalDate,
  type LocalTime,
  MODES,
  type Mode,
  type Opening,
  type OpeningRule,
} from "./office.ts";
import { CELL } from "./slot.ts";

/** Part of a day, in minutes of the wall clock; `to` is exclusive. */
export interface Hours {
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
  /** Days before, and minute of that day, from which citizens may ask; null: always. */
  readonly release: { readonly days: number; readonly minute: number } | null;
}

export interface PlannedClosure extends Hours {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly reason: string | null;
}

/** An opening rule or extra opening, ready for arithmetic. Throws on what an import would have refused. */
export function plannedOpening(
  opening: Opening & Partial<Pick<OpeningRule, "valid_from" | "valid_until" | "release">>,
): PlannedOpening {
  const { release } = opening;
  return {
    from: minuteOf(opening.from),
    to: minuteOf(opening.to),
    slot: wholeCells(opening.slot),
    modes: modeSet(opening.modes),
    desks: opening.desks ?? 1,
    validFromDay: opening.valid_from ? dayOfDate(opening.valid_from) : Number.NEGATIVE_INFINITY,
    validUntilDay: opening.valid_until ? dayOfDate(opening.valid_until) : Number.POSITIVE_INFINITY,
    release: release ? { days: release.days, minute: minuteOf(release.at) } : null,
  };
}

/** A closure, ready for arithmetic. Throws on what an import would have refused. */
export function plannedClosure(closure: Closure): PlannedClosure {
  return {
    firstDay: dayOfDate(closure.from),
    lastDay: dayOfDate(closure.to ?? closure.from),
    from: closure.start ? minuteOf(closure.start) : 0,
    to: closure.end ? minuteOf(closure.end) : MINUTES_A_DAY,
    reason: closure.reason ?? null,
  };
}

/** Day number of a date that has been checked. */
export function dayOfDate(date: LocalDate): number {
  const day = parseDay(date);
  if (day === null) throw new Error(`not a date: ${date}`);
  return day;
}

function minuteOf(time: LocalTime): number {
  const minute = parseTime(time);
  if (minute === null) throw new Error(`not a time: ${time}`);
  return wholeCells(minute);
}

/** Slots are counted in cells: anything between would be sold without being claimed. */
function wholeCells(minutes: number): number {
  if ((minutes * MINUTE) % CELL !== 0) throw new Error(`not a multiple of five minutes: ${minutes}`);
  return minutes;
}

/** Orders hours by their beginning. */
export function byHour(a: Hours, b: Hours): number {
  return a.from - b.from;
}

/** What is left of some hours when others are taken out. */
export function uncovered(hours: Hours, covered: readonly Hours[]): readonly Hours[] {
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

/** The one array of these modes, frozen and in the order of {@link MODES}, that all slots with them share. */
export function modeSet(modes: readonly Mode[]): readonly Mode[] {
  const bits = MODES.reduce((sum, mode, position) => sum | (modes.includes(mode) ? 1 << position : 0), 0);
  return MODE_SETS[bits] as readonly Mode[];
}

const MODE_SETS: readonly (readonly Mode[])[] = Array.from({ length: 1 << MODES.length }, (_, bits) =>
  Object.freeze(MODES.filter((_, position) => bits & (1 << position))),
);
