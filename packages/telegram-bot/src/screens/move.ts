import { type Booking, type Mode, type Office, slotLine } from "@ricevimenti/core";
import { bold, type Html, html, lines, paragraphs } from "../html.ts";
import { navigation, type Screen, type Telling } from "./screen.ts";

/** What is being moved, as it stands above days and times. */
export function movingLines(booking: Booking, { say, locale, timezone }: Telling): Html {
  return lines(bold(say("moving-title")), slotLine(booking, locale, timezone));
}

/** From which time to which: "really?", once. */
export function moveScreen(
  data: {
    readonly office: Office;
    readonly booking: Booking;
    readonly start: number;
    readonly end: number;
    readonly mode: Mode;
  },
  telling: Telling,
): Screen {
  const { say, locale, timezone } = telling;
  const isPending = data.booking.state === "pending";
  return {
    text: paragraphs(
      bold(say("move-title")),
      bold(data.office.name),
      html`${say("move-from")}: <s>${slotLine(data.booking, locale, timezone)}</s>`,
      html`${say("move-to")}: <b>${slotLine(data, locale, timezone)}</b>`,
      say(isPending ? "move-pending" : "move-confirmed"),
    ),
    rows: [[{ text: say("button-move-here"), verb: "moveto" }], navigation(say)],
  };
}
