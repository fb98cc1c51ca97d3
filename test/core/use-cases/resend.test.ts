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
const HOLDER = "telegram:1001";

let town: TestTown;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town[Symbol.asyncDispose]());

describe("the verification mail", () => {
  test("is sent again three times at most, each one a mail of its own with the same link", async () => {
    const { core } = town;
    const { code } = await requestBooking(core, MONDAY_TEN);
    const left = [];
    for (let n = 0; n < 3; n++) left.push(accepted(await core.resend({ code, holder: HOLDER })).left);
    expect(left).toEqual([2, 1, 0]);
    expect(refused(await core.resend({ code, holder: HOLDER }))).toEqual({ code: "resend_limit", limit: 3 });
    await core.tick();
    const mails = await town.mails();
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(4);
    expect(new Set(mails.map(({ text }) => /https:\S+conferma\S+/.exec(text ?? "")?.[0])).size).toBe(1);
  });

  test("is not sent again for another chat, nor once the booking is confirmed or has lapsed", async () => {
    const { core, clock } = town;
    const { code } = await requestBooking(core, MONDAY_TEN);
    expect(refused(await core.resend({ code, holder: "telegram:2" })).code).toBe("booking_unknown");
    clock.advance({ hours: 2 });
    expect(refused(await core.resend({ code, holder: HOLDER }))).toEqual({
      code: "wrong_state",
      state: "expired",
    });
    const confirmed = await confirmBooking(core, MONDAY_TEN);
    expect(refused(await core.resend({ code: confirmed.code, holder: HOLDER })).code).toBe("wrong_state");
  });
});

describe("a mistyped address", () => {
  const correct = (code: string, email: string) => town.core.correctEmail({ code, holder: HOLDER, email });

  test("put right gets its own mail; the link in the first one no longer acts, the deadline stays", async () => {
    const { core, clock } = town;
    const old = await requestBooking(core, MONDAY_TEN);
    const oldToken = core.linksOf(old).confirm.split("/").at(-1) ?? "";
    clock.advance({ minutes: 20 });
    const { booking } = accepted(await correct(old.code, " mario.bianchi@example.org "));
    expect(booking).toMatchObject({
      email: "mario.bianchi@example.org",
      version: 2,
      expires: old.expires,
      state: "pending",
    });
    expect(refused(await core.follow("confirm", oldToken))).toEqual({
      code: "link_outdated",
      state: "pending",
    });
    await core.tick();
    const [mail, ...others] = await town.mails();
    expect(others).toEqual([]);
    expect([mail?.to].flat()[0]?.text).toContain("mario.bianchi@example.org");
    accepted(await core.confirm({ code: old.code, version: 2, actor: "citizen" }));
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("that is again none changes nothing", async () => {
    const old = await requestBooking(town.core, MONDAY_TEN);
    expect(refused(await correct(old.code, "mario@"))).toEqual({
      code: "form_invalid",
      problems: [{ field: "email", problem: "malformed" }],
    });
    expect(accepted(await town.core.getBooking(old.code)).booking).toEqual(old);
  });

  test("can be put right a few times only, and not into somebody's second booking", async () => {
    const { core } = town;
    const { code } = await requestBooking(core, MONDAY_TEN);
    for (const name of ["a", "b", "c"]) accepted(await correct(code, `${name}@example.org`));
    expect(refused(await correct(code, "d@example.org"))).toEqual({ code: "resend_limit", limit: 3 });

    const anna = { name: "Anna", email: "anna@example.org", reason: "IMU" };
    await confirmBooking(core, "2026-12-15T10:00:00+01:00", { chat: 5, citizen: anna });
    const other = await requestBooking(core, "2026-12-16T10:00:00+01:00", {
      chat: 6,
      citizen: { ...anna, email: "x@example.org" },
    });
    const stolen = await core.correctEmail({
      code: other.code,
      holder: "telegram:6",
      email: "ANNA@example.org",
    });
    expect(refused(stolen)).toEqual({ code: "limit_office", limit: 1 });
  });
});

describe("Cancella i miei dati", () => {
  test("cancels a booking to come, tells the office, and leaves nothing of the person", async () => {
    const { core } = town;
    const { code, version } = await confirmBooking(core, MONDAY_TEN);
    await core.tick();
    accepted(await core.forget({ code, version, actor: "citizen" }));
    expect(await core.records.bookings.get(code)).toMatchObject({
      state: "cancelled",
      name: null,
      email: null,
      reason: null,
      holder: null,
      consent: null,
    });
    const before = (await town.mails()).length;
    await core.tick();
    const mails = await town.mails();
    expect(mails.length).toBe(before + 1);
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
    expect(JSON.stringify(await core.records.events.of(code))).not.toMatch(/mario|rossi|saldo/i);
  });

  test("of a booking that is over takes the person out and leaves the visit for the statistics", async () => {
    const { core, clock } = town;
    const { code, version } = await confirmBooking(core, MONDAY_TEN);
    clock.set("2026-12-20T10:00:00+01:00");
    accepted(await core.forget({ code, version, actor: "citizen" }));
    expect(await core.records.bookings.get(code)).toMatchObject({
      state: "confirmed",
      name: null,
      email: null,
    });
  });

  test("through a link from before a move is refused", async () => {
    const { core } = town;
    const { code } = await confirmBooking(core, MONDAY_TEN);
    accepted(
      await core.move({
        code,
        start: Date.parse("2026-12-15T10:00:00+01:00"),
        mode: "in_person",
        actor: "citizen",
      }),
    );
    expect(refused(await core.forget({ code, version: 1, actor: "citizen" })).code).toBe("link_outdated");
  });
});
