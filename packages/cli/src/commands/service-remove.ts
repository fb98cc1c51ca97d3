import type { Office } from "@ricevimenti/core";
import type { Run } from "../context.ts";
import { type ChangeOptions, changeOffices } from "../office-change.ts";
import { refusedAs } from "../refusal-answer.ts";

/** Takes a service away. Bookings for it are named and stand, unless `--on-conflict` says otherwise. */
export const serviceRemove: Run<ChangeOptions> = (context, [office = "", id = ""], options) =>
  changeOffices(
    context,
    {
      offices: [office],
      to: (before) =>
        before.services?.some((service) => service.id === id)
          ? without(before, id)
          : refusedAs("service_unknown", context.say("service-unknown", { service: id })),
    },
    options,
  );

function without({ services = [], ...office }: Office, id: string): Office {
  const left = services.filter((service) => service.id !== id);
  return left.length > 0 ? { ...office, services: left } : office;
}
