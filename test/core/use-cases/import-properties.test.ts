import { parseTimetable, type TimetableFile, writeTimetable } from "@ricevimenti/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MUNICIPALITY, openTown } from "../../support/town.ts";
import { anyTimetable } from "../timetable/arbitrary-timetable.ts";

const whole = (file: TimetableFile): TimetableFile => ({ municipality: MUNICIPALITY, ...file });

test("what is exported after an import is the file itself, byte for byte, and changes nothing when imported again", async () => {
  await using town = await openTown();
  const { core } = town;
  await fc.assert(
    fc.asyncProperty(
      anyTimetable,
      fc.constantFrom("yaml" as const, "json" as const),
      async (file, format) => {
        const options = { actor: "staff:anna", prune: true } as const;
        await core.importTimetable(whole(file), options);
        const text = await writeTimetable(await core.exportTimetable(), format);
        expect(text).toBe(await writeTimetable(whole(file), format));
        const back = await parseTimetable(text);
        if (!back.ok) throw new Error(JSON.stringify(back.problems));
        expect(await core.importTimetable(back.file, options)).toMatchObject({ unchanged: true });
      },
    ),
    { numRuns: 40 },
  );
});

test("an import that does not come to its end leaves nothing of itself", async () => {
  await using town = await openTown();
  const { core } = town;
  const state = async () => {
    const { offices } = await core.exportTimetable();
    const histories = await Promise.all(offices.map(({ id }) => core.records.offices.history(id)));
    return JSON.stringify([await core.exportTimetable(), histories]);
  };
  const before = await state();
  await fc.assert(
    fc.asyncProperty(anyTimetable, async (file) => {
      const broken = core.atomically(async (within) => {
        await within.importTimetable(whole(file), { actor: "staff:anna", prune: true });
        throw new Error("power cut");
      });
      await expect(broken).rejects.toThrow("power cut");
      expect(await state()).toBe(before);
    }),
    { numRuns: 20 },
  );
});
