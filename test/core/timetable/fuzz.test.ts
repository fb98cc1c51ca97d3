import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { TIMETABLE_FORMATS } from "../../../packages/core/src/adapters/timetable-file/formats.ts";
import { readJson } from "../../../packages/core/src/adapters/timetable-file/json.ts";
import {
  type ParsedTimetable,
  parseTimetable,
} from "../../../packages/core/src/adapters/timetable-file/parse-timetable.ts";
import { writeTimetable } from "../../../packages/core/src/adapters/timetable-file/write-timetable.ts";
import { problemText } from "../../../packages/core/src/texts/file-problem-text.ts";
import { anyTimetable } from "./arbitrary-timetable.ts";

const format = fc.option(fc.constantFrom(...TIMETABLE_FORMATS), { nil: undefined });

/** Either a timetable, or at least one problem that can be said in one line. */
function isAnswer(parsed: ParsedTimetable): void {
  if (parsed.ok) return;
  expect(parsed.problems.length).toBeGreaterThan(0);
  for (const problem of parsed.problems) {
    expect(problemText(problem, "it")).toMatch(/^[^\n\r]+$/);
    expect(problemText(problem, "en")).toMatch(/^[^\n\r]+$/);
  }
}

test("any bytes are answered with a timetable or with problems", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), format, async (bytes, as) => {
      isAnswer(await parseTimetable(bytes, as ? { format: as } : {}));
    }),
    { numRuns: 1000 },
  );
});

test("lines out of pieces of timetables are answered too", async () => {
  const piece = fc.constantFrom(
    "offices:",
    "  - id: a",
    "    name: b",
    "    hours:",
    "      - ",
    "{",
    "}",
    "[",
    "]",
    "&x",
    "*x",
    "<<: *x",
    "\t",
    '"',
    "'",
    ",",
    ";",
    "office_id;name",
    "!!binary",
    "? ",
    "|",
    ">",
    "%YAML 1.1",
    "---",
    "...",
    "\u0000",
    "\uFEFF",
    "__proto__: 1",
    "constructor: {}",
    "1: 2",
    ": ",
    "days: [mon]",
    "slot: 1e400",
    '{"offices":[]}',
    "\\u0000",
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom("\n", " ", "", "\r\n")), { maxLength: 30 })
    .map((parts) => parts.flat().join(""));
  await fc.assert(
    fc.asyncProperty(text, format, async (input, as) =>
      isAnswer(await parseTimetable(input, as ? { format: as } : {})),
    ),
    { numRuns: 1500 },
  );
});

test("a timetable with a few bytes changed is answered too", async () => {
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(
      anyTimetable,
      fc.constantFrom(...TIMETABLE_FORMATS),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (file, as, changes) => {
        const bytes = new TextEncoder().encode(await writeTimetable(file, as));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        isAnswer(await parseTimetable(bytes));
        isAnswer(await parseTimetable(bytes, { format: as }));
      },
    ),
    { numRuns: 400 },
  );
});

/** A tree with what stands at some of its places exchanged for something else, or taken away. */
function disturbed(tree: unknown, changes: readonly (readonly [number, unknown])[]): unknown {
  const copy = structuredClone({ tree });
  for (const [place, value] of changes) {
    const spots: { readonly at: Record<string, unknown>; readonly key: string }[] = [];
    const visit = (at: unknown): void => {
      if (typeof at !== "object" || at === null) return;
      for (const [key, inside] of Object.entries(at)) {
        spots.push({ at: at as Record<string, unknown>, key });
        visit(inside);
      }
    };
    visit(copy.tree);
    const spot = spots[place % Math.max(1, spots.length)];
    if (!spot) continue;
    if (value === undefined && !Array.isArray(spot.at)) delete spot.at[spot.key];
    else spot.at[spot.key] = structuredClone(value ?? null);
  }
  return copy.tree;
}

test("trees that are nearly timetables are answered, in JSON and YAML alike", async () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(undefined),
    fc.constant("24:00"),
    fc.constant([[]]),
  );
  await fc.assert(
    fc.asyncProperty(
      anyTimetable,
      fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 5 }),
      async (file, changes) => {
        const tree = disturbed(JSON.parse(await writeTimetable(file, "json")), changes);
        const answers = await Promise.all([
          parseTimetable(JSON.stringify(tree), { format: "json" }),
          parseTimetable(JSON.stringify(tree, null, 2), { format: "json" }),
          parseTimetable(stringify(tree), { format: "yaml" }),
        ]);
        for (const answer of answers) isAnswer(answer);
        const told = answers.map((answer) =>
          answer.ok ? answer.file : answer.problems.map(({ path, code }) => `${path} ${code}`).sort(),
        );
        expect(told[1]).toEqual(told[0]);
        expect(told[2]).toEqual(told[0]);
      },
    ),
    { numRuns: 300 },
  );
});

test("a key written twice in JSON is told wherever it stands, and nothing else is", async () => {
  const value = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom("null", "1", '"a:b"', '"\\""', '"\\\\"', "true"),
      fc.array(tie("tree"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
      fc
        .array(fc.tuple(fc.constantFrom("a", "b", "c:", '\\"', "__proto__"), tie("tree")), { maxLength: 4 })
        .map((items) => `{${items.map(([key, inside]) => `"${key}" : ${inside}`).join(",")}}`),
    ),
  })).tree;
  const twice = (text: string) => {
    const keys = text.match(/"(?:[^"\\]|\\.)*" : /g)?.length ?? 0;
    let left = 0;
    JSON.parse(text, (_, inside) => {
      if (typeof inside === "object" && inside !== null && !Array.isArray(inside))
        left += Object.keys(inside).length;
      return inside;
    });
    return keys > left;
  };
  fc.assert(
    fc.property(value, (text) => {
      const { tree, problems, readable } = readJson(String(text));
      expect(readable).toBe(true);
      expect(problems.length > 0).toBe(twice(String(text)));
      if (problems.length === 0) expect(tree).toEqual(JSON.parse(String(text)));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["brackets", "[".repeat(200_000)],
  ["dashes", "- ".repeat(100_000)],
  ["maps of JSON", '{"a":'.repeat(100_000)],
  ["aliases of aliases", bomb()],
  ["an alias of itself", "offices: &x [*x, *x]"],
  ["many keys", Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join("\n")],
  ["many broken lines", Array.from({ length: 5_000 }, (_, n) => `k${n}: [1`).join("\n")],
  ["a very long line", `offices: "${"x".repeat(3_000_000)}"`],
  ["a long JSON text", `{"offices": "${"x\\n".repeat(1_000_000)}"}`],
  ["many megabytes", " ".repeat(9_000_000)],
])("%s do not keep anybody waiting", { timeout: 10_000 }, async (_, text) => {
  const parsed = await parseTimetable(text);
  expect(parsed.ok).toBe(false);
  isAnswer(parsed);
});

function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, n) =>
    n === 0 ? "l0: &l0 [a, a, a, a, a, a, a, a, a, a]" : `l${n}: &l${n} [${`*l${n - 1}, `.repeat(10)}]`,
  );
  return levels.join("\n");
}
