import { type Booking, type Office, slotLine, stateAt, untilHour } from "@ricevimenti/core";
import { bold, html, lines, paragraphs } from "../html.ts";
import type { Screen, Telling } from "./screen.ts";

interface Requested {
  readonly office: Pick<Office, "name">;
  readonly booking: Booking;
}

/** After "Richiedi appuntamento": loudly, that nothing is booked until the mail is answered; later, what became of it. */
export function requestedScreen(data: Requested, telling: Telling): Screen {
  const { say } = telling;
  return {
    text: paragraphs(
      ...(stateAt(data.booking, telling.now) === "pending" ? awaited(data, telling) : settled(data, telling)),
    ),
    rows: [
      [{ text: say("button-my-bookings"), verb: "bookings" }],
      [{ text: say("button-book-again"), verb: "restart" }],
    ],
  };
}

function awaited({ office, booking }: Requested, telling: Telling) {
  const { say, locale, timezone } = telling;
  const until = untilHour(booking.expires ?? booking.start, locale, timezone);
  return [
    html`⚠️ <b>${say("not-booked-title")}</b>`,
    lines(
      say("open-the-mail", { email: booking.email ?? "" }),
      bold(say("press-confirm", { until })),
      say("or-it-lapses"),
    ),
    bookingLines(office, booking, telling),
    lines(bold(say("no-mail-title")), say("no-mail-spam"), say("no-mail-address")),
  ];
}

function settled({ office, booking }: Requested, telling: Telling) {
  const { say, now } = telling;
  return [
    bold(say(`booking-is-${stateAt(booking, now).replace("_", "-")}`)),
    bookingLines(office, booking, telling),
  ];
}

/** A booking in three lines: office, the handbook's line, code. */
export function bookingLines(
  office: Pick<Office, "name">,
  booking: Booking,
  { say, locale, timezone }: Telling,
) {
  return lines(
    bold(office.name),
    slotLine(booking, locale, timezone),
    html`${say("label-code")}: <code>${booking.code}</code>`,
  );
}
