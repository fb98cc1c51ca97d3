import {
  type LocalDate,
  MODES,
  modeName,
  type Office,
  parseDay,
  type Service,
  type Slot,
  shortDay,
  timeOf,
  zone,
} from "@ricevimenti/core";
import { type Month, monthName, monthOf, weekdayNames, weeksOf } from "../calendar.ts";
import { timeArgument } from "../conversation/time-argument.ts";
import { bold, type Html, paragraphs } from "../html.ts";
import { type Button, navigation, type Screen, type Telling } from "./screen.ts";
import { subjectLines } from "./subject.ts";

/** Stands for a day without a free time: there is nothing to press. */
const NOTHING = "·";

/** A calendar's month: days with a free time are numbers to press. Above it, the first free time of each mode. */
export function daysScreen(
  data: {
    readonly office: Office;
    readonly service: Service | null;
    readonly days: ReadonlyMap<LocalDate, readonly Slot[]>;
    /** Null for the first with a free day. */
    readonly month: Month | null;
    /** The booking that is being moved. */
    readonly moving: Html | null;
  },
  telling: Telling,
): Screen {
  const { say, locale } = telling;
  const days = [...data.days.keys()];
  const months = [...new Set(days.map(monthOf))];
  const month = months.find((candidate) => candidate === data.month) ?? months[0];
  return {
    text: paragraphs(
      subjectLines(data.office, data.service, telling),
      data.moving,
      say(month === undefined ? "no-days" : "choose-day"),
      month === undefined ? null : bold(monthName(month, locale)),
    ),
    rows:
      month === undefined
        ? [[{ text: say("button-waiting-join"), verb: "await" }], navigation(say)]
        : [
            ...firstFree([...data.days.values()].flat(), telling),
            weekdayNames(locale).map(idle),
            ...weeksOf(month, days).map((week) => week.map((day) => dayButton(day, data.days))),
            monthPager(months, month, telling),
            isFarOff(days[0], telling) ? [{ text: say("button-waiting-earlier"), verb: "await" }] : [],
            navigation(say),
          ],
  };
}

/** Whether somebody may well want a time before the first that is free. */
function isFarOff(first: LocalDate | undefined, { now, timezone }: Telling): boolean {
  const day = first === undefined ? null : parseDay(first);
  return day !== null && day > zone(timezone).dayOf(now) + 1;
}

function dayButton(day: LocalDate | null, free: ReadonlyMap<LocalDate, unknown>): Button {
  if (day === null || !free.has(day)) return idle(NOTHING);
  return { text: String(Number(day.slice(8))), verb: "day", argument: day };
}

/** Telegram knows no button that cannot be pressed; this one is answered and does nothing. */
function idle(text: string): Button {
  return { text, verb: "idle" };
}

function firstFree(
  slots: readonly Slot[],
  { say, locale, timezone }: Telling,
): readonly (readonly Button[])[] {
  return MODES.flatMap((mode) => {
    const first = slots.find(({ modes }) => modes.includes(mode));
    if (!first) return [];
    const day = shortDay(first.start, locale, timezone);
    const time = timeOf(first.start, locale, timezone);
    const text = say("button-first-free", { mode: modeName(mode, say), day, time });
    return [[{ text, verb: "time" as const, argument: timeArgument(first.start, mode) }]];
  });
}

/** To the months before and after that have a free day. */
function monthPager(months: readonly Month[], month: Month, { locale }: Telling): readonly Button[] {
  const index = months.indexOf(month);
  const [before, after] = [months[index - 1], months[index + 1]];
  const to = (other: Month, text: string): Button => ({ text, verb: "page", argument: other });
  return [
    ...(before ? [to(before, `« ${monthName(before, locale)}`)] : []),
    ...(after ? [to(after, `${monthName(after, locale)} »`)] : []),
  ];
}
