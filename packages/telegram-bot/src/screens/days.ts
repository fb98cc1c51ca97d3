import { type LocalDate, type Office, type Service, type Slot, shortDay, slotLine } from "@ricevimenti/core";
import { paragraphs } from "../html.ts";
import { inRows, navigation, pageLine, pageOf, pager, type Screen, type Telling } from "./screen.ts";
import { subjectLines } from "./subject.ts";

const DAYS_PER_PAGE = 12;

/** Days with a free time, and no others. */
export function daysScreen(
  data: {
    readonly office: Office;
    readonly service: Service | null;
    readonly days: ReadonlyMap<LocalDate, readonly Slot[]>;
    readonly page: number;
  },
  telling: Telling,
): Screen {
  const { say, locale, timezone } = telling;
  const page = pageOf([...data.days], data.page, DAYS_PER_PAGE);
  const first = data.days.values().next().value?.[0];
  const buttons = page.items.map(([day, slots]) => ({
    text: slots[0] ? shortDay(slots[0].start, locale, timezone) : day,
    verb: "day" as const,
    argument: day,
  }));
  return {
    text: paragraphs(
      subjectLines(data.office, data.service, telling),
      first ? say("first-free", { slot: slotLine(first, locale, timezone) }) : null,
      say(first ? "choose-day" : "no-days"),
      pageLine(page, say),
    ),
    rows: [...inRows(buttons, 3), pager(page, say), navigation(say)],
  };
}
