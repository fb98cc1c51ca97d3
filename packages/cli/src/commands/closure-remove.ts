import type { Closure, Office } from "@ricevimenti/core";
import { wrongUsage } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { type ChangeOptions, changeOffices } from "../office-change.ts";
import { tidyTime } from "../office-options.ts";
import { refused, refusedAs } from "../refusal-answer.ts";

interface Options extends ChangeOptions {
  readonly all?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly start?: string;
}

/** Opens again: takes away the closures that begin on a day, and, where given, end on a day or begin at an hour. */
export const closureRemove: Run<Options> = async (
  context,
  named,
  { all, yes, dryRun, onConflict, ...options },
) => {
  const { say, interactive } = context;
  if (all && named.length > 0) return wrongUsage(say("usage-all-or-some"));
  const guided = interactive && options.from === undefined && !all;
  const chosen = guided
    ? await (await import("../closure-questions.ts")).askWhichClosure(named, context)
    : undefined;
  const offices = chosen ? [chosen.office] : named;
  const { from, to, start } = chosen ? chosen.closure : options;
  const missing = [
    ...(!all && offices.length === 0 ? ["OFFICE | --all"] : []),
    ...(from === undefined ? ["--from"] : []),
  ];
  if (missing.length > 0 || from === undefined) {
    return wrongUsage(say("usage-missing-options", { options: missing.join(", "), count: missing.length }));
  }
  const wanted = { from, to, start };
  const meant = (closure: Closure) =>
    closure.from === wanted.from &&
    (wanted.to === undefined || (closure.to ?? closure.from) === wanted.to) &&
    (wanted.start === undefined || closure.start === tidyTime(wanted.start));
  const found = await withCore(context, async (core) => {
    const file = await core.exportTimetable(all ? undefined : offices);
    const unknown = offices.find((id) => !file.offices.some((office) => office.id === id));
    if (unknown !== undefined) return refused({ code: "office_unknown", office: unknown }, core, context);
    return file.offices.some(({ closures = [] }) => closures.some(meant))
      ? null
      : refusedAs("closure_unknown", say("closure-unknown", { from: wanted.from }));
  });
  if (found) return found;
  return changeOffices(
    context,
    {
      offices: all ? null : offices,
      guided,
      week: wanted.from,
      to: (office) => reopened(office, meant),
    },
    { ...(yes && { yes }), ...(dryRun && { dryRun }), ...(onConflict && { onConflict }) },
  );
};

function reopened(office: Office, meant: (closure: Closure) => boolean): Office {
  const { closures = [], ...rest } = office;
  const left = closures.filter((closure) => !meant(closure));
  return left.length > 0 ? { ...rest, closures: left } : rest;
}
