import type { Core } from "@ricevimenti/core";

/** Zone of an office, of the town where the office is not known. */
export async function timezoneOf(core: Core, office?: string): Promise<string> {
  const found = office === undefined ? null : await core.getOffice(office);
  if (found?.ok) return found.timezone;
  return (await core.municipality()).timezone;
}

/** The zone of each office; of the town for one that has been removed. */
export async function zonesOf(core: Core): Promise<(office: string) => string> {
  const [{ timezone }, offices] = await Promise.all([core.municipality(), core.records.offices.list()]);
  const own = new Map(offices.map(({ definition }) => [definition.id, definition.timezone ?? timezone]));
  return (office) => own.get(office) ?? timezone;
}
