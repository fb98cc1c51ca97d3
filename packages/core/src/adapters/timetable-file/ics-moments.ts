import ICAL from "ical.js";
import { dayNumber, formatDay, formatTime, MINUTES_A_DAY, weekdayOf } from "../../domain/day.ts";
import { WEEKDAYS, type Weekday } from "../../domain/office.ts";
import { isZone, zone } from "../../domain/zone.ts";

/** A time as a clock on the office's wall shows it. */
export interface Moment {
  /** Day number. */
  readonly day: number;
  /** Of that day; null for a whole day. */
  readonly minute: number | null;
}

/** What cannot be said by weekly rules; `value` is the part that is too much. */
export class Beyond extends Error {
  readonly value: string;

  constructor(value: string) {
    super(value);
    this.value = value;
  }
}

/** Wall clock in the office's zone. A zone with a name of its own (Outlook's) is taken to be the office's. */
export function momentOf(time: ICAL.Time, timezone: string): Moment {
  const day = dayNumber(time.year, time.month, time.day);
  if (time.isDate) return { day, minute: null };
  const minute = time.hour * 60 + time.minute;
  const written = zoneOf(time);
  if (written === null || written === timezone) return { day, minute };
  const instant = zone(written).instantOf(day, minute);
  const here = zone(timezone);
  return { day: here.dayOf(instant), minute: here.minuteOf(instant) };
}

/** The IANA zone a time was written in; null for the office's own. */
export function zoneOf(time: ICAL.Time): string | null {
  if (time.isDate) return null;
  if (time.zone === ICAL.Timezone.utcTimezone) return "UTC";
  // The library keeps the name of a zone that the file does not define, which its types do not say.
  const { timezone } = time as ICAL.Time & { readonly timezone?: string };
  const id = timezone ?? time.zone?.tzid ?? "floating";
  return isZone(id) ? id : null;
}

/** How a component repeats. */
export type Repetition =
  /** Every week on some days, from the first day to the last, if there is one. */
  | {
      readonly kind: "weekly";
      readonly days: readonly Weekday[];
      readonly last: number | null;
      readonly except: readonly number[];
      readonly more: readonly number[];
    }
  | { readonly kind: "dates"; readonly days: readonly number[] };

/** More than this of one event is no timetable. */
const OCCURRENCES_MAX = 1000;

/** When a component takes place. Throws {@link Beyond} when neither weekly rules nor a list of days can say it. */
export function repetitionOf(component: ICAL.Component, start: ICAL.Time, timezone: string): Repetition {
  const [rule, ...others] = component
    .getAllProperties("rrule")
    .map((property) => property.getFirstValue() as unknown as ICAL.Recur);
  const listed = (name: string) =>
    component
      .getAllProperties(name)
      .flatMap((property) => property.getValues() as unknown as readonly ICAL.Time[])
      .map((time) => momentOf(time, timezone).day);
  const except = listed("exdate");
  const more = listed("rdate");
  if (others.length > 0) throw new Beyond("RRULE");
  const first = momentOf(start, timezone).day;
  if (!rule) return { kind: "dates", days: [first, ...more].filter((day) => !except.includes(day)) };
  const written = zoneOf(start);
  // An hour of another zone is another hour here when only one of them changes its clocks.
  if (written !== null && written !== timezone) throw new Beyond(written);
  const days = weeklyDays(rule, first);
  const bounded = Boolean(rule.count || rule.until);
  if (days) {
    const last = rule.until
      ? momentOf(rule.until, timezone).day
      : rule.count
        ? (occurrences(rule, start, timezone).at(-1) ?? first)
        : null;
    return { kind: "weekly", days, last, except, more };
  }
  if (!bounded) throw new Beyond(rule.toString());
  const all = [...occurrences(rule, start, timezone), ...more];
  return { kind: "dates", days: all.filter((day) => !except.includes(day)) };
}

/** Null when it is not every week alike. */
function weeklyDays(rule: ICAL.Recur, first: number): readonly Weekday[] | null {
  const { BYDAY = [], ...others } = rule.parts as Readonly<Record<string, readonly string[]>>;
  if (Object.keys(others).length > 0 || rule.interval > 1) return null;
  if (rule.freq !== "WEEKLY" && rule.freq !== "DAILY") return null;
  const days = BYDAY.map((name) => DAYS[name]);
  if (days.some((day) => day === undefined)) return null;
  if (days.length > 0) return days as Weekday[];
  return rule.freq === "DAILY" ? WEEKDAYS : [WEEKDAYS[weekdayOf(first)] as Weekday];
}

const DAYS: Readonly<Record<string, Weekday>> = Object.fromEntries(
  WEEKDAYS.map((day) => [day.slice(0, 2).toUpperCase(), day]),
);

function occurrences(rule: ICAL.Recur, start: ICAL.Time, timezone: string): readonly number[] {
  const iterator = rule.iterator(start);
  const days: number[] = [];
  for (let time = iterator.next(); time; time = iterator.next()) {
    if (days.length >= OCCURRENCES_MAX) throw new Beyond(rule.toString());
    days.push(momentOf(time, timezone).day);
  }
  return days;
}

/** Hours of one day, `10:00` to `12:00`. Throws {@link Beyond} when they go past midnight. */
export function hoursOf(start: Moment, end: Moment): { readonly from: string; readonly to: string } {
  const length = (end.day - start.day) * MINUTES_A_DAY + (end.minute ?? 0);
  if (length > MINUTES_A_DAY) throw new Beyond("DTEND");
  return { from: formatTime(start.minute ?? 0), to: formatTime(length) };
}

/** Closed times from one moment to another, day by day where they begin or end within a day. */
export function closedBetween(start: Moment, end: Moment): readonly Record<string, string>[] {
  if (start.minute === null || end.minute === null)
    return [span(start.day, Math.max(start.day, end.day - 1))];
  const last = end.minute === 0 ? end.day - 1 : end.day;
  if (last <= start.day) {
    const to = end.minute === 0 ? "24:00" : formatTime(end.minute);
    const whole = start.minute === 0 && to === "24:00";
    return [{ from: formatDay(start.day), ...(!whole && { start: formatTime(start.minute), end: to }) }];
  }
  const firstWhole = start.minute === 0 ? start.day : start.day + 1;
  const lastWhole = end.minute === 0 ? last : last - 1;
  return [
    ...(start.minute === 0
      ? []
      : [{ from: formatDay(start.day), start: formatTime(start.minute), end: "24:00" }]),
    ...(firstWhole <= lastWhole ? [span(firstWhole, lastWhole)] : []),
    ...(end.minute === 0 ? [] : [{ from: formatDay(last), start: "00:00", end: formatTime(end.minute) }]),
  ];
}

export function span(from: number, to: number): Record<string, string> {
  return { from: formatDay(from), ...(to > from && { to: formatDay(to) }) };
}
