import { failed, STATUS, wrongUsage } from "../answer.ts";
import type { Run } from "../context.ts";
import { type ChangeOptions, changeOffices } from "../office-change.ts";
import { type ServiceOptions, serviceWith } from "../service-options.ts";

/** One more thing that citizens may come to an office for. */
export const serviceAdd: Run<ServiceOptions & ChangeOptions> = async (
  context,
  [office = "", id = ""],
  { yes, dryRun, onConflict, ...options },
) => {
  const { say, interactive } = context;
  const guided = interactive && options.name === undefined;
  const wished = guided
    ? await (await import("../service-questions.ts")).askService(options, {}, context)
    : options;
  if (wished.name === undefined)
    return wrongUsage(say("usage-missing-options", { options: "--name", count: 1 }));
  return changeOffices(
    context,
    {
      offices: [office],
      guided,
      to: (before) =>
        before.services?.some((service) => service.id === id)
          ? failed(STATUS.invalid, "service_exists", say("service-exists", { service: id }))
          : { ...before, services: [...(before.services ?? []), serviceWith({ id }, wished)] },
    },
    { ...(yes && { yes }), ...(dryRun && { dryRun }), ...(onConflict && { onConflict }) },
  );
};
