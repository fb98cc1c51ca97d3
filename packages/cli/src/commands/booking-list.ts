import { type BookingState, DAY } from "@ricevimenti/core";
import { sheetOf, sheetText } from "../agenda-sheet.ts";
import { done } from "../answer.ts";
import { bookingJson } from "../booking-json.ts";
import { type Run, withCore } from "../context.ts";
import { withDayWords } from "../day-words.ts";
import { neverKnown } from "../former-office.ts";
import { type SpanOptions, spanTyped } from "../time-input.ts";
import { timezoneOf, zonesOf } from "../zones.ts";

interface Options extends SpanOptions {
  readonly office?: string;
  readonly state?: BookingState;
}

/** Bookings from now on, or of a span, an office, a state. */
export const bookingList: Run<Options> = (context, _, { office, state, ...typed }) =>
  withCore(context, async (core) => {
    const unknown = office === undefined ? null : await neverKnown(core, office, context);
    if (unknown) return unknown;
    const timezone = await timezoneOf(core, office);
    const span = spanTyped(withDayWords(typed, core.clock.now(), timezone), timezone, context);
    if (!span.ok) return span.answer;
    const { from, to = Number.MAX_SAFE_INTEGER } = span.value;
    const bookings = await core.agenda({
      // What is going on now is still to be seen.
      ...(from === undefined ? { from: core.clock.now() - DAY, endsAfter: core.clock.now() } : { from }),
      to,
      ...(office && { offices: [office] }),
      ...(state && { states: [state] }),
    });
    const timezones = await zonesOf(core);
    return done(
      () =>
        bookings.length > 0
          ? sheetText(sheetOf(bookings, timezones, context, { single: office !== undefined }), context)
          : `${context.say("bookings-none")}\n`,
      () => bookings.map((booking) => bookingJson(booking, timezones(booking.office))),
    );
  });
