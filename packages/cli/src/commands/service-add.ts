import { failed, STATUS, wrongUsage } from "../answer.ts";
import type { Run } from "../context.ts";
import { type ChangeOptions, changeOffices } from "../office-change.ts";
import { missing, officeMeant } from "../office-choice.ts";
import { type ServiceOptions, serviceWith } from "../service-options.ts";

/** One more thing that citizens may come to an office for. */
export const serviceAdd: Run<ServiceOptions & ChangeOptions> = async (
  context,
  [typed, named],
  { yes, dryRun, onConflict, ...options },
) => {
  const { say, interactive } = context;
  const meant = await officeMeant(typed, context);
  if ("answer" in meant) return meant.answer;
  if (named === undefined && !interactive) return missing("service", context);
  const guided = interactive && (named === undefined || options.name === undefined);
  const given = { ...options, ...(named !== undefined && { id: named }) };
  const wished = guided
    ? await (await import("../service-questions.ts")).askService(given, {}, context)
    : given;
  const { id = "", ...facts } = wished;
  if (facts.name === undefined)
    return wrongUsage(say("usage-missing-options", { options: "--name", count: 1 }));
  return changeOffices(
    context,
    {
      offices: [meant.id],
      guided,
      to: (before) =>
        before.services?.some((service) => service.id === id)
          ? failed(STATUS.invalid, "service_exists", say("service-exists", { service: id }))
          : { ...before, services: [...(before.services ?? []), serviceWith({ id }, facts)] },
    },
    { ...(yes && { yes }), ...(dryRun && { dryRun }), ...(onConflict && { onConflict }) },
  );
};
