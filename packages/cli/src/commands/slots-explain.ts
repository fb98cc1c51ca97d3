import type { Mode } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { explanationJson, explanationText } from "../explanation-view.ts";
import { refused } from "../refusal-answer.ts";
import { timeTyped } from "../time-input.ts";
import { timezoneOf } from "../zones.ts";

interface Options {
  readonly mode?: Mode;
  readonly service?: string;
}

/** Why a time is, or is not, offered to citizens. */
export const slotsExplain: Run<Options> = (context, [office = "", text = ""], { mode, service }) =>
  withCore(context, async (core) => {
    const timezone = await timezoneOf(core, office);
    const start = timeTyped({ option: "time", text, timezone }, context);
    if (!start.ok) return start.answer;
    const found = await core.explainSlot({
      office,
      start: start.value,
      ...(mode && { mode }),
      ...(service && { service }),
    });
    if (!found.ok) return refused(found.refusal, core, context, office);
    const asked = { office, start: start.value };
    return done(
      () => explanationText(asked, found.explanation, context),
      () => explanationJson(asked, found.explanation, context),
    );
  });
