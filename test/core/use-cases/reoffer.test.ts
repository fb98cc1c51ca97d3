import type { Courier, Office } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import {
  accepted,
  confirmBooking,
  ENGINES,
  IMU,
  MARIO,
  MUNICIPALITY,
  openTown,
  refused,
  requestBooking,
  type TestTown,
} from "../../support/town.ts";

const MONDAY_TEN = "2026-12-14T10:00:00+01:00";
const CLOSED: Office = { ...IMU, closures: [{ from: "2026-12-14", reason: "Trasloco" }] };
const close = (town: TestTown, office: Office = CLOSED) =>
  town.core.importTimetable(
    { municipality: MUNICIPALITY, offices: [office] },
    { actor: "staff:anna", onConflict: "reoffer" },
  );
const free = async ({ core }: TestTown) =>
  accepted(await core.listSlots({ office: "tributi-imu" })).slots.map(({ start }) => start);
const errors = async ({ core }: TestTown) =>
  (await core.doctor({ full: true })).filter(({ level }) => level === "error");

describe.each(ENGINES)("other times for who no longer fits, on %s", (engine) => {
  test("three are held, told by mail and chat, and one press moves there and gives the others back", async () => {
    await using town = await openTown({ engine });
    const { core } = town;
    const booking = await confirmBooking(core, MONDAY_TEN);
    const report = await close(town);
    expect(report.conflicts).toEqual([
      {
        code: booking.code,
        office: "tributi-imu",
        start: booking.start,
        why: "outside_hours",
        outcome: "reoffered",
      },
    ]);
    const held = await core.alternativesTo(booking);
    // The three closest to Monday at ten that are free: Tuesday at ten and after.
    expect(held.map(({ start }) => new Date(start).toISOString())).toEqual([
      "2026-12-15T09:00:00.000Z",
      "2026-12-15T09:15:00.000Z",
      "2026-12-15T09:30:00.000Z",
    ]);
    expect(held.every(({ mode, name }) => mode === booking.mode && name === null)).toBe(true);
    for (const { start } of held) expect(await free(town)).not.toContain(start);

    const chat: string[] = [];
    const courier: Courier = {
      channel: "telegram",
      deliver: async ({ message, alternatives }) => {
        chat.push(`${message.kind} ${alternatives.length}`);
      },
    };
    await core.tick([courier]);
    expect(chat.at(-1)).toBe("reoffered 3");
    const mail = (await town.mails()).find(({ subject }) => subject?.startsWith("Appuntamento da spostare"));
    expect(mail?.text?.match(/#proposte/g)).toHaveLength(3);

    const [first] = held;
    const taken = accepted(await core.takeAlternative({ alternative: first?.code ?? "" }));
    expect(taken).toMatchObject({ already: false, booking: { code: booking.code, start: first?.start } });
    expect(await core.alternativesTo(booking)).toEqual([]);
    for (const { start } of held.slice(1)) expect(await free(town)).toContain(start);
    expect(accepted(await core.takeAlternative({ alternative: first?.code ?? "" })).already).toBe(true);
    const other = held[1]?.code ?? "";
    expect(refused(await core.takeAlternative({ alternative: other }))).toEqual({ code: "hold_expired" });
    await core.tick();
    expect(await errors(town)).toEqual([]);
  });

  test("they lapse by the clock; the booking stands, is not reminded of, and can be moved freely", async () => {
    await using town = await openTown({ engine });
    const { core, clock } = town;
    const booking = await confirmBooking(core, MONDAY_TEN);
    await close(town);
    const [first] = await core.alternativesTo(booking);
    clock.advance({ days: 2 });
    expect(await core.alternativesTo(booking)).toEqual([]);
    expect(await free(town)).toContain(first?.start);
    expect(refused(await core.takeAlternative({ alternative: first?.code ?? "" }))).toEqual({
      code: "hold_expired",
    });
    await core.tick();
    clock.set("2026-12-13T12:00:00+01:00");
    await core.tick();
    expect((await town.mails()).filter(({ subject }) => subject?.includes("Promemoria"))).toEqual([]);
    const start = Date.parse("2026-12-16T11:00:00+01:00");
    const moved = await core.move({ code: booking.code, start, mode: "virtual", actor: "citizen" });
    expect(accepted(moved).booking.start).toBe(start);
    expect(await errors(town)).toEqual([]);
  });
});

test("a time held for one citizen is nobody else's to take", async () => {
  await using town = await openTown();
  const { core } = town;
  const booking = await confirmBooking(core, MONDAY_TEN);
  await close(town);
  const [first] = await core.alternativesTo(booking);
  const alternative = first?.code ?? "";
  const no = { code: "hold_expired" };
  expect(refused(await core.takeAlternative({ alternative, holder: "telegram:666" }))).toEqual(no);
  expect(refused(await core.takeAlternative({ alternative, code: "AAA-222" }))).toEqual(no);
  expect(refused(await core.takeAlternative({ alternative: booking.code }))).toEqual(no);
  expect(refused(await core.takeAlternative({ alternative: "nothing" }))).toEqual(no);
  expect((await core.takeAlternative({ alternative, holder: "telegram:1001" })).ok).toBe(true);
});

test("cancelling gives the held times back", async () => {
  await using town = await openTown();
  const { core } = town;
  const booking = await confirmBooking(core, MONDAY_TEN);
  await close(town);
  const held = await core.alternativesTo(booking);
  await core.cancel({ code: booking.code, actor: "citizen" });
  expect(await core.alternativesTo(booking)).toEqual([]);
  expect(await free(town)).toEqual(expect.arrayContaining(held.map(({ start }) => start)));
});

test("a second change offers anew, and several citizens are offered different times", async () => {
  await using town = await openTown();
  const { core } = town;
  const one = await confirmBooking(core, MONDAY_TEN);
  const citizen = { ...MARIO, email: "ada@example.org" };
  const two = await confirmBooking(core, "2026-12-14T10:15:00+01:00", { citizen, chat: 1002 });
  await close(town);
  const starts = async () => [
    ...(await core.alternativesTo(one)).map(({ start }) => start),
    ...(await core.alternativesTo(two)).map(({ start }) => start),
  ];
  expect(new Set(await starts()).size).toBe(6);
  const longer = { ...CLOSED, closures: [{ from: "2026-12-14", to: "2026-12-18" }] };
  await close(town, longer);
  const again = await starts();
  expect(new Set(again).size).toBe(6);
  for (const start of again) {
    const day = new Date(start).toISOString().slice(0, 10);
    expect(day < "2026-12-14" || day > "2026-12-18").toBe(true);
  }
  expect(await errors(town)).toEqual([]);
});

test("a request still to be confirmed is asked for again at the time that is chosen", async () => {
  await using town = await openTown();
  const { core } = town;
  const pending = await requestBooking(core, MONDAY_TEN);
  await close(town);
  const [first] = await core.alternativesTo(pending);
  const { booking } = accepted(await core.takeAlternative({ alternative: first?.code ?? "" }));
  expect(booking).toMatchObject({ state: "pending", start: first?.start });
  expect((await core.confirm({ code: booking.code, version: booking.version, actor: "citizen" })).ok).toBe(
    true,
  );
});

test("where the office is no more there is nothing to offer: its bookings are cancelled with notice", async () => {
  await using town = await openTown();
  const { core } = town;
  const booking = await confirmBooking(core, MONDAY_TEN);
  const options = { actor: "staff:anna", prune: true, onConflict: "reoffer" } as const;
  const report = await core.importTimetable({ municipality: MUNICIPALITY, offices: [] }, options);
  expect(report.conflicts).toMatchObject([
    { code: booking.code, why: "office_removed", outcome: "cancelled" },
  ]);
  expect(accepted(await core.getBooking(booking.code)).booking.state).toBe("cancelled");
});
