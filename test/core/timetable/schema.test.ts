import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTimetable } from "../../../packages/core/src/domain/timetable-check.ts";
import type { FileProblemCode } from "../../../packages/core/src/domain/timetable-file.ts";
import { anyTimetable } from "./arbitrary-timetable.ts";
import { misfits, type Schema } from "./json-schema.ts";

const SCHEMA: Schema = JSON.parse(
  readFileSync(new URL("../../../packages/core/schema/timetable.schema.json", import.meta.url), "utf8"),
);
/** What the schema's own description leaves to the import. */
const BEYOND: readonly FileProblemCode[] = [
  "ends_before_start",
  "slot_longer_than_opening",
  "overlap",
  "duplicate",
  "bad_zone",
  "bad_colour",
];

test("every timetable that can be imported fits the published schema", () => {
  fc.assert(
    fc.property(anyTimetable, (file) => {
      expect(misfits(SCHEMA, file)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("with one value changed, schema and import agree on what is wrong", () => {
  const value = fc.constantFrom<unknown>(
    null,
    true,
    0,
    5,
    7,
    -5,
    15,
    481,
    2.5,
    1e9,
    "",
    "a",
    "A b",
    "10:00",
    "24:00",
    "10:02",
    "9:00",
    "2026-12-24",
    "2026-13-01",
    "06-13",
    "13-06",
    "mon",
    "virtual",
    "it",
    "xx",
    "a@b.it",
    "a@b",
    "x\ny",
    "Europe/Rome",
    "https://a.it",
    "x".repeat(41),
    "x".repeat(201),
    [],
    {},
    ["mon"],
    ["virtual", "virtual"],
    [60, 60],
    { a: 1 },
  );
  fc.assert(
    fc.property(anyTimetable, fc.nat(), value, (file, spot, other) => {
      const tree = structuredClone(file) as unknown as Record<string, unknown>;
      const spots = [...everySpot(tree)];
      const [owner, key] = spots[spot % spots.length] as [Record<string, unknown>, string];
      // To the import nothing behind a key is no key.
      if (other === null && !Array.isArray(owner)) delete owner[key];
      else owner[key] = other;
      const check = checkTimetable(tree);
      const codes = check.ok ? [] : check.problems.map(({ code }) => code);
      if (misfits(SCHEMA, tree).length > 0) expect(codes).not.toEqual([]);
      else expect(codes.filter((code) => !BEYOND.includes(code))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

function* everySpot(tree: object): Generator<[object, string]> {
  for (const [key, value] of Object.entries(tree)) {
    yield [tree, key];
    if (typeof value === "object" && value !== null) yield* everySpot(value);
  }
}
