import type { Office } from "@ricevimenti/core";
import { wrongUsage } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { type ChangeOptions, changeOffices } from "../office-change.ts";
import { officeMeant } from "../office-choice.ts";
import { type OfficeOptions, withOptions } from "../office-options.ts";

type Options = OfficeOptions & ChangeOptions;

/** Changes what the options say of an office; without any, on a terminal, asks. */
export const officeEdit: Run<Options> = async (context, [typed], { yes, dryRun, onConflict, ...options }) => {
  const { say, interactive } = context;
  const guided = interactive && Object.keys(options).length === 0;
  if (!guided && Object.keys(options).length === 0) return wrongUsage(say("office-edit-nothing"));
  const meant = await officeMeant(typed, context);
  if ("answer" in meant) return meant.answer;
  const { id } = meant;
  let wished: OfficeOptions = options;
  if (guided) {
    // The questions begin with what is there, and take their time: nothing is kept open for them.
    const before = await officeNow(id, context);
    if (before) wished = await (await import("../office-questions.ts")).askOffice({}, before, context);
  }
  return changeOffices(
    context,
    {
      offices: [id],
      guided,
      to: (office) => {
        const changed = withOptions(office, wished);
        if ("unreadable" in changed) return wrongUsage(say("usage-bad-hours", { value: changed.unreadable }));
        return changed.office as Office;
      },
    },
    { ...(yes && { yes }), ...(dryRun && { dryRun }), ...(onConflict && { onConflict }) },
  );
};

function officeNow(id: string, context: Context): Promise<Office | null> {
  return withCore(context, async (core) => {
    const found = await core.getOffice(id);
    return found.ok ? found.office : null;
  });
}
