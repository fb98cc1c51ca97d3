import { longDay, type OfficeVersion, timeOf, zone } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { fieldName } from "../difference-lines.ts";
import { refused } from "../refusal-answer.ts";
import { columnsOf } from "../table.ts";
import { timezoneOf } from "../zones.ts";

/** Every version of an office, newest first: when, by whom, and what was changed. */
export const timetableHistory: Run = (context, [office = ""]) =>
  withCore(context, async (core) => {
    const found = await core.officeHistory(office);
    if (!found.ok) return refused(found.refusal, core, context);
    const { say, io, locale } = context;
    const timezone = await timezoneOf(core, office);
    const versions = found.versions.toReversed();
    const head = ["version", "when", "who", "what"].map((name) => say(`head-history-${name}`));
    const rows = () =>
      versions.map(({ version, at, actor, ...change }) => [
        String(version),
        `${longDay(at, locale, timezone)}, ${timeOf(at, locale, timezone)}`,
        actor.replace(/^staff:/, ""),
        changeText({ version, ...change }, context),
      ]);
    return done(
      () => columnsOf(rows(), { width: io.columns, head, colour: io.colour }),
      () => versions.map((one) => ({ ...one, at: zone(timezone).formatInstant(one.at) })),
    );
  });

function changeText(
  { office, fields }: Pick<OfficeVersion, "version" | "office" | "fields">,
  { say }: Context,
): string {
  if (!office) return say("history-removed");
  return fields.length > 0
    ? say("history-changed", { fields: fields.map((field) => fieldName(field, say)).join(", ") })
    : say("history-added");
}
