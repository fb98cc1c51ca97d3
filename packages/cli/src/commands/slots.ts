import { type Mode, slotJson } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { withDayWords } from "../day-words.ts";
import { refused } from "../refusal-answer.ts";
import { slotsText } from "../slot-view.ts";
import { type SpanOptions, spanTyped } from "../time-input.ts";
import { timezoneOf } from "../zones.ts";

interface Options extends SpanOptions {
  readonly mode?: Mode;
  readonly service?: string;
}

/** The free times of one office, exactly those that can be booked. */
export const slots: Run<Options> = (context, [office = ""], { mode, service, ...typed }) =>
  withCore(context, async (core) => {
    const timezone = await timezoneOf(core, office);
    const span = spanTyped(withDayWords(typed, core.clock.now(), timezone), timezone, context);
    if (!span.ok) return span.answer;
    const found = await core.listSlots({
      office,
      ...span.value,
      ...(mode && { mode }),
      ...(service && { service }),
    });
    if (!found.ok) return refused(found.refusal, core, context, office);
    const { slots: free } = found;
    return done(
      () => (free.length > 0 ? slotsText(free, timezone, context) : `${context.say("slots-none")}\n`),
      () => free.map((slot) => slotJson(slot, timezone)),
    );
  });
