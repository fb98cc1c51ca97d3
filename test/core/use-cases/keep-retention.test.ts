import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { confirmBooking, openTown, type TestTown } from "../../support/town.ts";

let town: TestTown;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town[Symbol.asyncDispose]());

describe("the rule on keeping data", () => {
  test("erases the citizen 180 days after the appointment, and leaves the visit", async () => {
    const { core, clock } = town;
    const { code } = await confirmBooking(core, "2026-12-14T10:00:00+01:00");
    await core.tick();
    clock.set("2027-06-12T10:00:00+02:00");
    expect((await core.tick()).erased).toBe(0);
    expect(await core.records.bookings.get(code)).toMatchObject({ name: "Mario Rossi" });
    clock.advance({ days: 2 });
    expect((await core.tick()).erased).toBe(1);
    expect(await core.records.bookings.get(code)).toMatchObject({
      state: "confirmed",
      office: "tributi-imu",
      name: null,
      email: null,
      reason: null,
      holder: null,
    });
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("can be another number of days", async () => {
    await using strict = await openTown({ municipality: { policy: { retention_days: 30 } } });
    await confirmBooking(strict.core, "2026-12-14T10:00:00+01:00");
    strict.clock.set("2027-01-14T10:00:00+01:00");
    expect((await strict.core.tick()).erased).toBe(1);
  });

  test("is kept once a day by one of many processes", async () => {
    const { clock } = town;
    await confirmBooking(town.core, "2026-12-14T10:00:00+01:00");
    clock.set("2027-07-01T10:00:00+02:00");
    const workers = [town.core, await town.another(), await town.another()];
    const rounds = await Promise.all(workers.map((worker) => worker.tick()));
    expect(rounds.map(({ erased }) => erased).sort()).toEqual([0, 0, 1]);
  });

  test("ends drafts an hour after the chat fell silent", async () => {
    const { core, clock } = town;
    const chat = {
      id: 7,
      locale: "it",
      version: 1,
      screen: null,
      updated: clock.now(),
      draft: '{"name":"Mario"}',
    };
    await core.atomically(async (_, records) => records.chats.save(chat));
    clock.advance({ minutes: 59 });
    await core.tick();
    expect((await core.records.chats.get(7))?.draft).not.toBeNull();
    clock.advance({ minutes: 12 });
    await core.tick();
    expect((await core.records.chats.get(7))?.draft).toBeNull();
  });
});
