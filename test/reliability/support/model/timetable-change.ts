import type { ImportReport, TimetableFile } from "@ricevimenti/core";
import type { TownModel } from "./town-model.ts";

/** Takes a file over: what it names is as it says, what it does not name stays, or goes with `prune`. */
export function takeOver(model: TownModel, file: TimetableFile, prune: boolean): ImportReport {
  const before = model.timetable.offices;
  const named = new Set(file.offices.map(({ id }) => id));
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const town = model.town;
  const townChanges = !same(model.timetable.municipality, file.municipality);
  const added = file.offices.filter(({ id }) => !model.office(id)).map(({ id }) => id);
  const changed = file.offices.flatMap((office) => {
    const old = model.office(office.id);
    if (!old || same(old, office)) return [];
    const names = [...new Set([...Object.keys(old), ...Object.keys(office)])] as (keyof typeof office)[];
    const fields = names.filter((name) => !same(old[name], office[name])).sort();
    const changes = fields.map((field) => ({
      field,
      before: old[field] ?? null,
      after: office[field] ?? null,
    }));
    return [{ office: office.id, fields, changes }];
  });
  const removed = before.map(({ id }) => id).filter((id) => prune && !named.has(id));
  const touched = new Set([...added, ...changed.map(({ office }) => office), ...removed]);
  const times = ["hours", "openings", "closures", "holidays", "timezone", "services"];
  const unsettled = new Set([
    ...added,
    ...removed,
    ...changed
      .filter(({ fields }) => fields.some((field) => times.includes(field)))
      .map(({ office }) => office),
  ]);

  // What the file names stands as it says, in the places it has; what is new, behind its neighbour in the file.
  const known = file.offices.filter(({ id }) => !added.includes(id));
  const left = before.filter(({ id }) => !removed.includes(id));
  const offices = left.map((old) => (named.has(old.id) ? (known.shift() ?? old) : old));
  const reordered = offices.some(({ id }, i) => id !== left[i]?.id);
  for (const [i, office] of file.offices.entries()) {
    if (!added.includes(office.id)) continue;
    const [ahead, first] = [file.offices[i - 1], file.offices.find(({ id }) => !added.includes(id))];
    const at = (id: string) => offices.findIndex((one) => one.id === id);
    offices.splice(ahead ? at(ahead.id) + 1 : first ? at(first.id) : offices.length, 0, office);
  }
  model.former = [...model.former, ...before.filter(({ id }) => removed.includes(id))];
  model.timetable = {
    municipality: file.municipality ?? model.town,
    offices,
  };
  const townFields = fieldsThatDiffer(town, model.town);
  const clockChanges = townFields.some((field) => field === "timezone" || field === "patron_saint");
  return {
    unchanged: !townChanges && touched.size === 0 && !reordered,
    municipality: townChanges ? "changed" : "unchanged",
    townFields,
    added,
    changed,
    removed,
    reordered,
    conflicts: model
      .live()
      // Of an office that an earlier file took away it was told then.
      .filter(({ office }) => unsettled.has(office) || (clockChanges && model.office(office)))
      .filter(({ start }) => start >= model.now)
      .sort((a, b) => a.start - b.start || a.desk - b.desk || (a.code < b.code ? -1 : 1))
      .flatMap((booking) => {
        const { code, office, start } = booking;
        const why = model.whyUnfit(booking);
        return why ? [{ code, office, start, why, outcome: "kept" as const }] : [];
      }),
  };
}

function fieldsThatDiffer(before: object, after: object): string[] {
  const values = (one: object) => new Map<string, unknown>(Object.entries(one));
  const [was, is] = [values(before), values(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.filter((name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name))).sort();
}
