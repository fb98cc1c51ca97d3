import type { ExtraOpening, OpeningRule } from "./office.ts";
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
  const found: Overlap[] = [];
  all.forEach((later, second) => {
    if (!later) return;
    const first = all.findIndex(
      (earlier, index) =>
        index < second && earlier !== undefined && sharesHours(earlier, later) && sameDay(earlier, later),
    );
    if (first !== -1) found.push({ first, second });
  });
  return found;
}

/** Times and dates order as text. */
function sharesHours(a: Hours, b: Hours): boolean {
  return !!a.from && !!a.to && !!b.from && !!b.to && a.from < b.to && b.from < a.to;
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
