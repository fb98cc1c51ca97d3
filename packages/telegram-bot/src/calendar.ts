import { formatDay, type LocalDate, type Locale, languageTag, parseDay, weekdayOf } from "@ricevimenti/core";

/** A calendar month, `YYYY-MM`. */
export type Month = string;

export function monthOf(day: LocalDate): Month {
  return day.slice(0, 7);
}

/** The weeks of a month from the first to the last of the days given, Mondays first; null where it is another month. */
export function weeksOf(
  month: Month,
  days: readonly LocalDate[],
): readonly (readonly (LocalDate | null)[])[] {
  const own = days.filter((day) => monthOf(day) === month).map((day) => parseDay(day) ?? 0);
  if (own.length === 0) return [];
  const monday = Math.min(...own) - weekdayOf(Math.min(...own));
  const weeks = Math.floor((Math.max(...own) - monday) / 7) + 1;
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = formatDay(monday + week * 7 + weekday);
      return monthOf(day) === month ? day : null;
    }),
  );
}

/** "dicembre 2026". */
export function monthName(month: Month, locale: Locale): string {
  return formatted(Date.parse(`${month}-01T00:00Z`), locale, { month: "long", year: "numeric" });
}

/** From Monday: "lun", "mar" and so on. */
export function weekdayNames(locale: Locale): readonly string[] {
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) =>
    formatted(Date.UTC(2024, 0, 1 + day), locale, { weekday: "short" }),
  );
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatted(at: number, locale: Locale, style: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${Object.keys(style).join()}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(languageTag(locale), { ...style, timeZone: "UTC" });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}
