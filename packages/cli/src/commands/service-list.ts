import { modeName, type Service } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";
import { groupedText, tableOf } from "../table.ts";

/** What citizens may come for, at some offices or all. */
export const serviceList: Run = (context, offices) =>
  withCore(context, async (core) => {
    for (const office of offices) {
      const known = await core.getOffice(office);
      if (!known.ok) return refused(known.refusal, core, context);
    }
    const file = await core.exportTimetable(offices.length > 0 ? offices : undefined);
    const services = file.offices.flatMap((office) =>
      (office.services ?? []).map((service) => ({ office: office.id, service })),
    );
    const { io, say } = context;
    const modes = ({ modes: own }: Service) => own?.map((mode) => modeName(mode, say)).join(", ") ?? "";
    const head = ["head-office-id", "label-service", "head-minutes", "label-mode", "head-bring"];
    const rows = () =>
      services.map(({ service }) => [
        service.id,
        service.name,
        service.minutes?.toString() ?? "",
        modes(service),
        service.bring?.join("; ") ?? "",
      ]);
    return done(
      () =>
        services.length > 0
          ? groupedText(
              services.map(({ office }) => office),
              tableOf(rows(), { width: io.columns, head: head.map((id) => say(id)), colour: io.colour }),
              io.colour,
            )
          : `${say("services-none")}\n`,
      () =>
        services.map(({ office, service: { id, name, minutes = null, modes: own = null, bring = [] } }) => ({
          office,
          id,
          name,
          minutes,
          modes: own,
          bring,
        })),
    );
  });
