import { officeJson, slotLine, writeTimetable } from "@ricevimenti/core";
import { verbatim } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";
import { releaseText } from "../release-text.ts";

/** One office with its services and hours, as a timetable file spells them. */
export const officeShow: Run = (context, [id = ""]) =>
  withCore(context, async (core) => {
    const summary = (await core.listOffices()).find(({ office }) => office.id === id);
    if (!summary) return refused({ code: "office_unknown", office: id }, core, context);
    const { office, openNow, next, nextRelease, timezone } = summary;
    const { say, locale } = context;
    const file = context.json ? "" : await writeTimetable({ offices: [office] }, "yaml");
    const now = openNow ? say("open-now") : say("outside-hours");
    const soonest = next ? say("office-next", { slot: slotLine(next, locale, timezone) }) : say("slots-none");
    const release = releaseText(nextRelease, timezone, context);
    return verbatim(
      () => `${file}\n${now}. ${soonest}\n${release && `${release}\n`}`,
      () => officeJson(summary),
    );
  });
