import type { Office, Service } from "@ricevimenti/core";
import { bold, type Html, html, lines } from "../html.ts";
import type { Telling } from "./screen.ts";

/** What the citizen comes for, as the screens of finding a time begin. */
export function subjectLines(office: Office, service: Service | null, { say }: Pick<Telling, "say">): Html {
  return lines(
    bold(office.name),
    service?.name ?? null,
    service?.bring?.length ? html`${say("label-bring")}: ${service.bring.join("; ")}` : null,
  );
}

/** An office's service by id. */
export function serviceOf(office: Office, id: string | null): Service | null {
  return office.services?.find((service) => service.id === id) ?? null;
}
