import type { Service } from "@ricevimenti/core";
import { listOf, numberOf } from "./office-options.ts";

/** A service as options spell it. An empty text takes the fact away. */
export interface ServiceOptions {
  readonly name?: string;
  readonly minutes?: string;
  readonly modes?: string;
  /** What to bring, one thing each. */
  readonly bring?: readonly string[];
}

/** The service with what the options change; judged by who saves it. */
export function serviceWith(
  before: Partial<Service>,
  { name, minutes, modes, bring }: ServiceOptions,
): Service {
  const service: Record<string, unknown> = { ...before };
  const set = (key: string, value: unknown, none: boolean) => {
    if (none) delete service[key];
    else if (value !== undefined) service[key] = value;
  };
  set("name", name, false);
  set("minutes", minutes === undefined ? undefined : numberOf(minutes), minutes === "");
  set("modes", modes === undefined ? undefined : listOf(modes), modes === "");
  const things = bring?.filter((thing) => thing !== "");
  set("bring", things, things?.length === 0);
  return service as unknown as Service;
}
