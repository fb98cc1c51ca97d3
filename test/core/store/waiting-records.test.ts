import { expect, test } from "vitest";
import { accepted, openTown } from "../../support/town.ts";

const WISH = { modes: ["in_person"], days: null, from: null, to: null, after: null, before: null } as const;

test("who is just leaving the list is passed over, until it is known that they do not leave", async () => {
  await using town = await openTown({ engine: "postgres" });
  const { core } = town;
  const join = { office: "tributi-imu", wish: WISH, holder: "telegram:1", locale: "it" } as const;
  const { entry } = accepted(await core.waiting.join(join));
  const isPinned = () => core.atomically((_, records) => records.waiting.pin(entry.code));
  expect(await isPinned()).toBe(true);
  const undone = core.atomically(async (_, records) => {
    await records.waiting.remove(entry.code);
    expect(await isPinned()).toBe(false);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await isPinned()).toBe(true);
  await core.waiting.leave({ code: entry.code });
  expect(await isPinned()).toBe(false);
});
