import { DAY, formatDay, type Locale, languageTag, parseDay, weekdayOf } from "@ricevimenti/core";
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Visit } from "../visit.ts";
import { type FreeDays, monthOf, type Shown } from "./free-days.ts";

/** Addresses of the same page with another month or day. */
export interface CalendarLinks {
  month(month: string): string;
  day(day: string): string;
}

/**
 * The months with free days, and the days of the one shown: links on free days only, so that arrow, tab and enter
 * keys, a screen reader or a finger all do. Works without a script.
 */
export function calendar(visit: Visit, free: FreeDays, shown: Shown, links: CalendarLinks): Html {
  const { say, locale } = visit;
  return html`<nav class="months" aria-label="${say("time-months")}"><ul class="months-list list-unstyled">${free.months.map(
    (
      month,
    ) => html`<li><a class="btn btn-sm ${month === shown.month ? "btn-primary" : "btn-outline-primary"}" href="${links.month(month)}"${
      month === shown.month && html` aria-current="true"`
    }>${monthName(month, locale)}</a></li>
`,
  )}</ul></nav>
<table class="calendar"><caption class="visually-hidden">${say("time-days", { month: monthName(shown.month, locale) })}</caption>
<thead><tr>${Array.from(
    { length: 7 },
    (_, weekday) =>
      html`<th scope="col"><abbr title="${weekdayName(weekday, locale, "long")}">${weekdayName(weekday, locale, "short")}</abbr></th>`,
  )}</tr></thead>
<tbody>${weeksOf(shown.month, free.today).map(
    (week) => html`<tr>${week.map((day) => cell(visit, free, shown, links, day))}</tr>
`,
  )}</tbody></table>`;
}

function cell({ say, locale }: Visit, free: FreeDays, shown: Shown, links: CalendarLinks, day: number): Html {
  if (monthOf(day) !== shown.month) return html`<td></td>`;
  const number = Number(formatDay(day).slice(8));
  const slots = free.days.get(day);
  if (!slots) return html`<td><span class="day">${number}</span></td>`;
  const name = dayFormat(languageTag(locale)).format(day * DAY);
  return html`<td><a class="day free-day" href="${links.day(formatDay(day))}" aria-label="${say("time-day", { day: name, count: slots.length })}"${
    day === shown.day && html` aria-current="date"`
  }>${number}</a></td>`;
}

/** The weeks of a month from today's on, Monday first, as day numbers. */
function weeksOf(month: string, today: number): readonly (readonly number[])[] {
  const first = parseDay(`${month}-01`) ?? today;
  const weeks: number[][] = [];
  for (let monday = first - weekdayOf(first); monday <= first + 30; monday += 7) {
    const week = Array.from({ length: 7 }, (_, index) => monday + index);
    if (week.some((day) => day >= today && monthOf(day) === month)) weeks.push(week);
  }
  return weeks;
}

/** "dicembre 2026". */
export function monthName(month: string, locale: Locale): string {
  return monthFormat(languageTag(locale)).format((parseDay(`${month}-01`) ?? 0) * DAY);
}

function weekdayName(weekday: number, locale: Locale, style: "long" | "short"): string {
  // Day 4 of 1970 was a Monday.
  return weekdayFormats[style](languageTag(locale)).format((4 + weekday) * DAY);
}

const monthFormat = kept({ month: "long", year: "numeric" });
const dayFormat = kept({ weekday: "long", day: "numeric", month: "long" });
const weekdayFormats = { long: kept({ weekday: "long" }), short: kept({ weekday: "short" }) };

/** Making a formatter costs a thousand times what using it does: one for each language is kept. */
function kept(style: Intl.DateTimeFormatOptions): (language: string) => Intl.DateTimeFormat {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (language) => {
    const formatter = known.get(language) ?? new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" });
    known.set(language, formatter);
    return formatter;
  };
}
