import fc from "fast-check";
import { expect, test } from "vitest";
import { TIMETABLE_FORMATS } from "../../../packages/core/src/adapters/timetable-file/formats.ts";
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
