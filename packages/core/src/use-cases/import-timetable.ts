import type { ImportOptions, ImportReport } from "../core.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Office } from "../domain/office.ts";
import { compilePlan, covers } from "../domain/opening-plan.ts";
import type { TimetableFile } from "../domain/timetable-file.ts";
import type { Records, StoredOffice } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { passOn } from "./pass-on.ts";
import { loadTown } from "./town.ts";

/**
 * Makes the database say what the file says, in one transaction: the same file twice changes nothing. Offices the
 * file does not name stay, unless `prune` removes them. With `dryRun` it only tells what it would do.
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
        const { report, municipality, save } = await plan(deps, records, file, options);
        const change = { at: deps.clock.now(), actor: options.actor };
        if (report.municipality !== "unchanged") await records.municipality.set(municipality);
        for (const { office, position } of save) await records.offices.save(office, position, change);
        for (const id of report.removed) await records.offices.remove(id, change);
        // New hours, a closure taken back: who waits hears of it before anybody else sees it.
        for (const office of report.unchanged ? [] : await records.waiting.offices(change.at))
          await passOn(deps, records, office, change.at);
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
  readonly municipality: Municipality;
  readonly save: readonly { readonly office: Office; readonly position: number }[];
}

async function plan(
  deps: Deps,
  records: Records,
  file: TimetableFile,
  { prune }: ImportOptions,
): Promise<Plan> {
  const { definition: current } = await loadTown(records);
  const municipality = file.municipality ?? current;
  const stored = new Map((await records.offices.list()).map((office) => [office.definition.id, office]));
  const named = new Set(file.offices.map(({ id }) => id));

  const added: string[] = [];
  const changed: ImportReport["changed"][number][] = [];
  const save: Plan["save"][number][] = [];
  let position = Math.max(0, ...[...stored.values()].map((office) => office.position));
  for (const named of file.offices) {
    const before = stored.get(named.id);
    const office = completed(named, before?.definition, file.fields);
    const fields = before ? differences(before.definition, office) : [];
    if (!before) added.push(office.id);
    else if (fields.length > 0) changed.push({ office: office.id, fields });
    else continue;
    save.push({ office, position: before?.position ?? ++position });
  }
  const removed = prune ? [...stored.keys()].filter((id) => !named.has(id)) : [];
  const townChanged = !same(current, municipality);

  const after = new Map<string, Office>();
  for (const [id, { definition }] of stored) if (!removed.includes(id)) after.set(id, definition);
  for (const { office } of save) after.set(office.id, office);
  // An office that comes back finds the bookings from before it was removed.
  const touched = [
    ...(townChanged ? stored.keys() : [...changed.map(({ office }) => office), ...removed]),
    ...added,
  ];
  const conflicts = await misfits(deps, records, municipality, after, touched);
  const report: ImportReport = {
    unchanged: !townChanged && save.length === 0 && removed.length === 0,
    municipality: townChanged ? "changed" : "unchanged",
    added,
    changed,
    removed,
    conflicts,
  };
  return { report, municipality, save };
}

/** Live bookings to come that the offices as they will be would no longer take. */
async function misfits(
  deps: Deps,
  records: Records,
  municipality: Municipality,
  after: ReadonlyMap<string, Office>,
  touched: readonly string[],
): Promise<ImportReport["conflicts"]> {
  if (touched.length === 0) return [];
  const now = deps.clock.now();
  const bookings = await records.bookings.find({
    offices: touched,
    from: now,
    states: ["pending", "confirmed"],
  });
  const plans = new Map(
    [...after]
      .filter(([id]) => touched.includes(id))
      .map(([id, office]) => [id, compilePlan(office, municipality)]),
  );
  return bookings
    .filter(({ expires }) => expires === null || expires > now)
    .filter((booking) => {
      const opening = plans.get(booking.office);
      return !opening || !covers(opening, booking);
    })
    .map(({ code, office, start }) => ({ code, office, start }));
}

/** The office as the file says it, and as it was in whatever the file's notation cannot say. */
function completed(office: Office, before: Office | undefined, fields: TimetableFile["fields"]): Office {
  if (!before || !fields) return office;
  const kept = Object.entries(before).filter(([field]) => !fields.includes(field as keyof Office));
  return { ...Object.fromEntries(kept), ...office };
}

/** Names of the office's fields that are not the same. */
function differences(before: StoredOffice["definition"], after: Office): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Office>;
  return [...names].filter((name) => !same(before[name], after[name])).sort();
}

/** Equal as trees, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
