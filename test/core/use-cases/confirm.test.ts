import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  accepted,
  confirmBooking,
  openTown,
  refused,
  requestBooking,
  type TestTown,
} from "../../support/town.ts";

const MONDAY_TEN = "2026-12-14T10:00:00+01:00";

let town: TestTown;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town[Symbol.asyncDispose]());

const outbox = async () =>
  (await town.core.records.outbox.find({})).map(({ kind, channel }) => `${kind}/${channel}`).sort();

describe("CONFERMA PRENOTAZIONE", () => {
  test("within two hours makes the booking sure, tells citizen and office, and plans the reminders", async () => {
    const { core, clock } = town;
    const pending = await requestBooking(core, MONDAY_TEN);
    clock.advance({ hours: 1, minutes: 59, seconds: 59 });
    const { booking, already } = accepted(await core.confirm({ code: pending.code, actor: "citizen" }));
    expect({ state: booking.state, expires: booking.expires, already }).toEqual({
      state: "confirmed",
      expires: null,
      already: false,
    });
    expect(await outbox()).toEqual([
      "invitation/mail",
      "invitation/telegram",
      "office_booked/mail",
      "reminder/mail",
      "reminder/mail",
      "reminder/telegram",
      "reminder/telegram",
      "verification/mail",
    ]);
  });

  test("after two hours is refused although no job has run, and the slot is free again", async () => {
    const { core, clock } = town;
    const pending = await requestBooking(core, MONDAY_TEN);
    clock.advance({ hours: 2 });
    expect(
      accepted(await core.listSlots({ office: "tributi-imu" })).slots.map(({ start }) => start),
    ).toContain(Date.parse(MONDAY_TEN));
    expect(refused(await core.confirm({ code: pending.code, actor: "citizen" }))).toEqual({
      code: "confirmation_expired",
    });
    expect(accepted(await core.getBooking(pending.code)).booking.state).toBe("expired");
  });

  test("pressed twice says so and is done once", async () => {
    const { core } = town;
    const { code } = await requestBooking(core, MONDAY_TEN);
    const both = await Promise.all([
      core.confirm({ code, actor: "citizen" }),
      core.confirm({ code, actor: "citizen" }),
    ]);
    expect(both.map((one) => accepted(one).already)).toEqual([false, true]);
    expect((await outbox()).filter((kind) => kind === "invitation/mail")).toHaveLength(1);
  });

  test("keeps its slot when the same moment brings somebody who wants it", async () => {
    const { core, clock } = town;
    const { code } = await requestBooking(core, MONDAY_TEN);
    clock.advance({ hours: 2 });
    const other = core.hold({
      office: "tributi-imu",
      start: Date.parse(MONDAY_TEN),
      mode: "in_person",
      holder: "telegram:2",
      locale: "it",
    });
    const late = core.confirm({ code, actor: "citizen" });
    expect((await other).ok).toBe(true);
    expect(refused(await late)).toEqual({ code: "confirmation_expired" });
  });

  test("of an unknown booking, or one cancelled since, is refused", async () => {
    const { core } = town;
    expect(refused(await core.confirm({ code: "ZZZ-ZZZ", actor: "citizen" })).code).toBe("booking_unknown");
    const { code, version } = await requestBooking(core, MONDAY_TEN);
    accepted(await core.cancel({ code, actor: "citizen" }));
    expect(refused(await core.confirm({ code, version, actor: "citizen" }))).toEqual({
      code: "link_outdated",
      state: "cancelled",
    });
    expect(refused(await core.confirm({ code, actor: "staff:anna" }))).toEqual({
      code: "wrong_state",
      state: "cancelled",
    });
  });
});

describe("a request nobody confirms", () => {
  test("is marked expired by the sweep, which tells the citizen by mail and in the chat, once", async () => {
    const { core, clock } = town;
    const { code } = await requestBooking(core, MONDAY_TEN);
    await core.tick();
    clock.advance({ hours: 2 });
    expect(await core.tick()).toMatchObject({ expired: 1, delivered: 1 });
    expect(await core.tick()).toMatchObject({ expired: 0, delivered: 0 });
    expect((await core.records.bookings.get(code))?.state).toBe("expired");
    expect(await outbox()).toEqual(["expired/mail", "expired/telegram", "verification/mail"]);
    expect((await core.records.events.of(code)).map(({ kind }) => kind)).toEqual([
      "held",
      "requested",
      "expired",
    ]);
  });
});

