import { type Booking, type BookingLinks, type Office, stateAt, untilHour } from "@ricevimenti/core";
import { bold, html, lines, paragraphs } from "../html.ts";
import { bookingLines } from "./requested.ts";
import { type Below, type Button, closing, linked, type Screen, type Telling } from "./screen.ts";
import { waitingEntry } from "./waiting.ts";

/** A booking of this chat with what it takes to show it. */
export interface BookingEntry {
  readonly booking: Booking;
  readonly office: Pick<Office, "name">;
  readonly timezone: string;
  readonly links: BookingLinks;
}

/** "I miei appuntamenti": those to come, each with what can be done about it. */
export function bookingsScreen(
  data: {
    readonly entries: readonly BookingEntry[];
    readonly waiting: readonly Parameters<typeof waitingEntry>[0][];
    readonly below: Below;
  },
  telling: Telling,
): Screen {
  const { say } = telling;
  const waiting = data.waiting.map((entry, index) =>
    waitingEntry(entry, data.waiting.length > 1 ? `${data.entries.length + index + 1}. ` : "", telling),
  );
  const entries = data.entries.map((entry, index) =>
    // With one booking there is nothing to tell apart.
    bookingEntry(entry, data.entries.length > 1 ? `${index + 1}. ` : "", {
      ...telling,
      timezone: entry.timezone,
    }),
  );
  return {
    text: paragraphs(
      bold(say("bookings-title")),
      ...(entries.length > 0 ? entries.map((entry) => entry.text) : [say("no-bookings")]),
      ...waiting.map((entry) => entry.text),
    ),
    rows: [...[...entries, ...waiting].flatMap((entry) => entry.rows), closing(data.below, say)],
  };
}

/** "Really?", once. */
export function cancelScreen(data: Pick<BookingEntry, "booking" | "office">, telling: Telling): Screen {
  const { say } = telling;
  return {
    text: paragraphs(
      bold(say("cancel-title")),
      bookingLines(data.office, data.booking, telling),
      say("cancel-question"),
    ),
    rows: [[{ text: say("button-cancel"), verb: "yes" }], [{ text: say("button-keep"), verb: "bookings" }]],
  };
}

function bookingEntry({ booking, office, links }: BookingEntry, number: string, telling: Telling) {
  const { say, now, locale, timezone } = telling;
  const pending = stateAt(booking, now) === "pending";
  const move: Button = { text: number + say("button-move"), verb: "move", argument: booking.code };
  const join =
    booking.mode === "virtual" && !pending ? linked(number + say("button-join"), links.join) : null;
  const cancel: Button = { text: number + say("button-cancel"), verb: "cancel", argument: booking.code };
  return {
    text: lines(
      html`${number}${bookingLines(office, booking, telling)}`,
      pending && booking.expires !== null
        ? bold(say("confirm-by-mail", { until: untilHour(booking.expires, locale, timezone) }))
        : html`${say("label-state")}: ${say(`state-${booking.state}`)}`,
      join?.line ?? null,
    ),
    rows: [join?.button ?? [], [move], [cancel]],
  };
}
