import { zone } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { codeTyped } from "../code-input.ts";
import { type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";
import { timezoneOf } from "../zones.ts";

interface Options {
  readonly citizen?: boolean;
}

/** The signed way into a booking's video room: the moderator's, or the citizen's. */
export const room: Run<Options> = (context, [typed = ""], { citizen }) =>
  withCore(context, async (core) => {
    const code = codeTyped(typed);
    const role = citizen ? "citizen" : "moderator";
    const found = await core.getBooking(code);
    if (!found.ok) return refused(found.refusal, core, context);
    const { office } = found.booking;
    const entered = await core.room({ code, role });
    if (!entered.ok) return refused(entered.refusal, core, context, office);
    const { url } = entered;
    const { opens, closes } = await core.roomTimes(found.booking, role);
    const local = zone(await timezoneOf(core, office));
    return done(
      () => `${url}\n`,
      () => ({ code, role, url, opens: local.formatInstant(opens), closes: local.formatInstant(closes) }),
    );
  });
