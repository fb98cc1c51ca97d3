import fc from "fast-check";
import { expect, test } from "vitest";
import { formatOf, TIMETABLE_FORMATS } from "../../../packages/core/src/adapters/timetable-file/formats.ts";
import { parseTimetable } from "../../../packages/core/src/adapters/timetable-file/parse-timetable.ts";
import { writeTimetable } from "../../../packages/core/src/adapters/timetable-file/write-timetable.ts";
import type { TimetableFile } from "../../../packages/core/src/domain/timetable-file.ts";
import { anyTimetable } from "./arbitrary-timetable.ts";

test.each(["yaml", "json"] as const)(
  "what is written as %s is read back the same, and guessed for what it is",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(anyTimetable, async (file) => {
        const text = await writeTimetable(file, format);
        expect(formatOf(text)).toBe(format);
        expect(await parseTimetable(text)).toEqual({ ok: true, file });
      }),
      { numRuns: 150 },
    );
  },
);

test("rows keep offices and weekly rules", async () => {
  await fc.assert(
    fc.asyncProperty(anyTimetable, async (file) => {
      const text = await writeTimetable(file, "csv");
      expect(formatOf(text)).toBe("csv");
      expect(await parseTimetable(text)).toEqual({ ok: true, file: asRows(file) });
    }),
    { numRuns: 150 },
  );
});

test("Windows line ends and a byte order mark change nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anyTimetable, fc.constantFrom(...TIMETABLE_FORMATS), async (file, format) => {
      const text = await writeTimetable(file, format);
      const asSaved = `\uFEFF${text.replace(/\r?\n/g, "\r\n")}`;
      expect(await parseTimetable(asSaved)).toEqual(await parseTimetable(text));
      expect(await parseTimetable(new TextEncoder().encode(asSaved))).toEqual(await parseTimetable(text));
    }),
    { numRuns: 60 },
  );
});

test("the same timetable is always written the same, whatever the order of its keys", async () => {
  const file = { offices: [{ name: "Tributi", id: "tributi" }] };
  const other = { offices: [{ id: "tributi", name: "Tributi" }] };
  for (const format of TIMETABLE_FORMATS) {
    expect(await writeTimetable(file, format)).toBe(await writeTimetable(other, format));
  }
});

test("what could not be read back is not written", async () => {
  await expect(writeTimetable({ offices: [{ id: "A", name: "" }] }, "yaml")).rejects.toThrow();
});

/** What the columns can say. */
function asRows({ offices }: TimetableFile): TimetableFile {
  return {
    fields: ["id", "name", "unit", "email", "place", "hours"],
    offices: offices.map(({ id, name, unit, email, place, hours }) => ({
      id,
      name,
      ...(unit && { unit }),
      ...(email && { email }),
      ...(place && { place }),
      ...(hours?.length && { hours }),
    })),
  };
}
