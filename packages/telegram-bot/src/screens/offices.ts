import { type OfficeSummary, slotLine } from "@ricevimenti/core";
import { bold, html, lines, paragraphs } from "../html.ts";
import { pageLine, pageOf, pager, type Screen, type Telling } from "./screen.ts";

const OFFICES_PER_PAGE = 10;

/** The offices, in the town's order, as on the handbook's first page: unit, "Fuori orario", and the first free time. */
export function officesScreen(
  data: {
    readonly town: string;
    readonly offices: readonly OfficeSummary[];
    readonly page: number;
    /** Whether the chat has an appointment, or waits for one. */
    readonly isAwaited: boolean;
  },
  telling: Telling,
): Screen {
  const { say } = telling;
  const page = pageOf(data.offices, data.page, OFFICES_PER_PAGE);
  return {
    text: paragraphs(
      lines(bold(say("offices-title")), data.town),
      say(data.offices.length > 0 ? "choose-office" : "no-offices"),
      ...page.items.map((summary) => officeEntry(summary, telling)),
      pageLine(page, say),
    ),
    rows: [
      ...page.items.map(({ office }) => [
        { text: office.name, verb: "office" as const, argument: office.id },
      ]),
      pager(page, say),
      data.isAwaited ? [{ text: say("button-my-bookings"), verb: "bookings" as const }] : [],
    ],
  };
}

function officeEntry({ office, openNow, next, timezone }: OfficeSummary, { say, locale }: Telling) {
  return lines(
    openNow ? bold(office.name) : html`<b>${office.name}</b> (${say("outside-hours")})`,
    office.unit && office.unit !== office.name ? office.unit : null,
    next ? say("first-free", { slot: slotLine(next, locale, timezone) }) : say("none-free-now"),
  );
}
