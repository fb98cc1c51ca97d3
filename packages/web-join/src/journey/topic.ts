import type { Office, Service } from "@ricevimenti/core";

/** In addresses and forms: a topic that the office does not list. */
export const OTHER_TOPIC = "altro";

/** What the citizen comes for, as far as it has been said. */
export interface Topic {
  readonly service: Service | null;
  /** Said, or nothing to say: the office lists no topics. */
  readonly settled: boolean;
}

/** The topic that an address or a form names. */
export function topicFrom(office: Office, named: string | undefined): Topic {
  const services = office.services ?? [];
  const service = services.find(({ id }) => id === named) ?? null;
  return { service, settled: service !== null || services.length === 0 || named === OTHER_TOPIC };
}

/** The topic as addresses and forms name it. */
export function nameOf({ service, settled }: Topic): string | null {
  return service?.id ?? (settled ? OTHER_TOPIC : null);
}

/**
 * Whether the office's topics differ in the times they leave free: then the topic has to be known before the times are
 * shown. Otherwise it is asked where the municipal model asks it, after them.
 */
export function decidesTimes({ services = [], hours = [], openings = [] }: Office): boolean {
  return services.some(({ minutes, modes }) =>
    [...hours, ...openings].some(
      (opening) =>
        (minutes !== undefined && minutes !== opening.slot) ||
        (modes !== undefined && opening.modes.some((mode) => !modes.includes(mode))),
    ),
  );
}
