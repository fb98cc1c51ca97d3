import { formatDay, type Instant, parseDay, type Slot, zone } from "@ricevimenti/core";

/** Free times by calendar day of the office's zone, the days as whole numbers since 1970. */
export interface FreeDays {
  readonly timezone: string;
  readonly slots: readonly Slot[];
  /** In order. */
  readonly days: ReadonlyMap<number, readonly Slot[]>;
  /** `YYYY-MM` of each month with a free day, in order. */
  readonly months: readonly string[];
  /** Today. */
  readonly today: number;
}

export function freeDays(slots: readonly Slot[], timezone: string, now: Instant): FreeDays {
  const local = zone(timezone);
  const days = Map.groupBy(slots, ({ start }) => local.dayOf(start));
  const months = [...new Set([...days.keys()].map(monthOf))];
  return { timezone, slots, days, months, today: local.dayOf(now) };
}

/** `YYYY-MM`. */
export function monthOf(day: number): string {
  return formatDay(day).slice(0, 7);
}

/** What the visitor looks at. */
export interface Shown {
  readonly month: string;
  /** Null where the month was chosen and the day is still to be. */
  readonly day: number | null;
}

/**
 * The day and month to show: those of the address when there is something free, else the day of the time already
 * chosen, else the first free one. Null when nothing is free at all.
 */
export function shownDay(
  free: FreeDays,
  asked: { readonly day?: string | undefined; readonly month?: string | undefined },
  chosen: Instant | null,
): Shown | null {
  const askedDay = parseDay(asked.day ?? "");
  if (askedDay !== null && free.days.has(askedDay)) return { month: monthOf(askedDay), day: askedDay };
  if (asked.month !== undefined && free.months.includes(asked.month)) {
    const [first = null] = [...free.days.keys()].filter((day) => monthOf(day) === asked.month);
    return { month: asked.month, day: first };
  }
  const chosenDay = chosen === null ? null : zone(free.timezone).dayOf(chosen);
  const [first] = free.days.keys();
  const day = chosenDay !== null && free.days.has(chosenDay) ? chosenDay : first;
  return day === undefined ? null : { month: monthOf(day), day };
}

const NEAREST = 6;

/** The free times closest to one that was lost, in order of time. */
export function nearestTo(slots: readonly Slot[], start: Instant): readonly Slot[] {
  return slots
    .toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
    .slice(0, NEAREST)
    .sort((a, b) => a.start - b.start);
}
