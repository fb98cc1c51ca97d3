import type { Municipality } from "../domain/municipality.ts";
import type { Office, Service } from "../domain/office.ts";
import { compilePlan, type OpeningPlan } from "../domain/opening-plan.ts";
import { type Policy, resolvePolicy } from "../domain/policy.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { DatabaseError, type Records, type Revisions, type StoredOffice } from "../ports.ts";

/** An office with all that its rules need. */
export interface TownOffice {
  readonly office: Office;
  readonly municipality: Municipality;
  readonly timezone: string;
  readonly policy: Policy;
  readonly plan: OpeningPlan;
}

/** What is left of an office when nothing of it can be booked any more. */
export type BookedOffice = Omit<TownOffice, "plan">;

interface StoredTown {
  readonly definition: Municipality;
  readonly revision: number;
}

/** Compiled offices, each good for the two revisions it was compiled from and no other. */
export class PlanCache {
  readonly #compiled = new Map<string, { readonly revisions: Revisions; readonly office: TownOffice }>();

  /** Null when it is not there, or of other revisions. */
  known(id: string, { town, office }: Revisions): TownOffice | null {
    const known = this.#compiled.get(id);
    return known?.revisions.town === town && known.revisions.office === office ? known.office : null;
  }

  /** As it was when it was last looked at; null when it never was. */
  last(id: string): TownOffice | null {
    return this.#compiled.get(id)?.office ?? null;
  }

  of(town: StoredTown, { definition: office, revision }: StoredOffice): TownOffice {
    const revisions = { town: town.revision, office: revision };
    const known = this.known(office.id, revisions);
    if (known) return known;
    const municipality = town.definition;
    const compiled: TownOffice = {
      office,
      municipality,
      timezone: office.timezone ?? municipality.timezone,
      policy: resolvePolicy(municipality.policy, office.policy),
      plan: compilePlan(office, municipality),
    };
    this.#compiled.set(office.id, { revisions, office: compiled });
    return compiled;
  }
}

/** The town. Throws when the database has not been given one. */
export async function loadTown(records: Records): Promise<StoredTown> {
  const town = await records.municipality.get();
  if (!town) throw new DatabaseError("not_initialised", "the database holds no municipality yet");
  return town;
}

/** An office ready for its rules to be asked; null when there is none of that id. */
export async function loadOffice(plans: PlanCache, records: Records, id: string): Promise<TownOffice | null> {
  const revisions = await records.offices.revisions(id);
  const known = revisions && plans.known(id, revisions);
  if (known || !revisions) return known;
  const stored = await records.offices.get(id);
  return stored && plans.of(await loadTown(records), stored);
}

/**
 * The office of a booking, also when it has been removed since: as it last was, because those who booked it are still
 * told, still confirm, still meet. Where nothing is known of it the town speaks for it.
 */
export async function bookedOffice(plans: PlanCache, records: Records, id: string): Promise<BookedOffice> {
  const standing = await loadOffice(plans, records, id);
  if (standing) return standing;
  const { definition: municipality } = await loadTown(records);
  const office = (await lastDefinition(records, id)) ?? { id, name: municipality.name };
  return {
    office,
    municipality,
    timezone: office.timezone ?? municipality.timezone,
    policy: resolvePolicy(municipality.policy, office.policy),
  };
}

async function lastDefinition(records: Records, id: string): Promise<Office | null> {
  const revisions = await records.offices.history(id);
  return revisions.findLast(({ definition }) => definition !== null)?.definition ?? null;
}

/** The office and, when one is named, its service. Refuses with `office_unknown` and `service_unknown`. */
export async function loadOffer(
  plans: PlanCache,
  records: Records,
  wanted: { readonly office: string; readonly service?: string | null },
): Promise<Outcome<{ readonly town: TownOffice; readonly service: Service | undefined }>> {
  const town = await loadOffice(plans, records, wanted.office);
  if (!town) return refuse({ code: "office_unknown", office: wanted.office });
  const service = serviceOf(town, wanted.service);
  if (wanted.service != null && !service) return refuse({ code: "service_unknown", service: wanted.service });
  return { ok: true, town, service };
}

export function serviceOf({ office }: TownOffice, id: string | null | undefined): Service | undefined {
  return office.services?.find((service) => service.id === id);
}
