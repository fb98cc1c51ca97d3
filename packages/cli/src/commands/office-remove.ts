import { type Run, withCore } from "../context.ts";
import { importAnswer } from "../import-answer.ts";
import { type ChangeOptions, notAgreed } from "../office-change.ts";
import { officeMeant } from "../office-choice.ts";
import { refused } from "../refusal-answer.ts";
import { zonesOf } from "../zones.ts";

/** Takes an office away. Its bookings are named and stand, unless `--on-conflict` says otherwise; its past is kept. */
export const officeRemove: Run<ChangeOptions> = async (
  context,
  [typed],
  { dryRun = false, yes = false, onConflict = "keep" },
) => {
  const meant = await officeMeant(typed, context);
  if ("answer" in meant) return meant.answer;
  const { id } = meant;
  return withCore(context, async (core) => {
    const actor = context.staff;
    const found = await core.getOffice(id);
    if (!found.ok) return refused(found.refusal, core, context);
    const timezones = await zonesOf(core);
    const rest = async (within: typeof core) => ({
      offices: (await within.exportTimetable()).offices.filter((office) => office.id !== id),
    });
    if (dryRun || (context.interactive && !yes)) {
      const report = await core.importTimetable(await rest(core), {
        dryRun: true,
        prune: true,
        onConflict,
        actor,
      });
      const answer = importAnswer(report, timezones, dryRun, context);
      if (dryRun) return answer;
      context.io.stdout(answer.text());
      const { confirmed } = await import("../confirmation.ts");
      const agreed = await confirmed(
        context.say("ask-office-remove", { office: found.office.name }),
        context,
      );
      if (!agreed) return notAgreed(context);
    }
    return core.atomically(async (within, records) => {
      await records.serialise("timetable");
      const report = await within.importTimetable(await rest(within), { prune: true, onConflict, actor });
      return importAnswer(report, timezones, false, context);
    });
  });
};
