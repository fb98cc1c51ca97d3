import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  accepted,
  confirmBooking,
  IMU,
  MARIO,
  openTown,
  requestBooking,
  TARI,
  type TestTown,
} from "../../support/town.ts";

const TEN = "2026-12-14T10:00:00+01:00";
const AS_ANNA = { actor: "staff:anna" } as const;

let town: TestTown;
beforeEach(async () => {
  town = await openTown({
    offices: [{ ...IMU, policy: { reminder_minutes: [180], room_early_minutes: 25 } }, TARI],
    municipality: { email: "protocollo@comune.ozieri.ss.it" },
  });
});
afterEach(() => town[Symbol.asyncDispose]());

/** The office is taken out of the timetable; its bookings stay. */
const prune = () => town.core.importTimetable({ offices: [TARI] }, { ...AS_ANNA, prune: true });
const office = () => town.core.getOffice(IMU.id);

describe("an office that has been taken away", () => {
  test("is still the one whose request is confirmed, told of and reminded of", async () => {
    const { core, clock } = town;
    const { code } = await requestBooking(core, TEN);
    await prune();
    expect((await office()).ok).toBe(false);
    await core.tick();
    accepted(await core.confirm({ code, actor: "citizen" }));
    clock.set("2026-12-14T07:00:00+01:00");
    await core.tick();
    const mails = await town.mails();
    expect(mails).toHaveLength(4);
    for (const { text } of mails) expect(text).toContain("Tributo IMU");
    const to = mails
      .flatMap((mail) => (Array.isArray(mail.to) ? mail.to : [mail.to]))
      .map((one) => one?.text);
    expect(to.filter((text) => text?.includes(IMU.email ?? ""))).toHaveLength(1);
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("is the one whose request can be put right and sent again", async () => {
    const { core } = town;
    const { code, holder } = await requestBooking(core, TEN);
    await prune();
    expect((await core.resend({ code })).ok).toBe(true);
    const changed = await core.correctEmail({ code, holder: holder ?? "web:", email: "altra@example.org" });
    expect(changed.ok).toBe(true);
  });

  test("is the one whose room opens as it did, and whose calendar entry names it", async () => {
    const { core, clock } = town;
    const booking = await confirmBooking(core, TEN, { mode: "virtual", citizen: MARIO });
    await prune();
    clock.set("2026-12-14T09:35:00+01:00");
    expect((await core.room({ code: booking.code, role: "citizen" })).ok).toBe(true);
    expect((await core.invitation(booking)).body).toContain("Tributo IMU");
    expect((await core.officeOf(booking)).office).toMatchObject({ id: IMU.id, name: IMU.name });
  });

  test("offers nothing any more: a booking cannot be moved within it", async () => {
    const { core } = town;
    const { code } = await confirmBooking(core, TEN);
    await prune();
    const start = Date.parse("2026-12-14T10:15:00+01:00");
    expect(await core.move({ code, start, mode: "in_person", actor: "citizen" })).toMatchObject({
      ok: false,
      refusal: { code: "office_unknown" },
    });
  });
});