describe("ANNULLA PRENOTAZIONE", () => {
  test("frees the slot, makes old links explain themselves, tells citizen and office", async () => {
    const { core } = town;
    const booking = await confirmBooking(core, MONDAY_TEN);
    const token = core.linksOf(booking).manage.split("/").at(-1) ?? "";
    accepted(await core.follow("manage", token));

    const done = accepted(await core.cancel({ code: booking.code, version: 1, actor: "citizen" }));
    expect(done.booking).toMatchObject({ state: "cancelled", version: 2 });
    expect(
      accepted(await core.listSlots({ office: "tributi-imu" })).slots.map(({ start }) => start),
    ).toContain(booking.start);
    expect(refused(await core.follow("manage", token))).toEqual({
      code: "link_outdated",
      state: "cancelled",
    });
    await core.tick();
    const sent = (await core.records.outbox.find({ states: ["sent"] })).map(({ kind }) => kind).sort();
    expect(sent).toEqual(["cancelled", "office_cancelled"]);
  });

  test("of a request never confirmed bothers neither the office nor calendars", async () => {
    const { core } = town;
    const { code } = await requestBooking(core, MONDAY_TEN);
    accepted(await core.cancel({ code, actor: "citizen" }));
    await core.tick();
    const mails = await town.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.attachments).toEqual([]);
  });

  test("pressed twice is harmless and says so", async () => {
    const { core } = town;
    const { code } = await confirmBooking(core, MONDAY_TEN);
    expect(accepted(await core.cancel({ code, version: 1, actor: "citizen" })).already).toBe(false);
    expect(accepted(await core.cancel({ code, version: 1, actor: "citizen" })).already).toBe(true);
  });

  test("is too late for the citizen once the visit has begun, not for the office", async () => {
    const { core, clock } = town;
    const { code } = await confirmBooking(core, MONDAY_TEN);
    clock.set(MONDAY_TEN);
    expect(refused(await core.cancel({ code, actor: "citizen" }))).toEqual({ code: "already_started" });
    accepted(await core.cancel({ code, actor: "staff:anna" }));
  });

  test("of an expired request is refused", async () => {
    const { core, clock } = town;
    const { code } = await requestBooking(core, MONDAY_TEN);
    clock.advance({ hours: 3 });
    expect(refused(await core.cancel({ code, actor: "citizen" }))).toEqual({
      code: "wrong_state",
      state: "expired",
    });
  });
});

