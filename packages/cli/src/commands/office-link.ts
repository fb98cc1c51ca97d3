import { untilHour, zone } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";
import { timezoneOf } from "../zones.ts";

/** A code with which the office's staff link their Telegram group; good once, and for a quarter of an hour. */
export const officeLink: Run<{ readonly names?: boolean }> = (context, [office = ""], { names = false }) =>
  withCore(context, async (core) => {
    const offered = await core.groups.code({ office, details: names, actor: context.staff });
    if (!offered.ok) return refused(offered.refusal, core, context);
    const { code, expires } = offered;
    const timezone = await timezoneOf(core, office);
    const { say, locale } = context;
    return done(
      () =>
        `${say("office-link-how", { code, until: untilHour(expires, locale, timezone) })}\n${say(names ? "office-link-names" : "office-link-no-names")}\n`,
      () => ({ office, code, expires: zone(timezone).formatInstant(expires), names }),
    );
  });
