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

const at = (text: string) => Date.parse(text);
const MONDAY = { from: at("2026-12-14T00:00:00+01:00"), to: at("2026-12-15T00:00:00+01:00") };

let town: TestTown;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town[Symbol.asyncDispose]());

describe("the agenda", () => {
  test("shows a day's bookings by start, waiting ones too, and none that have lapsed or been cancelled", async () => {
    const { core, clock } = town;
    const citizen = (n: number) => ({ ...MARIO, email: `citizen${n}@example.org` });
    const late = await confirmBooking(core, "2026-12-14T11:00:00+01:00", { chat: 1, citizen: citizen(1) });
    const lapsed = await requestBooking(core, "2026-12-14T10:30:00+01:00", { chat: 2, citizen: citizen(2) });
    const gone = await confirmBooking(core, "2026-12-14T10:45:00+01:00", { chat: 3, citizen: citizen(3) });
    accepted(await core.cancel({ code: gone.code, actor: "citizen" }));
    clock.advance({ hours: 2 });
    const waiting = await requestBooking(core, "2026-12-14T10:15:00+01:00", { chat: 4, citizen: citizen(4) });
    const other = await confirmBooking(core, "2026-12-15T10:15:00+01:00", { chat: 5, citizen: citizen(5) });

    const sheet = await core.agenda({ offices: ["tributi-imu"], ...MONDAY });
    expect(sheet.map(({ code, state }) => [code, state])).toEqual([
      [waiting.code, "pending"],
      [late.code, "confirmed"],
    ]);
    expect((await core.agenda({ ...MONDAY, states: ["expired"] })).map(({ code }) => code)).toEqual([
      lapsed.code,
    ]);
    expect(await core.agenda({ offices: ["tributi-tari"], ...MONDAY })).toEqual([]);
    expect(
      (await core.agenda({ from: MONDAY.from, to: at("2026-12-16T00:00:00+01:00") })).map(({ code }) => code),
    ).toContain(other.code);
  });

  test("of one chat holds what it still has before it", async () => {
    const { core, clock } = town;
    const first = await confirmBooking(core, "2026-12-09T10:00:00+01:00");
    clock.set("2026-12-09T10:15:00+01:00");
    expect(await core.bookingsOf("telegram:1001")).toEqual([]);
    const second = await confirmBooking(core, "2026-12-14T11:00:00+01:00");
    expect((await core.bookingsOf("telegram:1001")).map(({ code }) => code)).toEqual([second.code]);
    expect(second.code).not.toBe(first.code);
    expect(await core.bookingsOf("telegram:1")).toEqual([]);
  });
});

describe("the video room", () => {
  const enter = async (code: string, role: "citizen" | "moderator") => town.core.room({ code, role });

  test("opens for the official half an hour and for the citizen ten minutes before, and closes half an hour after", async () => {
    const { core, clock } = town;
    const { code } = await confirmBooking(core, "2026-12-14T10:00:00+01:00", { mode: "virtual" });
    const opensAt = { moderator: "09:30:00", citizen: "09:50:00" };
    for (const role of ["moderator", "citizen"] as const) {
      clock.set(at(`2026-12-14T${opensAt[role]}+01:00`) - 1);
      expect(refused(await enter(code, role))).toMatchObject({ code: "room_closed", opens: clock.now() + 1 });
      clock.advance({ seconds: 1 });
      accepted(await enter(code, role));
      clock.set(at("2026-12-14T10:45:00+01:00") - 1);
      accepted(await enter(code, role));
      clock.advance({ seconds: 1 });
      expect(refused(await enter(code, role)).code).toBe("room_closed");
    }
  });

  test("is for confirmed bookings by video only", async () => {
    const { core } = town;
    const inPerson = await confirmBooking(core, "2026-12-09T10:00:00+01:00", {
      mode: "in_person",
      citizen: { ...MARIO, email: "a@example.org" },
    });
    expect(refused(await enter(inPerson.code, "citizen")).code).toBe("not_virtual");
    const pending = await requestBooking(core, "2026-12-09T10:15:00+01:00", { mode: "virtual" });
    expect(refused(await enter(pending.code, "citizen"))).toEqual({ code: "wrong_state", state: "pending" });
    expect(refused(await enter("ZZZ-ZZZ", "citizen")).code).toBe("booking_unknown");
  });

  test("is another room after a move", async () => {
    const { core, clock } = town;
    const booking = await confirmBooking(core, "2026-12-14T10:00:00+01:00", { mode: "virtual" });
    clock.set("2026-12-14T09:50:00+01:00");
    const before = accepted(await enter(booking.code, "citizen")).url;
    accepted(
      await core.move({
        code: booking.code,
        start: at("2026-12-14T10:15:00+01:00"),
        mode: "virtual",
        actor: "citizen",
      }),
    );
    clock.set("2026-12-14T10:05:00+01:00");
    const after = accepted(await enter(booking.code, "citizen")).url;
    expect(new URL(after).pathname).not.toBe(new URL(before).pathname);
  });
});

describe("a link", () => {
  test("leads to its booking, by its own purpose only", async () => {
    const { core } = town;
    const booking = await requestBooking(core, "2026-12-14T10:00:00+01:00");
    const links = core.linksOf(booking);
    const token = links.confirm.split("/").at(-1) ?? "";
    expect(accepted(await core.follow("confirm", token)).booking.code).toBe(booking.code);
    for (const purpose of ["manage", "join", "calendar"] as const) {
      expect(refused(await core.follow(purpose, token))).toEqual({ code: "link_invalid" });
    }
  });

  test("of an expired request finds it, expired by the clock", async () => {
    const { core, clock } = town;
    const booking = await requestBooking(core, "2026-12-14T10:00:00+01:00");
    clock.advance({ hours: 2 });
    const token = core.linksOf(booking).confirm.split("/").at(-1) ?? "";
    expect(accepted(await core.follow("confirm", token)).booking.state).toBe("expired");
  });

  test("of another town opens nothing", async () => {
    const booking = await requestBooking(town.core, "2026-12-14T10:00:00+01:00");
    await using other = await openTown();
    const token = town.core.linksOf(booking).manage.split("/").at(-1) ?? "";
    expect(refused(await other.core.follow("manage", token))).toEqual({ code: "link_invalid" });
  });
});

describe("offices", () => {
  test("are open or out of hours by the clock, with their next free slot", async () => {
    const { core, clock } = town;
    const shown = async () =>
      (await core.listOffices()).map(({ office, openNow, next }) => [office.id, openNow, next?.start]);
    expect(await shown()).toEqual([
      ["tributi-imu", false, at("2026-12-09T10:00:00+01:00")],
      ["tributi-tari", true, at("2026-12-09T09:00:00+01:00")],
    ]);
    clock.set("2026-12-09T11:59:59+01:00");
    expect(await shown()).toEqual([
      ["tributi-imu", true, at("2026-12-10T10:00:00+01:00")],
      ["tributi-tari", false, at("2026-12-14T09:00:00+01:00")],
    ]);
  });

  test("closed for a public holiday or the patron saint are out of hours that day", async () => {
    const { core, clock } = town;
    clock.set("2026-12-08T10:30:00+01:00");
    expect((await core.listOffices())[0]?.openNow).toBe(false);
    const saint = "2026-12-11";
    await using festive = await openTown({
      municipality: { patron_saint: saint.slice(5) },
      start: `${saint}T10:30:00+01:00`,
    });
    expect((await festive.core.listOffices())[0]?.openNow).toBe(false);
  });
});
