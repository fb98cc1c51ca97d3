import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  accepted,
  confirmBooking,
  MARIO,
  openTown,
  refused,
  requestBooking,
  type TestTown,
} from "../../support/town.ts";

const MONDAY_TEN = "2026-12-14T10:00:00+01:00";
const at = (text: string) => Date.parse(text);

let town: TestTown;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town[Symbol.asyncDispose]());

const wanted = {
  office: "tributi-imu",
  start: at(MONDAY_TEN),
  mode: "in_person",
  holder: "telegram:1",
  locale: "it",
} as const;

describe("a slot that is shown", () => {
  test("can be held, and is then no longer shown", async () => {
    const { core } = town;
    const before = accepted(await core.listSlots({ office: "tributi-imu" })).slots;
    expect(before.map(({ start }) => start)).toContain(wanted.start);

    const { booking } = accepted(await core.hold(wanted));
    expect(booking).toMatchObject({
      state: "held",
      start: wanted.start,
      end: wanted.start + 15 * 60_000,
      desk: 1,
    });
    expect(booking.code).toMatch(/^[2-9B-DF-HJ-KM-NP-TV-XZ]{3}-[2-9B-DF-HJ-KM-NP-TV-XZ]{3}$/);
    const after = accepted(await core.listSlots({ office: "tributi-imu" })).slots;
    expect(after).toHaveLength(before.length - 1);
    expect(after.map(({ start }) => start)).not.toContain(wanted.start);
  });

  test("every one of them can be held, each by somebody else", async () => {
    const { core } = town;
    const { slots } = accepted(
      await core.listSlots({ office: "tributi-imu", to: at("2026-12-16T00:00:00+01:00") }),
    );
    expect(slots.length).toBeGreaterThan(10);
    for (const [n, slot] of slots.entries()) {
      accepted(await core.hold({ ...wanted, start: slot.start, holder: `telegram:${n}` }));
    }
    expect(
      accepted(await core.listSlots({ office: "tributi-imu", to: at("2026-12-16T00:00:00+01:00") })).slots,
    ).toEqual([]);
  });

  test("with two desks is sold twice and not a third time", async () => {
    const { core } = town;
    const slot = { ...wanted, office: "tributi-tari", start: at("2026-12-14T09:20:00+01:00") };
    const first = accepted(await core.hold({ ...slot, holder: "telegram:1" })).booking;
    const second = accepted(await core.hold({ ...slot, holder: "telegram:2" })).booking;
    expect([first.desk, second.desk]).toEqual([1, 2]);
    expect(refused(await core.hold({ ...slot, holder: "telegram:3" })).code).toBe("slot_taken");
  });
});

