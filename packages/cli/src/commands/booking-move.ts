import type { Mode } from "@ricevimenti/core";
import { changed } from "../changed-answer.ts";
import { codeTyped } from "../code-input.ts";
import { type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";
import { timeTyped } from "../time-input.ts";
import { timezoneOf } from "../zones.ts";

interface Options {
  readonly start: string;
  readonly mode?: Mode;
}

/** Moves to another time, in the same mode unless another is given; the citizen is told. */
export const bookingMove: Run<Options> = (context, [typed = ""], options) =>
  withCore(context, async (core) => {
    const code = codeTyped(typed);
    const found = await core.getBooking(code);
    if (!found.ok) return refused(found.refusal, core, context);
    const timezone = await timezoneOf(core, found.booking.office);
    const start = timeTyped({ option: "--start", text: options.start, timezone }, context);
    if (!start.ok) return start.answer;
    const mode = options.mode ?? found.booking.mode;
    const moved = await core.move({ code, start: start.value, mode, actor: context.staff });
    return changed(moved, "booking-moved", core, context, found.booking.office);
  });
