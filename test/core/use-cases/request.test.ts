import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accepted, MARIO, openTown, refused, requestBooking, type TestTown } from "../../support/town.ts";

const MONDAY_TEN = "2026-12-14T10:00:00+01:00";

let town: TestTown;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town[Symbol.asyncDispose]());

async function heldCode() {
  const { booking } = accepted(
    await town.core.hold({
      office: "tributi-imu",
      start: Date.parse(MONDAY_TEN),
      mode: "virtual",
      holder: "telegram:1",
      locale: "en",
    }),
  );
  return booking.code;
}

describe("Richiedi appuntamento", () => {
  test("makes the held slot wait two hours for the confirmation, and asks for it by mail", async () => {
    const { core, clock } = town;
    const code = await heldCode();
    clock.advance({ minutes: 5 });
    const { booking } = accepted(
      await core.request({ code, holder: "telegram:1", form: { ...MARIO, consent: true } }),
    );
    expect(booking).toMatchObject({
      state: "pending",
      expires: Date.parse("2026-12-09T11:05:00+01:00"),
      name: "Mario Rossi",
      consent: { version: "1", at: Date.parse("2026-12-09T09:05:00+01:00") },
    });
    await core.tick();
    const mails = await town.mails();
    expect(mails.map(({ to }) => (Array.isArray(to) ? to : [to]).map((each) => each?.text).join())).toEqual([
      expect.stringContaining("mario.rossi@example.org"),
    ]);
    expect(mails[0]?.text).toContain(core.linksOf(booking).confirm);
  });

  test("waits only until the start when that is sooner", async () => {
    town.clock.set("2026-12-14T09:30:00+01:00");
    expect((await requestBooking(town.core, MONDAY_TEN)).expires).toBe(Date.parse(MONDAY_TEN));
  });

  test("pressed twice is one request and one mail", async () => {
    const { core } = town;
    const code = await heldCode();
    const press = () => core.request({ code, holder: "telegram:1", form: { ...MARIO, consent: true } });
    const [first, second] = await Promise.all([press(), press()]);
    expect(accepted(second).booking).toEqual(accepted(first).booking);
    await core.tick();
    expect(await town.mails()).toHaveLength(1);
  });

  test("by another chat is refused", async () => {
    const code = await heldCode();
    const theirs = await town.core.request({ code, holder: "telegram:2", form: { ...MARIO, consent: true } });
    expect(refused(theirs)).toEqual({ code: "hold_expired" });
  });

  test("after the hold's end is refused", async () => {
    const code = await heldCode();
    town.clock.advance({ minutes: 10 });
    const late = await town.core.request({ code, holder: "telegram:1", form: { ...MARIO, consent: true } });
    expect(refused(late)).toEqual({ code: "hold_expired" });
  });

  test("by an official who has the person before them is confirmed at once, with the invitation", async () => {
    const { core } = town;
    const { booking } = accepted(
      await core.hold({
        office: "tributi-imu",
        start: Date.parse(MONDAY_TEN),
        mode: "in_person",
        holder: "staff:anna",
        locale: "it",
      }),
    );
    const form = { ...MARIO, consent: true };
    const done = await core.request({
      code: booking.code,
      holder: "staff:anna",
      form,
      verified: true,
      actor: "staff:anna",
    });
    expect(accepted(done).booking).toMatchObject({ state: "confirmed", expires: null });
    await core.tick();
    const kinds = (await core.records.outbox.find({ states: ["sent"] })).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["invitation", "office_booked"]);
  });
});

describe("a form that is not right tells every problem at once and changes nothing:", () => {
  test.each([
    [
      "everything missing",
      { name: " ", email: "", reason: "\n", consent: false },
      ["name:missing", "email:missing", "reason:missing", "consent:missing"],
    ],
    ["an invalid address", { email: "mario.rossi@" }, ["email:malformed"]],
    ["two addresses", { email: "a@example.org,b@example.org" }, ["email:malformed"]],
    ["a line break in the address", { email: "a@example.org\r\nBcc: b@example.org" }, ["email:malformed"]],
    ["a reason of 10,000 characters", { reason: "a".repeat(10_000) }, ["reason:too_long"]],
    ["a name with HTML", { name: "Mario <b>Rossi</b>" }, ["name:not_plain_text"]],
    ["a name with a line break", { name: "Mario\r\nRossi" }, ["name:not_plain_text"]],
    ["a name with right-to-left marks", { name: "Mario \u202EissoR" }, ["name:not_plain_text"]],
    ["a name without letters", { name: "1234" }, ["name:malformed"]],
    ["a reason with a hidden character", { reason: "IMU\u200B" }, ["reason:not_plain_text"]],
  ])("%s", async (_, change, problems) => {
    const { core } = town;
    const code = await heldCode();
    const form = { ...MARIO, consent: true, ...change };
    const refusal = refused(await core.request({ code, holder: "telegram:1", form }));
    expect(
      refusal.code === "form_invalid" && refusal.problems.map(({ field, problem }) => `${field}:${problem}`),
    ).toEqual(problems);
    expect(accepted(await core.getBooking(code)).booking).toMatchObject({
      state: "held",
      name: null,
      email: null,
    });
    expect(await core.records.outbox.find({})).toEqual([]);
  });

  test.each([
    ["accents and apostrophes", "Niccolò D'Àvila-Öhrn", "Niccolò D'Àvila-Öhrn"],
    ["spaces around and inside", "  Mario   Rossi ", "Mario Rossi"],
    ["a joiner that its script needs", "علی\u200Cرضا", "علی\u200Cرضا"],
    ["other scripts", "Олена Петренко", "Олена Петренко"],
  ])("but a name with %s is taken", async (_, name, kept) => {
    const code = await heldCode();
    const done = await town.core.request({
      code,
      holder: "telegram:1",
      form: { ...MARIO, name, consent: true },
    });
    expect(accepted(done).booking.name).toBe(kept);
  });
});
