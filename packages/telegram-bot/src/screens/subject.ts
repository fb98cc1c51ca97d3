import { MODES, type Mode, type Office, type Service } from "@ricevimenti/core";
import { bold, type Html, html, lines } from "../html.ts";
import type { Telling } from "./screen.ts";

/** What the citizen comes for, as the screens of finding a time begin. */
export function subjectLines(office: Office, service: Service | null, { say }: Pick<Telling, "say">): Html {
  const modes = modesOf(office, service);
  const bring = modes.length === 1 && modes[0] === "virtual" ? "label-bring-virtual" : "label-bring";
  return lines(
    bold(office.name),
    service?.name ?? null,
    service?.bring?.length ? html`${say(bring)}: ${service.bring.join("; ")}` : null,
  );
}

/** An office's service by id. */
export function serviceOf(office: Office, id: string | null): Service | null {
  return office.services?.find((service) => service.id === id) ?? null;
}

/** The modes in which the office ever receives for that topic. */
export function modesOf(office: Office, service: Service | null): readonly Mode[] {
  const openings = [...(office.hours ?? []), ...(office.openings ?? [])];
  const offered = new Set(openings.flatMap(({ modes }) => modes));
  const allowed = service?.modes ?? MODES;
  return MODES.filter((mode) => offered.has(mode) && allowed.includes(mode));
}
