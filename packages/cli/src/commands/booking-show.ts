import { done } from "../answer.ts";
import { bookingJson } from "../booking-json.ts";
import { bookingText } from "../booking-view.ts";
import { codeTyped } from "../code-input.ts";
import { type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";
import { timezoneOf } from "../zones.ts";

/** One booking with all its facts. */
export const bookingShow: Run = (context, [code = ""]) =>
  withCore(context, async (core) => {
    const found = await core.getBooking(codeTyped(code));
    if (!found.ok) return refused(found.refusal, core, context);
    const { booking } = found;
    const timezone = await timezoneOf(core, booking.office);
    return done(
      () => bookingText(booking, timezone, context),
      () => bookingJson(booking, timezone),
    );
  });