describe("MODIFICA", () => {
  const tuesday = Date.parse("2026-12-15T11:00:00+01:00");

  test("takes the new slot and gives back the old one in one step", async () => {
    const { core } = town;
    const old = await confirmBooking(core, MONDAY_TEN);
    const { booking } = accepted(
      await core.move({ code: old.code, start: tuesday, mode: "virtual", actor: "citizen" }),
    );
    expect(booking).toMatchObject({
      code: old.code,
      state: "confirmed",
      start: tuesday,
      mode: "virtual",
      version: 2,
    });
    const starts = accepted(await core.listSlots({ office: "tributi-imu" })).slots.map(({ start }) => start);
    expect(starts).toContain(old.start);
    expect(starts).not.toContain(tuesday);
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("to a slot taken meanwhile keeps the old one", async () => {
    const { core } = town;
    const old = await confirmBooking(core, MONDAY_TEN);
    accepted(
      await core.hold({
        office: "tributi-imu",
        start: tuesday,
        mode: "in_person",
        holder: "telegram:7",
        locale: "it",
      }),
    );
    expect(
      refused(await core.move({ code: old.code, start: tuesday, mode: "in_person", actor: "citizen" })).code,
    ).toBe("slot_taken");
    expect(accepted(await core.getBooking(old.code)).booking).toEqual(old);
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("changes the mode of the same time", async () => {
    const { core } = town;
    const old = await confirmBooking(core, MONDAY_TEN, { mode: "in_person" });
    const { booking } = accepted(
      await core.move({ code: old.code, start: old.start, mode: "virtual", actor: "citizen" }),
    );
    expect(booking).toMatchObject({ start: old.start, mode: "virtual", desk: old.desk, version: 2 });
    expect(
      refused(await core.move({ code: old.code, start: old.start, mode: "virtual", actor: "citizen" })),
    ).toEqual({ code: "nothing_to_move" });
  });

  test("onto part of its own time needs no free desk but its own", async () => {
    const long = { id: "lungo", name: "Lungo", minutes: 30 };
    const office = {
      id: "uno",
      name: "Uno",
      services: [long],
      hours: [
        { days: ["mon" as const], from: "10:00", to: "11:00", slot: 15, modes: ["in_person" as const] },
      ],
    };
    await using small = await openTown({ offices: [office] });
    const { booking: held } = accepted(
      await small.core.hold({
        office: "uno",
        service: "lungo",
        start: Date.parse(MONDAY_TEN),
        mode: "in_person",
        holder: "telegram:1",
        locale: "it",
      }),
    );
    expect(held.end - held.start).toBe(30 * 60_000);
    accepted(
      await small.core.request({
        code: held.code,
        holder: "telegram:1",
        form: { name: "Mario Rossi", email: "m@example.org", reason: "IMU", consent: true },
      }),
    );
    accepted(await small.core.confirm({ code: held.code, actor: "citizen" }));
    const later = held.start + 15 * 60_000;
    accepted(await small.core.move({ code: held.code, start: later, mode: "in_person", actor: "citizen" }));
    expect(
      await small.core.records.claims.taken(
        "uno",
        held.start / 300_000,
        held.start / 300_000 + 12,
        small.clock.now(),
      ),
    ).toEqual({
      cells: [3, 4, 5, 6, 7, 8].map((n) => held.start / 300_000 + n),
      desks: [1, 1, 1, 1, 1, 1],
    });
  });

  test("replaces the reminders, and drops what was still to be said of the old time", async () => {
    const { core, clock } = town;
    const old = await confirmBooking(core, MONDAY_TEN);
    accepted(await core.move({ code: old.code, start: tuesday, mode: "in_person", actor: "citizen" }));
    clock.set("2026-12-16T00:00:00+01:00");
    await core.tick();
    const waiting = await core.records.outbox.find({ states: ["waiting"] });
    expect(waiting.filter(({ channel }) => channel === "mail")).toEqual([]);
  });

  test("of a request still to be confirmed sends a new verification and keeps the deadline", async () => {
    const { core, clock } = town;
    const old = await requestBooking(core, MONDAY_TEN);
    clock.advance({ minutes: 30 });
    const { booking } = accepted(
      await core.move({ code: old.code, start: tuesday, mode: "in_person", actor: "citizen" }),
    );
    expect(booking).toMatchObject({ state: "pending", expires: old.expires });
    await core.tick();
    const [mail, ...others] = await town.mails();
    expect(others).toEqual([]);
    expect(mail?.text).toContain(core.linksOf(booking).confirm);
    expect(refused(await core.confirm({ code: old.code, version: 1, actor: "citizen" })).code).toBe(
      "link_outdated",
    );
    accepted(await core.confirm({ code: old.code, version: 2, actor: "citizen" }));
  });

  test("is too late once the visit has begun", async () => {
    const { core, clock } = town;
    const { code } = await confirmBooking(core, MONDAY_TEN);
    clock.set(MONDAY_TEN);
    expect(refused(await core.move({ code, start: tuesday, mode: "in_person", actor: "citizen" }))).toEqual({
      code: "already_started",
    });
  });
});

describe("the times a booking may be moved to", () => {
  test("include its own, which is no obstacle to itself", async () => {
    const { core } = town;
    const { code, start } = await confirmBooking(core, MONDAY_TEN);
    const listed = async (moving?: string) => {
      const found = await core.listSlots({
        office: "tributi-imu",
        ...(moving === undefined ? {} : { moving }),
      });
      return accepted(found).slots.map((slot) => slot.start);
    };
    expect(await listed(code)).toContain(start);
    expect(await listed()).not.toContain(start);
  });
});
