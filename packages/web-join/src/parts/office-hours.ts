import {
  type Instant,
  type Locale,
  languageTag,
  longDay,
  type Office,
  type OpeningRule,
  type Say,
  timeOf,
  WEEKDAYS,
} from "@ricevimenti/core";
import type { Visit } from "../visit.ts";

/** The weekly hours as people write them, a line for each group of days: "martedì e giovedì 15:00-18:00". */
export function hoursLines(
  office: Office,
  locale: Locale,
  say: Say,
  now: Instant,
  timezone: string,
): readonly string[] {
  const today = dates(timezone).format(now);
  const timesByDays = new Map<string, string[]>();
  for (const rule of office.hours ?? []) {
    if (rule.valid_until !== undefined && rule.valid_until < today) continue;
    const days = daysOf(rule, locale, say) + fromWhen(rule, today, locale, say);
    timesByDays.set(days, [...(timesByDays.get(days) ?? []), `${rule.from}-${rule.to}`]);
  }
  return [...timesByDays].map(([days, times]) => `${days} ${lists(languageTag(locale)).format(times)}`);
}

/** "Nuovi orari prenotabili da lunedì 13 dicembre 2021"; with the hour where the day does not begin with it. */
export function releaseLine({ say, locale }: Visit, release: Instant, timezone: string): string {
  const [day, time] = [longDay(release, locale, timezone), timeOf(release, locale, timezone)];
  return time === "00:00" ? say("next-release", { day }) : say("next-release-at", { day, time });
}

function daysOf(rule: OpeningRule, locale: Locale, say: Say): string {
  const positions = WEEKDAYS.flatMap((day, position) => (rule.days.includes(day) ? [position] : []));
  const [first = 0] = positions;
  const last = positions.at(-1) ?? first;
  const name = (position: number) => weekdays(languageTag(locale)).format(A_MONDAY + position * DAY);
  return positions.length > 2 && last - first === positions.length - 1
    ? say("days-from-to", { first: name(first), last: name(last) })
    : lists(languageTag(locale)).format(positions.map(name));
}

/** Hours that have not begun yet say when they do. */
function fromWhen(rule: OpeningRule, today: string, locale: Locale, say: Say): string {
  if (rule.valid_from === undefined || rule.valid_from <= today) return "";
  return ` (${say("hours-from", { day: longDay(Date.parse(rule.valid_from), locale, "UTC") })})`;
}

const DAY = 86_400_000;
/** 5 January 1970, a Monday. */
const A_MONDAY = 4 * DAY;

const lists = kept((language) => new Intl.ListFormat(language));
const weekdays = kept((language) => new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }));
/** `YYYY-MM-DD` in a zone, as Sweden writes dates. */
const dates = kept((timeZone) => new Intl.DateTimeFormat("sv-SE", { timeZone }));

/** Making a formatter costs a thousand times what using it does: one for each language or zone is kept. */
function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const formatter = known.get(key) ?? make(key);
    known.set(key, formatter);
    return formatter;
  };
}
