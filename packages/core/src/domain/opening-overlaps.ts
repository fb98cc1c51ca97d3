import type { ExtraOpening, OpeningRule } from "./office.ts";
import { minuteOf } from "./timetable-values.ts";
import type { Draft } from "./tree-reader.ts";

/** Two openings of one office that would sell the same desk twice; `second` is the position of the later written. */
export interface Overlap {
  readonly first: number;
  readonly second: number;
}

/** Weekly rules that share a weekday, an hour and a day of validity. One overlap for each rule, with the first it meets. */
export function overlappingRules(rules: readonly (Draft<OpeningRule> | undefined)[]): readonly Overlap[] {
  return overlaps(rules, (a, b) => sharesDay(a, b) && sharesValidity(a, b));
}

/** Extra openings that share a date and an hour. */
export function overlappingOpenings(
  openings: readonly (Draft<ExtraOpening> | undefined)[],
): readonly Overlap[] {
  return overlaps(openings, (a, b) => a.date !== undefined && a.date === b.date);
}

interface Hours {
  readonly from?: string;
  readonly to?: string;
}

function overlaps<T extends Hours>(
  all: readonly (T | undefined)[],
  sameDay: (a: T, b: T) => boolean,
): readonly Overlap[] {
  // Each is compared with each, and numbers in a fraction of the time that texts take.
  const spans = all.map((hours) => hours && { hours, from: minute(hours.from), to: minute(hours.to) });
  const found: Overlap[] = [];
  for (let second = 0; second < spans.length; second++) {
    for (let first = 0; first < second; first++) {
      const [a, b] = [spans[first], spans[second]];
      if (!a || !b || !sharesHours(a, b) || !sameDay(a.hours, b.hours)) continue;
      found.push({ first, second });
      break;
    }
  }
  return found;
}

/** Minutes of the day. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function sharesHours(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

/** NaN, with which no comparison holds, where there is none. */
function minute(time: string | undefined): number {
  return time === undefined ? Number.NaN : minuteOf(time);
}

function sharesDay(a: Draft<OpeningRule>, b: Draft<OpeningRule>): boolean {
  return b.days?.some((day) => day !== undefined && a.days?.includes(day)) ?? false;
}

function sharesValidity(a: Draft<OpeningRule>, b: Draft<OpeningRule>): boolean {
  return (
    !(a.valid_until && b.valid_from && a.valid_until < b.valid_from) &&
    !(b.valid_until && a.valid_from && b.valid_until < a.valid_from)
  );
}
