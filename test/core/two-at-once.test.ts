import type { Core } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  accepted,
  type Citizen,
  confirmBooking,
  ENGINES,
  MARIO,
  openTown,
  refused,
  requestBooking,
  type TestTown,
} from "../support/town.ts";

const [TEN, QUARTER_PAST, HALF_PAST] = ["10:00", "10:15", "10:30"].map(
  (time) => `2026-12-14T${time}+01:00`,
) as [string, string, string];
const ANNA: Citizen = { name: "Anna Bianchi", email: "anna@example.org", reason: "Saldo" };

/** Each pair goes through two processes' ways to one database. */
describe.each(ENGINES)("two at once on %s", (engine) => {
  let town: TestTown;
  let one: Core;
  let other: Core;
  beforeEach(async () => {
    town = await openTown({ engine, municipality: { policy: { max_held: 2, max_unconfirmed: 1 } } });
    one = town.core;
    other = await town.another();
  });
  afterEach(async () => {
    expect((await one.doctor()).filter(({ level }) => level === "error")).toEqual([]);
    await town[Symbol.asyncDispose]();
  });
  const both = <T>(act: (core: Core, i: number) => Promise<T>) => Promise.all([act(one, 0), act(other, 1)]);
  const kinds = async (code: string) => (await one.records.events.of(code)).map(({ kind }) => kind);
  const startOf = async (code: string) => (await one.records.bookings.get(code))?.start;

  test("pressing CONFERMA PRENOTAZIONE are both told yes, and it happens once", async () => {
    const { code } = await requestBooking(one, TEN);
    const pressed = await both((core) => core.confirm({ code, version: 1, actor: "citizen" }));
    expect(pressed.map((outcome) => accepted(outcome).already).sort()).toEqual([false, true]);
    expect(await kinds(code)).toEqual(["held", "requested", "confirmed"]);
  });

  test("pressing ANNULLA PRENOTAZIONE are both told yes, and it happens once", async () => {
    const { code } = await confirmBooking(one, TEN);
    const pressed = await both((core) => core.cancel({ code, version: 1, actor: "citizen" }));
    expect(pressed.map((outcome) => accepted(outcome).already).sort()).toEqual([false, true]);
    expect(await kinds(code)).toEqual(["held", "requested", "confirmed", "cancelled"]);
  });

  test("pressing Richiedi appuntamento are both told yes, and one mail goes out", async () => {
    const holder = "web:3f9a";
    const start = Date.parse(TEN);
    const held = await one.hold({ office: "tributi-imu", start, mode: "virtual", holder, locale: "it" });
    const { code } = accepted(held).booking;
    const form = { ...MARIO, consent: true };
    const pressed = await both((core) => core.request({ code, holder, form }));
    expect(pressed.map((outcome) => accepted(outcome).booking.state)).toEqual(["pending", "pending"]);
    expect(await kinds(code)).toEqual(["held", "requested"]);
    expect(await one.records.outbox.find({ booking: code })).toHaveLength(1);
  });

  test("one confirming and one cancelling leave the booking cancelled, whoever was first", async () => {
    const { code } = await requestBooking(one, TEN);
    await both((core, i) =>
      i === 0 ? core.confirm({ code, actor: "citizen" }) : core.cancel({ code, actor: "citizen" }),
    );
    expect((await one.records.bookings.get(code))?.state).toBe("cancelled");
    expect((await kinds(code)).at(-1)).toBe("cancelled");
  });

  test("moving one booking: the first has its way, the other hears that the booking has moved on", async () => {
    const { code } = await confirmBooking(one, TEN);
    const moves = await both((core, i) =>
      core.move({
        code,
        version: 1,
        start: Date.parse(i === 0 ? QUARTER_PAST : HALF_PAST),
        mode: "virtual",
        actor: "citizen",
      }),
    );
    const [moved] = moves.filter(({ ok }) => ok);
    const [late] = moves.filter(({ ok }) => !ok);
    expect(refused(late ?? { ok: true })).toEqual({ code: "link_outdated", state: "confirmed" });
    expect(moved?.ok && moved.booking.start).toBe(await startOf(code));
  });

  test("moving to one time: one gets it, the other keeps what they had", async () => {
    const codes = [
      (await confirmBooking(one, TEN)).code,
      (await confirmBooking(one, QUARTER_PAST, { citizen: ANNA })).code,
    ];
    const start = Date.parse(HALF_PAST);
    const moves = await both((core, i) =>
      core.move({ code: codes[i] ?? "", start, mode: "in_person", actor: "citizen" }),
    );
    const winner = moves.findIndex(({ ok }) => ok);
    expect(refused(moves[1 - winner] ?? { ok: true }).code).toBe("slot_taken");
    expect(await startOf(codes[winner] ?? "")).toBe(start);
    expect(await startOf(codes[1 - winner] ?? "")).toBe(Date.parse(winner === 0 ? QUARTER_PAST : TEN));
  });

  test("wanting each other's time both keep what they had", async () => {
    const codes = [
      (await confirmBooking(one, TEN)).code,
      (await confirmBooking(one, QUARTER_PAST, { citizen: ANNA })).code,
    ];
    const starts = [QUARTER_PAST, TEN].map((time) => Date.parse(time));
    const moves = await both((core, i) =>
      core.move({ code: codes[i] ?? "", start: starts[i] ?? 0, mode: "in_person", actor: "citizen" }),
    );
    expect(moves.map((outcome) => refused(outcome).code)).toEqual(["slot_taken", "slot_taken"]);
    expect(await Promise.all(codes.map(startOf))).toEqual(starts.toReversed());
  });

  test("asking from one chat under two addresses: the chat's limit lets one of them", async () => {
    const holder = "telegram:7";
    const codes: string[] = [];
    for (const time of [TEN, QUARTER_PAST]) {
      const start = Date.parse(time);
      const held = await one.hold({ office: "tributi-imu", start, mode: "virtual", holder, locale: "it" });
      codes.push(accepted(held).booking.code);
    }
    const asked = await both((core, i) =>
      core.request({ code: codes[i] ?? "", holder, form: { ...(i === 0 ? MARIO : ANNA), consent: true } }),
    );
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused(asked.find(({ ok }) => !ok) ?? { ok: true })).toEqual({
      code: "limit_unconfirmed",
      limit: 1,
    });
  });
});
