import { type Run, withCore } from "../context.ts";
import { importAnswer } from "../import-answer.ts";
import { type ChangeOptions, notAgreed } from "../office-change.ts";
import { refused, refusedAs } from "../refusal-answer.ts";
import { zonesOf } from "../zones.ts";

/** Makes an office as it was in one of its versions. That is a version of its own: nothing is lost by it. */
export const timetableRollback: Run<ChangeOptions> = (
  context,
  [id = "", text = ""],
  { dryRun = false, yes = false, onConflict = "keep" },
) =>
  withCore(context, async (core) => {
    const { say, staff: actor, interactive } = context;
    const history = await core.officeHistory(id);
    if (!history.ok) return refused(history.refusal, core, context);
    const office = history.versions.find(({ version }) => String(version) === text)?.office;
    if (office === undefined) return refusedAs("version_unknown", say("version-unknown", { version: text }));
    if (office === null) return refusedAs("version_unknown", say("version-removed", { version: text }));
    const file = { offices: [office] };
    if (dryRun || (interactive && !yes)) {
      const report = await core.importTimetable(file, { dryRun: true, onConflict, actor });
      const answer = importAnswer(report, await zonesOf(core), dryRun, context);
      if (dryRun || report.unchanged) return answer;
      context.io.stdout(answer.text());
      const { confirmed } = await import("../confirmation.ts");
      if (!(await confirmed(say("ask-go-ahead"), context))) return notAgreed(context);
    }
    const report = await core.importTimetable(file, { onConflict, actor });
    return importAnswer(report, await zonesOf(core), false, context);
  });
