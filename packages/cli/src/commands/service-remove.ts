import type { Office } from "@ricevimenti/core";
import type { Run } from "../context.ts";
import { type ChangeOptions, changeOffices } from "../office-change.ts";
import { serviceMeant } from "../office-choice.ts";
import { unknownService } from "../refusal-answer.ts";

/** Takes a service away. Bookings for it are named and stand, unless `--on-conflict` says otherwise. */
export const serviceRemove: Run<ChangeOptions> = async (context, [typed, named], options) => {
  const meant = await serviceMeant(typed, named, context);
  if ("answer" in meant) return meant.answer;
  const { office, id } = meant;
  return changeOffices(
    context,
    {
      offices: [office],
      guided: named === undefined,
      to: (before) =>
        before.services?.some((service) => service.id === id)
          ? without(before, id)
          : unknownService(before, id, context),
    },
    options,
  );
};

function without({ services = [], ...office }: Office, id: string): Office {
  const left = services.filter((service) => service.id !== id);
  return left.length > 0 ? { ...office, services: left } : office;
}
