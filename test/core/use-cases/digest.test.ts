import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { confirmBooking, ENGINES, IMU, MARIO, openTown, TARI, type TestTown } from "../../support/town.ts";

const MONDAY_TEN = "2026-12-14T10:00:00+01:00";

describe.each(ENGINES)("the morning mail of an office on %s", (engine) => {
  let town: TestTown;
  beforeEach(async () => {
    town = await openTown({ engine, offices: [{ ...IMU, digest: "07:30" }, TARI] });
  });
  afterEach(() => town[Symbol.asyncDispose]());
  const digests = async () =>
    (await town.mails()).filter(({ subject }) => subject?.startsWith("Appuntamenti di"));

  test("comes once at its hour, whichever process is first, with reasons and the way into the rooms", async () => {
    const { core, clock } = town;
    await confirmBooking(core, MONDAY_TEN, { mode: "virtual" });
    await confirmBooking(core, "2026-12-14T11:00:00+01:00", {
      citizen: { ...MARIO, name: "Ada Neri", email: "ada@example.org", reason: "Rimborso" },
      chat: 7,
    });
    const other = await town.another();
    clock.set("2026-12-14T07:29:00+01:00");
    await Promise.all([core.tick(), other.tick()]);
    expect(await digests()).toEqual([]);
    clock.set("2026-12-14T07:31:00+01:00");
    await Promise.all([core.tick(), other.tick()]);
    await core.tick();
    clock.advance({ hours: 3 });
    await other.tick();
    const [mail, ...more] = await digests();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("Appuntamenti di lun 14/12/26 - Tributo IMU (2)");
    expect(mail?.to).toMatchObject({ text: expect.stringContaining(IMU.email ?? "") });
    expect(mail?.text).toMatch(
      /10:00-10:15[\s\S]*Mario Rossi[\s\S]*saldo IMU[\s\S]*https:\/\/meet[\s\S]*Ada Neri[\s\S]*Rimborso/,
    );
  });

  test("does not come on a day without appointments, nor to an office that does not want it", async () => {
    const { core, clock } = town;
    await confirmBooking(core, "2026-12-16T09:00:00+01:00", { office: "tributi-tari" });
    for (const day of ["14", "15", "16"]) {
      clock.set(`2026-12-${day}T08:00:00+01:00`);
      await core.tick();
    }
    expect(await digests()).toEqual([]);
  });
});