describe("a hold", () => {
  test("past its ten minutes is free to the next person, though no job has run", async () => {
    const { core, clock } = town;
    const first = accepted(await core.hold(wanted)).booking;
    clock.advance({ minutes: 9, seconds: 59 });
    expect(refused(await core.hold({ ...wanted, holder: "telegram:2" })).code).toBe("slot_taken");
    clock.advance({ seconds: 1 });
    const second = accepted(await core.hold({ ...wanted, holder: "telegram:2" })).booking;
    expect(second.code).not.toBe(first.code);

    const late = await core.request({
      code: first.code,
      holder: "telegram:1",
      form: { ...MARIO, consent: true },
    });
    expect(refused(late).code).toBe("hold_expired");
    accepted(
      await core.request({ code: second.code, holder: "telegram:2", form: { ...MARIO, consent: true } }),
    );
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("asked for twice by the same chat is the same hold", async () => {
    const { core } = town;
    const first = accepted(await core.hold(wanted)).booking;
    expect(accepted(await core.hold(wanted)).booking).toEqual(first);
  });

  test("on another slot gives the former one back", async () => {
    const { core } = town;
    const first = accepted(await core.hold(wanted)).booking;
    accepted(await core.hold({ ...wanted, start: at("2026-12-14T10:15:00+01:00") }));
    accepted(await core.hold({ ...wanted, holder: "telegram:2" }));
    expect(accepted(await core.getBooking(first.code)).booking.state).toBe("expired");
  });

  test("refused on the new slot keeps the former one", async () => {
    const { core } = town;
    const first = accepted(await core.hold(wanted)).booking;
    accepted(await core.hold({ ...wanted, start: at("2026-12-14T10:15:00+01:00"), holder: "telegram:2" }));
    expect(refused(await core.hold({ ...wanted, start: at("2026-12-14T10:15:00+01:00") })).code).toBe(
      "slot_taken",
    );
    expect(accepted(await core.getBooking(first.code)).booking.state).toBe("held");
  });

  test("given back is free at once, and only its holder can give it back", async () => {
    const { core } = town;
    const { booking } = accepted(await core.hold(wanted));
    await core.release({ code: booking.code, holder: "telegram:2" });
    expect(refused(await core.hold({ ...wanted, holder: "telegram:2" })).code).toBe("slot_taken");
    await core.release({ code: booking.code, holder: "telegram:1" });
    accepted(await core.hold({ ...wanted, holder: "telegram:2" }));
  });

  test("sends nobody anything when it lapses", async () => {
    const { core, clock } = town;
    accepted(await core.hold(wanted));
    clock.advance({ hours: 1 });
    expect(await core.tick()).toMatchObject({ expired: 1, delivered: 0 });
    expect(await town.mails()).toEqual([]);
  });
});

describe("a time that is not offered is refused and nothing changes:", () => {
  test.each([
    ["in the past", { start: at("2026-12-08T10:00:00+01:00") }, "slot_past"],
    ["off the grid", { start: at("2026-12-14T10:05:00+01:00") }, "slot_not_offered"],
    ["off the five minutes", { start: at("2026-12-14T10:00:01+01:00") }, "slot_not_offered"],
    ["outside the hours", { start: at("2026-12-14T12:00:00+01:00") }, "slot_not_offered"],
    ["on a public holiday", { start: at("2026-12-25T10:00:00+01:00") }, "slot_not_offered"],
    ["beyond the horizon", { start: at("2027-06-14T10:00:00+02:00") }, "beyond_horizon"],
    [
      "in a mode the office does not offer",
      { office: "tributi-tari", start: at("2026-12-14T09:00:00+01:00"), mode: "virtual" as const },
      "mode_not_offered",
    ],
    ["of an unknown office", { office: "anagrafe" }, "office_unknown"],
    ["for an unknown service", { service: "passaporto" }, "service_unknown"],
  ])("%s", async (_, change, code) => {
    const { core } = town;
    expect(refused(await core.hold({ ...wanted, ...change })).code).toBe(code);
    expect(await core.records.bookings.find({})).toEqual([]);
  });

  test("taken, with the nearest free times told", async () => {
    const { core } = town;
    accepted(await core.hold(wanted));
    const refusal = refused(await core.hold({ ...wanted, holder: "telegram:2" }));
    expect(refusal).toMatchObject({ code: "slot_taken" });
    const nearest = refusal.code === "slot_taken" ? refusal.nearest.map(({ start }) => start) : [];
    expect(nearest).toHaveLength(6);
    expect(nearest).toContain(at("2026-12-14T10:15:00+01:00"));
    expect(nearest).not.toContain(wanted.start);
  });

  test("inside the lead time, which officials need not keep", async () => {
    await using slow = await openTown({ municipality: { policy: { lead_minutes: 120 } } });
    const soon = { ...wanted, start: at("2026-12-09T10:00:00+01:00") };
    expect(refused(await slow.core.hold(soon))).toEqual({
      code: "too_soon",
      earliest: at("2026-12-09T11:00:00+01:00"),
    });
    accepted(await slow.core.hold({ ...soon, holder: "staff:anna", actor: "staff:anna" }));
  });
});

describe("limits", () => {
  const form = (email: string) => ({ ...MARIO, email });

  test("one live booking for each address and office, whatever the spelling of the address", async () => {
    const { core } = town;
    await confirmBooking(core, MONDAY_TEN);
    const { booking } = accepted(
      await core.hold({ ...wanted, start: at("2026-12-15T10:00:00+01:00"), holder: "telegram:2" }),
    );
    const again = await core.request({
      code: booking.code,
      holder: "telegram:2",
      form: { ...MARIO, email: "Mario.Rossi@Example.ORG", consent: true },
    });
    expect(refused(again)).toEqual({ code: "limit_office", limit: 1 });
    expect(accepted(await core.getBooking(booking.code)).booking.state).toBe("held");
  });

  test("three in all", async () => {
    const many = ["a", "b", "c", "d"].map((id) => ({ ...IMU_LIKE, id }));
    await using wide = await openTown({ offices: many });
    for (const office of ["a", "b", "c"]) await confirmBooking(wide.core, MONDAY_TEN, { office });
    await expect(requestBooking(wide.core, MONDAY_TEN, { office: "d" })).rejects.toThrow(
      '"code":"limit_total"',
    );
  });

  test("two unconfirmed for each address, and for each chat", async () => {
    const many = ["a", "b", "c"].map((id) => ({ ...IMU_LIKE, id }));
    await using wide = await openTown({ offices: many });
    await requestBooking(wide.core, MONDAY_TEN, { office: "a", chat: 1 });
    await requestBooking(wide.core, MONDAY_TEN, { office: "b", chat: 2 });
    await expect(requestBooking(wide.core, MONDAY_TEN, { office: "c", chat: 3 })).rejects.toThrow(
      '"code":"limit_unconfirmed"',
    );

    const anna = { office: "c", chat: 1, citizen: form("anna@example.org") };
    await requestBooking(wide.core, "2026-12-14T10:15:00+01:00", anna);
    const third = await wide.core.hold({ ...wanted, office: "a", start: at("2026-12-15T10:00:00+01:00") });
    expect(refused(third)).toEqual({ code: "limit_unconfirmed", limit: 2 });
  });

  test("count what is live by the clock: lapsed and past bookings are out of the way", async () => {
    const { core, clock } = town;
    await requestBooking(core, MONDAY_TEN);
    clock.advance({ hours: 2 });
    await confirmBooking(core, "2026-12-14T10:15:00+01:00");
    clock.set("2026-12-14T10:30:00+01:00");
    await confirmBooking(core, "2026-12-15T10:00:00+01:00");
  });
});

const IMU_LIKE = {
  name: "Ufficio",
  hours: [
    { days: ["mon", "tue"] as const, from: "10:00", to: "12:00", slot: 15, modes: ["in_person"] as const },
  ],
};
