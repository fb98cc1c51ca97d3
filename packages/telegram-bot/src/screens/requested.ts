import {
  type Booking,
  duration,
  type Instant,
  MINUTE,
  type Office,
  slotLine,
  stateAt,
  untilHour,
} from "@ricevimenti/core";
import { bold, html, lines, paragraphs } from "../html.ts";
import type { Button, Screen, Telling } from "./screen.ts";

interface Requested {
  readonly office: Pick<Office, "name">;
  readonly booking: Booking;
}

/**
 * After "Richiedi appuntamento": loudly, that nothing is booked until the mail is answered, and how long there is for
 * it; later, what became of it. Its buttons stay good when the conversation goes on below it.
 */
export function requestedScreen(data: Requested, telling: Telling): Screen {
  const { say } = telling;
  const { code } = data.booking;
  const isPending = stateAt(data.booking, telling.now) === "pending";
  const mailAgain: readonly (readonly Button[])[] = [
    [{ text: say("button-resend"), verb: "resend", argument: code }],
    [{ text: say("button-correct-address"), verb: "address", argument: code }],
  ];
  return {
    text: paragraphs(...(isPending ? awaited(data, telling) : settled(data, telling))),
    rows: [
      ...(isPending ? mailAgain : []),
      [{ text: say("button-my-bookings"), verb: "bookings" }],
      [{ text: say("button-book-again"), verb: "restart" }],
    ],
    isStanding: true,
    isLive: isPending,
  };
}

function awaited({ office, booking }: Requested, telling: Telling) {
  const { say, locale, timezone, now } = telling;
  const deadline = booking.expires ?? booking.start;
  const until = untilHour(deadline, locale, timezone);
  return [
    html`⚠️ <b>${say("not-booked-title")}</b>`,
    lines(
      say("open-the-mail", { email: booking.email ?? "" }),
      bold(say("press-confirm", { until })),
      say("time-left", { left: duration(minutesLeft(deadline, now), locale) }),
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

/**
 * The minutes left, rounded up to what is worth an edit of the message: ten minutes while there is more than an hour,
 * five down to a quarter of an hour, then one.
 */
export function minutesLeft(deadline: Instant, now: Instant): number {
  const minutes = Math.max(0, Math.ceil((deadline - now) / MINUTE));
  const step = minutes > 60 ? 10 : minutes > 15 ? 5 : 1;
  return Math.ceil(minutes / step) * step;
}
