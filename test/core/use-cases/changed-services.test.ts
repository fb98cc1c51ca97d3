import type { OnConflict, Service } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import {
  accepted,
  confirmBooking,
  ENGINES,
  IMU,
  MARIO,
  openTown,
  requestBooking,
  type TestTown,
} from "../../support/town.ts";

const MONDAY_TEN = "2026-12-14T10:00:00+01:00";
const given = (town: TestTown, onConflict: OnConflict, ...services: readonly Service[]) =>
  town.core.importTimetable({ offices: [{ ...IMU, services }] }, { actor: "staff:anna", onConflict });
const stateOf = async ({ core }: TestTown, code: string) =>
  accepted(await core.getBooking(code)).booking.state;
const errors = async ({ core }: TestTown) =>
  (await core.doctor({ full: true })).filter(({ level }) => level === "error");

describe.each(ENGINES)("a service that changes, on %s", (engine) => {
  test("taken away, its bookings are named and stand: they are still confirmed, and can be cancelled", async () => {
    await using town = await openTown({ engine });
    const pending = await requestBooking(town.core, MONDAY_TEN, { service: "imu" });
    const other = await confirmBooking(town.core, "2026-12-14T10:15:00+01:00", {
      citizen: { ...MARIO, email: "ada@example.org" },
      chat: 1002,
    });
    const { conflicts } = await given(town, "keep", { id: "tari", name: "TARI" });
    expect(conflicts).toEqual([{ ...pick(pending), why: "service_removed", outcome: "kept" }]);
    accepted(await town.core.confirm({ code: pending.code, actor: "citizen" }));
    expect(await stateOf(town, other.code)).toBe("confirmed");
    await town.core.tick();
    const invitation = (await town.mails()).find(({ subject }) =>
      subject?.startsWith("Appuntamento confermato"),
    );
    expect(invitation?.text).toContain(pending.code);
    accepted(await town.core.cancel({ code: pending.code, actor: "citizen" }));
    expect(await errors(town)).toEqual([]);
  });

  test("taken away, its bookings are cancelled with notice when told to, also where other times were to be offered", async () => {
    await using town = await openTown({ engine });
    const booking = await confirmBooking(town.core, MONDAY_TEN, { service: "imu" });
    const { conflicts } = await given(town, "reoffer", { id: "tari", name: "TARI" });
    expect(conflicts).toEqual([{ ...pick(booking), why: "service_removed", outcome: "cancelled" }]);
    expect(await stateOf(town, booking.code)).toBe("cancelled");
    await town.core.tick();
    const mail = (await town.mails()).find(({ subject }) => subject?.startsWith("Appuntamento annullato"));
    expect(mail?.text).toContain("L’ufficio ha annullato");
    expect(await errors(town)).toEqual([]);
  });

  test("longer than before, the times offered instead are as long as it now takes", async () => {
    await using town = await openTown({ engine });
    const booking = await confirmBooking(town.core, MONDAY_TEN, { service: "imu" });
    const longer = { id: "imu", name: "Informazioni IMU", minutes: 45 };
    const { conflicts } = await given(town, "reoffer", longer);
    expect(conflicts).toEqual([{ ...pick(booking), why: "service_longer", outcome: "reoffered" }]);
    const held = await town.core.alternativesTo(booking);
    expect(held).toHaveLength(3);
    expect(held.every(({ start, end }) => end - start === 45 * 60_000)).toBe(true);
    const taken = accepted(await town.core.takeAlternative({ alternative: held[0]?.code ?? "" })).booking;
    expect(taken.end - taken.start).toBe(45 * 60_000);
    expect((await given(town, "keep", { ...longer, minutes: 30 })).conflicts).toEqual([]);
    expect(await errors(town)).toEqual([]);
  });

  test("no longer given by video, who has booked it so is told; another mode is theirs to choose", async () => {
    await using town = await openTown({ engine });
    const virtual = await confirmBooking(town.core, MONDAY_TEN, { service: "imu", mode: "virtual" });
    const { conflicts } = await given(town, "reoffer", { id: "imu", name: "IMU", modes: ["in_person"] });
    expect(conflicts).toEqual([{ ...pick(virtual), why: "mode_not_offered", outcome: "reoffered" }]);
    expect(await town.core.alternativesTo(virtual)).toEqual([]);
    await town.core.tick();
    const mail = (await town.mails()).find(({ subject }) => subject?.startsWith("Appuntamento da spostare"));
    expect(mail?.text).toContain(virtual.code);
    const moved = await town.core.move({
      code: virtual.code,
      start: Date.parse("2026-12-15T11:00:00+01:00"),
      mode: "in_person",
      actor: "citizen",
    });
    expect(accepted(moved).booking.mode).toBe("in_person");
    expect(await errors(town)).toEqual([]);
  });
});

const pick = ({ code, office, start }: { code: string; office: string; start: number }) => ({
  code,
  office,
  start,
});
