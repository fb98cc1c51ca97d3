import type { Closure, Office } from "@ricevimenti/core";
import { wrongUsage } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { isDayWord, withDayWords } from "../day-words.ts";
import { type ChangeOptions, changeOffices } from "../office-change.ts";
import { tidyTime } from "../office-options.ts";

export interface ClosureOptions {
  readonly all?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly start?: string;
  readonly end?: string;
  readonly reason?: string;
}

/** What the form may fill in: the offices (null for all) and the closure. */
export interface ClosureWish extends ClosureOptions {
  readonly offices: readonly string[];
}

/** Closes offices for days, or for hours of each of those days. Said twice it changes nothing. */
export const closureAdd: Run<ClosureOptions & ChangeOptions> = async (
  context,
  offices,
  { yes, dryRun, onConflict, ...options },
) => {
  const { say, interactive } = context;
  if (options.all && offices.length > 0) return wrongUsage(say("usage-all-or-some"));
  const given: ClosureWish = { ...options, offices };
  const guided = interactive && (options.from === undefined || (offices.length === 0 && !options.all));
  const asked = guided ? await (await import("../closure-questions.ts")).askClosure(given, context) : given;
  const wish = [asked.from, asked.to].some((day) => day !== undefined && isDayWord(day))
    ? await withCore(context, async (core) =>
        withDayWords(asked, core.clock.now(), (await core.municipality()).timezone),
      )
    : asked;
  const missing = [
    ...(wish.offices.length === 0 && !wish.all ? ["OFFICE | --all"] : []),
    ...(wish.from === undefined ? ["--from"] : []),
  ];
  if (missing.length > 0 || wish.from === undefined) {
    return wrongUsage(say("usage-missing-options", { options: missing.join(", "), count: missing.length }));
  }
  const { from, to, start, end, reason } = wish;
  const closure: Closure = {
    from,
    ...(to && to !== from && { to }),
    ...(start && { start: tidyTime(start) }),
    ...(end && { end: tidyTime(end) }),
    ...(reason && { reason }),
  };
  return changeOffices(
    context,
    { offices: wish.all ? null : wish.offices, guided, week: from, to: (office) => closed(office, closure) },
    { ...(yes && { yes }), ...(dryRun && { dryRun }), ...(onConflict && { onConflict }) },
  );
};

function closed(office: Office, closure: Closure): Office {
  const { closures = [] } = office;
  const there = closures.some((one) => JSON.stringify(facts(one)) === JSON.stringify(facts(closure)));
  return there ? office : { ...office, closures: [...closures, closure] };
}

const facts = ({ from, to, start, end, reason }: Closure) => [from, to ?? from, start, end, reason];
