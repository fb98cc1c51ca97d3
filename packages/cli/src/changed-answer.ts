import type { Booking, Core, Outcome } from "@ricevimenti/core";
import { type Answer, done } from "./answer.ts";
import { bookingJson } from "./booking-json.ts";
import { bookingText } from "./booking-view.ts";
import type { Context } from "./context.ts";
import { refused } from "./refusal-answer.ts";
import { timezoneOf } from "./zones.ts";

/** A booking after it was confirmed, cancelled or moved; doing it twice is harmless and said. */
export async function changed(
  outcome: Outcome<{ readonly booking: Booking; readonly already?: boolean }>,
  sentence: string,
  core: Core,
  context: Context,
  office?: string,
): Promise<Answer> {
  if (!outcome.ok) return refused(outcome.refusal, core, context, office);
  const { booking, already } = outcome;
  const timezone = await timezoneOf(core, booking.office);
  const said = context.say(already ? `${sentence}-already` : sentence);
  return done(
    () => `${bookingText(booking, timezone, context)}\n${said}\n`,
    () =>
      already === undefined ? bookingJson(booking, timezone) : { ...bookingJson(booking, timezone), already },
  );
}
