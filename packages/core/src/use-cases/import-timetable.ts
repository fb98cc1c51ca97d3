import type { ImportOptions, ImportReport, OfficeDifference } from "../core.ts";
import { differences } from "../domain/differences.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Office } from "../domain/office.ts";
import { officeOrder } from "../domain/office-order.ts";
import type { TimetableFile } from "../domain/timetable-file.ts";
import type { Records } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { conflictOf, type Misfit, misfits, settleMisfits } from "./misfits.ts";
import { passOn } from "./pass-on.ts";
import { loadTown, PlanCache } from "./town.ts";

/**
 * Makes the database say what the file says, in one transaction: the same file twice changes nothing. Offices the
 * file does not name stay, unless `prune` removes them. Bookings that no longer fit are kept, or what `onConflict`
 * says. With `dryRun` it only tells what it would do.
 */
export function importTimetable(
  deps: Deps,
  file: TimetableFile,
  options: ImportOptions,
): Promise<ImportReport> {
  return options.dryRun
    ? plan(deps, deps.store.read, file, options).then(({ report }) => report)
    : deps.store.write(async (records) => {
        await records.serialise("timetable");
        const { report, municipality, save, places, misfitting } = await plan(deps, records, file, options);
        const change = { at: deps.clock.now(), actor: options.actor };
        if (report.municipality !== "unchanged") {
          await records.municipality.set(municipality);
          await records.trail.note({ ...change, act: "municipality_changed", subject: null });
        }
        for (const { office, position } of save) await records.offices.save(office, position, change);
        for (const [id, position] of places) await records.offices.place(id, position);
        if (report.reordered)
          await records.trail.note({ ...change, act: "offices_reordered", subject: null });
        for (const id of report.removed) await records.offices.remove(id, change);
        // What is compiled of revisions that may yet be undone is for nobody else.
        const within: Deps = { ...deps, plans: new PlanCache() };
        await settleMisfits(within, records, misfitting, { onConflict: "keep", ...options });
        // New hours, a closure taken back: who waits hears of it before anybody else sees it.
        for (const office of report.unchanged ? [] : await records.waiting.offices(change.at))
          await passOn(within, records, office, change.at);
        return report;
      });
}

/** What `importTimetable` reads back unchanged; all offices, or those named, in the town's order. */
export async function exportTimetable(deps: Deps, only?: readonly string[]): Promise<TimetableFile> {
  const { definition: municipality } = await loadTown(deps.store.read);
  const offices = (await deps.store.read.offices.list()).map(({ definition }) => definition);
  return { municipality, offices: only ? offices.filter(({ id }) => only.includes(id)) : offices };
}

interface Plan {
  readonly report: ImportReport;
  readonly misfitting: readonly Misfit[];
  readonly municipality: Municipality;
  readonly save: readonly { readonly office: Office; readonly position: number }[];
  /** Offices that only stand elsewhere, by id. */
  readonly places: ReadonlyMap<string, number>;
}

async function plan(
  deps: Deps,
  records: Records,
  file: TimetableFile,
  { prune, onConflict = "keep" }: ImportOptions,
): Promise<Plan> {
  const { definition: current } = await loadTown(records);
  const municipality = file.municipality ?? current;
  const stored = new Map((await records.offices.list()).map((office) => [office.definition.id, office]));
  const named = new Set(file.offices.map(({ id }) => id));

  const added: string[] = [];
  const changed: ImportReport["changed"][number][] = [];
  const removed = prune ? [...stored.keys()].filter((id) => !named.has(id)) : [];
  const staying = [...stored.keys()].filter((id) => !removed.includes(id));
  const { order, reordered } = officeOrder(staying, [...named]);
  const positions = new Map(order.map((id, i) => [id, i + 1]));
  const save: Plan["save"][number][] = [];
  for (const named of file.offices) {
    const before = stored.get(named.id);
    const office = completed(named, before?.definition, file.fields);
    const fields = before ? differences(before.definition, office) : [];
    if (!before) added.push(office.id);
    else if (fields.length > 0) changed.push(differenceOf(before.definition, office, fields));
    else continue;
    save.push({ office, position: positions.get(office.id) ?? order.length });
  }
  const saved = new Set(save.map(({ office }) => office.id));
  // Where nothing is new in their order, gaps that removals have left in their numbers do no harm.
  const isRenumbered = reordered || added.length > 0 || removed.length > 0;
  const places = new Map(
    [...positions].filter(
      ([id, position]) => isRenumbered && !saved.has(id) && stored.get(id)?.position !== position,
    ),
  );
  const townFields = differences(current, municipality);
  const townChanged = townFields.length > 0;

  const after = new Map<string, Office>();
  for (const [id, { definition }] of stored) if (!removed.includes(id)) after.set(id, definition);
  for (const { office } of save) after.set(office.id, office);
  // An office that comes back finds the bookings from before it was removed.
  const touched = [
    ...(townFields.some((field) => TOWN_TIMES.has(field))
      ? stored.keys()
      : [...changed.filter(movesTimes).map(({ office }) => office), ...removed]),
    ...added,
  ];
  const toBe = { municipality, offices: after, touched };
  const misfitting = await misfits(deps, records, toBe);
  const report: ImportReport = {
    unchanged: !townChanged && save.length === 0 && removed.length === 0 && !reordered,
    municipality: townChanged ? "changed" : "unchanged",
    townFields,
    added,
    changed,
    removed,
    reordered,
    conflicts: misfitting.map((misfit) => conflictOf(misfit, onConflict)),
  };
  return { report, misfitting, municipality, save, places };
}

/** What decides when, for what and how an office receives: another phone number unsettles no booking. */
const OFFICE_TIMES = new Set(["hours", "openings", "closures", "holidays", "timezone", "services"]);
const TOWN_TIMES = new Set(["timezone", "patron_saint"]);

function movesTimes({ fields }: OfficeDifference): boolean {
  return fields.some((field) => OFFICE_TIMES.has(field));
}

function differenceOf(before: Office, after: Office, fields: readonly string[]): OfficeDifference {
  const value = (office: Office, field: string) => office[field as keyof Office] ?? null;
  const changes = fields.map((field) => ({
    field,
    before: value(before, field),
    after: value(after, field),
  }));
  return { office: after.id, fields, changes };
}

/** The office as the file says it, and as it was in whatever the file's notation cannot say. */
function completed(office: Office, before: Office | undefined, fields: TimetableFile["fields"]): Office {
  if (!before || !fields) return office;
  const kept = Object.entries(before).filter(([field]) => !fields.includes(field as keyof Office));
  return { ...office, ...Object.fromEntries(kept) };
}
