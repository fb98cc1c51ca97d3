import type { Locale } from "../domain/municipality.ts";
import { type Mode, WEEKDAYS, type Weekday } from "../domain/office.ts";
import { DAY, type Instant } from "../domain/slot.ts";
import { type Say, texts } from "./catalogue.ts";

/*
 * How times are written for people. Every time is shown in the office's IANA zone, on a 24-hour clock, whatever the
 * machine's own zone. `Intl` alone does it, so that showing a page does not load Luxon.
 */

/**
 * A slot in one line: "lun 13/12/21 - 10:00 (15 min.) - In Presenza" (the handbook's own form in Italian); without the
 * last part when no mode is given.
 */
export function slotLine(
  slot: { readonly start: Instant; readonly end: Instant; readonly mode?: Mode },
  locale: Locale,
  timezone: string,
): string {
  const say = texts("common", locale);
  const line = say("slot-line", {
    day: shortDay(slot.start, locale, timezone),
    time: timeOf(slot.start, locale, timezone),
    minutes: Math.round((slot.end - slot.start) / 60_000),
  });
  return slot.mode ? say("slot-line-mode", { slot: line, mode: modeName(slot.mode, say) }) : line;
}

/** "In Presenza" or "VIRTUALE". `say` of any area will do. */
export function modeName(mode: Mode, say: Say): string {
  return say(mode === "virtual" ? "mode-virtual" : "mode-in-person");
}

/** "lunedì 13 dicembre 2021". */
export function longDay(at: Instant, locale: Locale, timezone: string): string {
  return dated(at, locale, timezone, "long");
}

/** "lun 13/12/21"; in English "Mon, 13 Dec 2021". */
export function shortDay(at: Instant, locale: Locale, timezone: string): string {
  return dated(at, locale, timezone, locale === "en" ? "named" : "short");
}

/** "lunedì". */
export function weekdayName(weekday: Weekday, locale: Locale): string {
  // 5 January 1970 was a Monday.
  return dated((4 + WEEKDAYS.indexOf(weekday)) * DAY, locale, "UTC", "weekday");
}

/** "10:00". */
export function timeOf(at: Instant, locale: Locale, timezone: string): string {
  return dated(at, locale, timezone, "time");
}

/**
 * A deadline with its day, because a mail may be read on another: "ore 12:30 di lunedì 13 dicembre". Italian sentences
 * put "entro le" before it, English ones "by".
 */
export function untilHour(at: Instant, locale: Locale, timezone: string): string {
  return texts("common", locale)("hour-of-day", {
    time: timeOf(at, locale, timezone),
    day: dated(at, locale, timezone, "day"),
  });
}

/**
 * What is left, in the handbook's form: "1 giorno, 22 ore, 33 minuti e 30 secondi". Parts that are zero are left out;
 * a second that has begun counts, so that "0 secondi" is said only when nothing is left.
 */
export function countdown(milliseconds: number, locale: Locale): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = [
    [Math.floor(seconds / 86_400), "day"],
    [Math.floor(seconds / 3_600) % 24, "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ] as const;
  const said = parts.filter(([count]) => count > 0);
  return listed(
    (said.length > 0 ? said : parts.slice(-1)).map(([count, unit]) => counted(count, unit, locale)),
    locale,
  );
}

/** A length of whole minutes: "15 minuti", "2 ore", "1 giorno e 6 ore". */
export function duration(minutes: number, locale: Locale): string {
  return countdown(minutes * 60_000, locale);
}

type Style = keyof typeof STYLES;
const STYLES = {
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  day: { weekday: "long", day: "numeric", month: "long" },
  short: { weekday: "short", day: "2-digit", month: "2-digit", year: "2-digit" },
  // Figures alone would leave an English reader to guess which is the month.
  named: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  weekday: { weekday: "long" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The language as `Intl` wants it: English as Europe writes it, the day before the month. */
export function languageTag(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale;
}

// Making a formatter costs a thousand times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>();

function dated(at: Instant, locale: Locale, timezone: string, style: Style): string {
  const key = `${locale} ${timezone} ${style}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(languageTag(locale), { ...STYLES[style], timeZone: timezone });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}

const counters = new Map<string, Intl.NumberFormat>();

function counted(count: number, unit: "day" | "hour" | "minute" | "second", locale: Locale): string {
  const key = `${locale} ${unit}`;
  let counter = counters.get(key);
  if (!counter) {
    counter = new Intl.NumberFormat(languageTag(locale), { style: "unit", unit, unitDisplay: "long" });
    counters.set(key, counter);
  }
  return counter.format(count);
}

/** "lunedì o mercoledì". */
export function either(parts: readonly string[], locale: Locale): string {
  return listed(parts, locale, "disjunction");
}

const lists = new Map<string, Intl.ListFormat>();

function listed(
  parts: readonly string[],
  locale: Locale,
  type: "conjunction" | "disjunction" = "conjunction",
): string {
  const key = `${locale} ${type}`;
  let list = lists.get(key);
  if (!list) {
    list = new Intl.ListFormat(languageTag(locale), { type });
    lists.set(key, list);
  }
  return list.format(parts);
}
