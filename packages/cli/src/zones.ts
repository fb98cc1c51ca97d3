import type { Core } from "@ricevimenti/core";

/** The zone of each office; of the town for one that has been removed. */
export async function zonesOf(core: Core): Promise<(office: string) => string> {
  const [{ timezone }, offices] = await Promise.all([core.municipality(), core.records.offices.list()]);
  const own = new Map(offices.map(({ definition }) => [definition.id, definition.timezone ?? timezone]));
  return (office) => own.get(office) ?? timezone;
}
