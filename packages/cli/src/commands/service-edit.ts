import { wrongUsage } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { type ChangeOptions, changeOffices } from "../office-change.ts";
import { serviceMeant } from "../office-choice.ts";
import { unknownService } from "../refusal-answer.ts";
import { type ServiceOptions, serviceWith } from "../service-options.ts";

/** Changes what the options say of a service; without any, on a terminal, asks. */
export const serviceEdit: Run<ServiceOptions & ChangeOptions> = async (
  context,
  [typed, named],
  { yes, dryRun, onConflict, ...options },
) => {
  const { say, interactive } = context;
  const nothing = Object.keys(options).length === 0;
  if (nothing && !interactive) return wrongUsage(say("service-edit-nothing"));
  const meant = await serviceMeant(typed, named, context);
  if ("answer" in meant) return meant.answer;
  const { office, id } = meant;
  let wished: ServiceOptions = options;
  if (nothing) {
    const found = await withCore(context, (core) => core.getOffice(office));
    const before = found.ok ? found.office.services?.find((service) => service.id === id) : undefined;
    if (before) wished = await (await import("../service-questions.ts")).askService({}, before, context);
  }
  return changeOffices(
    context,
    {
      offices: [office],
      guided: nothing,
      to: (before) =>
        before.services?.some((service) => service.id === id)
          ? {
              ...before,
              services: before.services.map((service) =>
                service.id === id ? serviceWith(service, wished) : service,
              ),
            }
          : unknownService(before, id, context),
    },
    { ...(yes && { yes }), ...(dryRun && { dryRun }), ...(onConflict && { onConflict }) },
  );
};
