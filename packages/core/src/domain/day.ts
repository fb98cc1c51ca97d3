/**
 * Calendar days as whole numbers, days since 1970-01-01, in whichever zone's calendar is meant; and times of day as
 * minutes of the wall clock. Integer arithmetic only: no `Date`, no zone.
 */

/** Milliseconds of a minute and of a day of 24 hours. */
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Minutes of a wall clock's day, whatever the clocks do that day. */
export const MINUTES_A_DAY = 1_440;

/** "00" to "99": the quick way from numbers to dates and times. */
export const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, n) =>
  String(n).padStart(2, "0"),
);

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/**
 * Day number of a date of the Gregorian calendar; months and days out of range run over into the next.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`: years begin in March, so
 * that the leap day is the last of its year, and repeat every 400 years (146,097 days).
 */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number; the way back from {@link dayNumber} (same source, `civil_from_days`). */
export function civilOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** 0 for Monday to 6 for Sunday, the order of `WEEKDAYS`. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  const fromMonday = (day + 3) % 7;
  return fromMonday < 0 ? fromMonday + 7 : fromMonday;
}

/** Day number of `YYYY-MM-DD`; null when malformed or not in the calendar (2026-02-30). */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatDay(day) === text ? day : null;
}

/** `YYYY-MM-DD`, for the years 0 to 9999. */
export function formatDay(dayNumber: number): string {
  const { year, month, day } = civilOf(dayNumber);
  return `${TWO_DIGITS[Math.floor(year / 100)]}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
}

/** Minutes since midnight of `HH:MM`, 0 to 1440 (`24:00` ends a day); null when malformed. */
export function parseTime(text: string): number | null {
  if (text.length !== 5 || text[2] !== ":") return null;
  const minutes = twoDigits(text, 3);
  const total = twoDigits(text, 0) * 60 + minutes;
  return minutes < 60 && total <= MINUTES_A_DAY ? total : null;
}

/** NaN, with which no comparison holds, when they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** `HH:MM` of minutes since midnight, 0 to 1440. */
export function formatTime(minute: number): string {
  return `${TWO_DIGITS[Math.floor(minute / 60)]}:${TWO_DIGITS[minute % 60]}`;
}
