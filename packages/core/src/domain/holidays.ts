import { civilOf, dayNumber, TWO_DIGITS, weekdayOf } from "./day.ts";

/**
 * The public holiday on a day in Italy, as a stable id to be put into words elsewhere; null on a working day and on an
 * ordinary Sunday. `patronSaint` is the town's own holiday, `MM-DD`. Sources: law no. 260 of 1949, with no. 54 of 1977,
 * d.P.R. no. 792 of 1985 (Epiphany), no. 336 of 2000 (2 June) and no. 151 of 2025 (4 October, in force from 2026).
 */
export function holidayOn(day: number, patronSaint?: string | null): string | null {
  const { year, month, day: ofMonth } = civilOf(day);
  const holiday = NATIONAL.get(month * 100 + ofMonth);
  if (holiday && year >= holiday.since) return holiday.id;
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY && day === easterDay(year)) return "easter";
  if (weekday === MONDAY && day === easterDay(year) + 1) return "easter_monday";
  const isPatronSaint = patronSaint != null && isOn(patronSaint, month, ofMonth);
  return isPatronSaint ? "patron_saint" : null;
}

function isOn(monthAndDay: string, month: number, day: number): boolean {
  return monthAndDay.startsWith(TWO_DIGITS[month] ?? "") && monthAndDay.endsWith(TWO_DIGITS[day] ?? "");
}

const MONDAY = 0;
const SUNDAY = 6;

/** By month * 100 + day. */
const NATIONAL: ReadonlyMap<number, { readonly id: string; readonly since: number }> = new Map([
  [101, { id: "new_year", since: 1949 }],
  [106, { id: "epiphany", since: 1986 }],
  [425, { id: "liberation_day", since: 1949 }],
  [501, { id: "labour_day", since: 1949 }],
  [602, { id: "republic_day", since: 2001 }],
  [815, { id: "assumption", since: 1949 }],
  [1004, { id: "saint_francis", since: 2026 }],
  [1101, { id: "all_saints", since: 1949 }],
  [1208, { id: "immaculate_conception", since: 1949 }],
  [1225, { id: "christmas", since: 1949 }],
  [1226, { id: "saint_stephen", since: 1949 }],
]);

/**
 * Day number of Easter Sunday in the Gregorian calendar. Source: the anonymous algorithm of "Nature", 20 April 1876,
 * as in J. Meeus, "Astronomical Algorithms", chapter 8; letters as there.
 */
export function easterDay(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
}
