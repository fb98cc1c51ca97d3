import type { LocalTime, Weekday } from "../../domain/office.ts";
import { WEEKDAYS } from "../../domain/office.ts";
import type { FileProblemCode } from "../../domain/timetable-file.ts";

/** Weekly hours that a value in OpenStreetMap's `opening_hours` notation stands for. */
export interface WeeklyHours {
  readonly rules: readonly {
    readonly days: readonly Weekday[];
    readonly from: LocalTime;
    readonly to: LocalTime;
  }[];
  /** Whether public holidays close the office, where the value says so. */
  readonly holidays: boolean | null;
}

export type OpeningHours =
  | { readonly ok: true; readonly hours: WeeklyHours }
  | { readonly ok: false; readonly code: FileProblemCode; readonly value: string };

/**
 * Expands a value exactly, or refuses it: what depends on the season, a date, the sun or a person's word, and hours
 * past midnight, cannot be said by weekly rules. The notation's own library reads it; only the words of a week and of
 * public holidays are let through, so that one ordinary week and a few holidays tell all there is.
 * Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
export async function readOpeningHours(text: string): Promise<OpeningHours> {
  if (text.length > LENGTH_MAX) return { ok: false, code: "bad_opening_hours", value: text };
  // The library knows school holidays of some countries and years only, and complains on the console.
  const uncommented = text.replace(/"[^"]*"/g, "");
  if (/(?<![a-z])SH/i.test(uncommented)) return { ok: false, code: "beyond_rules", value: "SH" };
  // Loaded where a file needs it: it takes longer than most commands.
  const { default: Notation } = await import("opening_hours");
  let parsed: InstanceType<typeof Notation>;
  let words: string;
  try {
    parsed = new Notation(text, ITALY, { mode: 0, tag_key: "opening_hours", locale: "en" } as never);
    words = parsed.prettifyValue();
  } catch {
    return { ok: false, code: "bad_opening_hours", value: text };
  }
  const odd = words.replace(WEEKLY, " ").trim().split(/\s+/)[0];
  if (odd) return { ok: false, code: "beyond_rules", value: odd };
  // The library joins what no sign parts: all the days would be open at all the times.
  const joined = words.split(/;|, /).find((part) => !PART.test(part.trim()));
  if (joined !== undefined) return { ok: false, code: "bad_opening_hours", value: joined.trim() };
  const week = WEEK.map((day) => openOn(parsed, day));
  const feasts = HOLIDAYS.map((day) => ({ day, hours: openOn(parsed, day) }));
  if (week.includes(null) || feasts.some(({ hours }) => hours === null)) {
    return { ok: false, code: "beyond_rules", value: text };
  }
  if (!/PH/.test(words)) return { ok: true, hours: { rules: rulesOf(week as string[]), holidays: null } };
  if (feasts.every(({ hours }) => hours === "")) {
    return { ok: true, hours: { rules: rulesOf(week as string[]), holidays: true } };
  }
  const asAlways = feasts.every(({ day, hours }) => hours === week[(day.getDay() + 6) % 7]);
  return asAlways
    ? { ok: true, hours: { rules: rulesOf(week as string[]), holidays: false } }
    : { ok: false, code: "beyond_rules", value: "PH" };
}

/** What OpenStreetMap itself allows a value to have. */
const LENGTH_MAX = 255;
const ITALY = { lat: 41.9, lon: 12.5, address: { country_code: "it", state: "Lazio" } };
/** What says the same of every week. */
const WEEKLY = /\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|off|closed|open)\b|\b\d\d:\d\d-\d\d:\d\d\b|\b24\/7\b|[-,;]/g;
/** Days once, then times once, then a word. */
const PART = /^(?:24\/7|[A-Z][A-Za-z,-]*)?(?: ?\d\d:[\d:,-]*)?(?: ?(?:off|closed|open))?$/;
/** Monday to Sunday without a holiday, far from any change of the clocks. */
const WEEK = Array.from({ length: 7 }, (_, day) => new Date(2024, 1, 12 + day));
/** A public holiday of Italy on each day of the week. */
const HOLIDAYS = [
  new Date(2024, 0, 1),
  new Date(2026, 5, 2),
  new Date(2024, 11, 25),
  new Date(2024, 11, 26),
  new Date(2024, 10, 1),
  new Date(2026, 7, 15),
  new Date(2024, 5, 2),
];

interface Intervals {
  getOpenIntervals(from: Date, to: Date): readonly [Date, Date, boolean, string | undefined][];
}

/** `10:00-12:00 16:00-17:30`; null when the hours go past midnight or are not sure. */
function openOn(parsed: Intervals, day: Date): string | null {
  const before = new Date(day.getFullYear(), day.getMonth(), day.getDate() - 1);
  const after = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 2);
  const spans: string[] = [];
  for (const [start, end, unsure] of parsed.getOpenIntervals(before, after)) {
    if (unsure) return null;
    const from = minutesSince(day, start);
    const to = minutesSince(day, end);
    if (to <= 0 || from >= DAY) continue;
    // Open around the clock has no edge at midnight either.
    if ((from < 0 || to > DAY) && !(from <= 0 && to >= DAY)) {
      if (from < 0 ? to % DAY !== 0 : from % DAY !== 0) return null;
    }
    spans.push(`${clock(Math.max(from, 0))}-${clock(Math.min(to, DAY))}`);
  }
  return spans.join(" ");
}

const DAY = 24 * 60;

/** By the wall clock, whatever zone this process is in. */
function minutesSince(day: Date, at: Date): number {
  const days = Math.round(
    (Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) -
      Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())) /
      86_400_000,
  );
  return days * DAY + at.getHours() * 60 + at.getMinutes();
}

function clock(minute: number): LocalTime {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Days with the same hours share a rule; in the order of the week and of the clock. */
function rulesOf(week: readonly string[]): WeeklyHours["rules"] {
  const days = new Map<string, Weekday[]>();
  week.forEach((spans, index) => {
    for (const span of spans.split(" ").filter((one) => one !== "")) {
      days.set(span, [...(days.get(span) ?? []), WEEKDAYS[index] as Weekday]);
    }
  });
  return [...days].map(([span, shared]) => {
    const [from = "", to = ""] = span.split("-");
    return { days: shared, from, to };
  });
}
