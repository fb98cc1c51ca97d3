import fc from "fast-check";
import { LOCALES } from "../../../packages/core/src/domain/municipality.ts";
import { MODES, WEEKDAYS } from "../../../packages/core/src/domain/office.ts";
import { checkTimetable } from "../../../packages/core/src/domain/timetable-check.ts";
import type { TimetableFile } from "../../../packages/core/src/domain/timetable-file.ts";

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const some = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, requiredKeys: (keyof T)[]) =>
  fc.record(model, { requiredKeys: requiredKeys as never }) as fc.Arbitrary<Partial<T>>;

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,3}$/);
/** What a writer could get wrong: quotes, separators, what YAML takes for something else, accents, emoji. */
const line = fc
  .oneof(
    fc.constantFrom(
      "no",
      "10:00",
      "1e3",
      "- x",
      "a: b",
      "# c",
      '"',
      "'",
      "a,b",
      "x;y",
      "~",
      "{a}",
      "è 🎉",
      "0797",
      "&a",
      "*a",
      "true",
      "=1",
    ),
    fc.string({ unit: "grapheme", maxLength: 30 }),
  )
  .filter((text) => checkTimetable({ offices: [{ id: "a", name: text }] }).ok);
const date = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const modes = fc.subarray([...MODES], { minLength: 1 });
const minutes = fc.integer({ min: 1, max: 96 }).map((steps) => steps * 5);
const hours = fc
  .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 1, max: 96 }), fc.integer({ min: 1, max: 96 }))
  .map(([start, length, slot]) => {
    const end = Math.min(start + length, 288);
    return { from: clock(start * 5), to: clock(end * 5), slot: Math.min(slot, end - start) * 5 };
  });
const opening = fc
  .tuple(hours, some({ modes, desks: fc.integer({ min: 1, max: 50 }) }, ["modes"]))
  .map(([when, more]) => ({ ...when, ...more }));
const rule = fc
  .tuple(
    opening,
    fc.subarray([...WEEKDAYS], { minLength: 1 }),
    some(
      {
        valid_from: date,
        valid_until: date,
        release: fc.record({ days: fc.integer({ min: 1, max: 730 }), at: fc.constantFrom("00:00", "09:00") }),
      },
      [],
    ),
  )
  .map(([when, days, validity]) => ({ days, ...when, ...validity }));
const service = some({ id: slug, name: line, minutes, modes, bring: fc.array(line, { maxLength: 3 }) }, [
  "id",
  "name",
]);
const closure = some(
  { from: date, to: date, start: fc.constant("08:00"), end: fc.constant("24:00"), reason: line },
  ["from"],
);
const policy = some(
  {
    lead_minutes: fc.integer({ min: 0, max: 600 }),
    horizon_days: fc.integer({ min: 1, max: 730 }),
    reminder_minutes: fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { maxLength: 3 }),
  },
  [],
);
const office = some(
  {
    id: slug,
    name: line,
    unit: line,
    email: fc.constantFrom("a@b.it", "tributi.deledda@comune.ozieri.ss.it"),
    place: line,
    phone: line,
    timezone: fc.constantFrom("Europe/Rome", "Australia/Lord_Howe", "UTC"),
    services: fc.uniqueArray(service, { selector: (one) => one.id, maxLength: 3 }),
    hours: fc.array(rule, { maxLength: 4 }),
    openings: fc.array(
      fc.tuple(opening, date).map(([when, on]) => ({ date: on, ...when })),
      { maxLength: 2 },
    ),
    closures: fc.array(closure, { maxLength: 2 }),
    holidays: fc.boolean(),
    policy,
  },
  ["id", "name"],
);
const municipality = some(
  {
    name: line,
    timezone: fc.constantFrom("Europe/Rome", "Asia/Kolkata"),
    locale: fc.constantFrom(...LOCALES),
    patron_saint: fc.constantFrom("06-13", "02-29"),
    email: fc.constant("protocollo@comune.example.it"),
    colour: fc.constantFrom("#06c", "#006b3c"),
    privacy: some({ version: line, url: fc.constant("https://comune.example.it/privacy?a=b#c") }, [
      "version",
    ]),
    policy,
  },
  ["name", "timezone", "locale"],
);

/** Any tree of the right shape, among them some that the rules about the whole refuse. */
export const anyTree: fc.Arbitrary<object> = some(
  { municipality, offices: fc.uniqueArray(office, { selector: (one) => one.id, maxLength: 4 }) },
  ["offices"],
);

/** A timetable that stands. */
export const anyTimetable: fc.Arbitrary<TimetableFile> = anyTree
  .map((tree) => checkTimetable(withoutMisfits(tree)))
  .filter((check) => check.ok)
  .map((check) => (check as { file: TimetableFile }).file);

/** Drops the lists in which something does not go together, so that most trees can be kept. */
function withoutMisfits(tree: object): object {
  const check = checkTimetable(tree);
  if (check.ok) return tree;
  const copy = structuredClone(tree) as { offices: Record<string, unknown>[] };
  for (const { path } of check.problems) {
    const office = path[0] === "offices" ? copy.offices[Number(path[1])] : undefined;
    if (office) delete office[String(path[2])];
  }
  return copy;
}
