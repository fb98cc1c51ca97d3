import { describe, expect, test } from "vitest";
import {
  accepted,
  confirmBooking,
  ENGINES,
  openTown,
  refused,
  requestBooking,
  type TestTown,
} from "../../support/town.ts";

const TEN = "2026-12-10T10:00:00+01:00";
const DAY = { from: Date.parse("2026-12-10T00:00+01:00"), to: Date.parse("2026-12-12T00:00+01:00") };

async function announced({ core }: TestTown) {
  return (await core.agenda(DAY)).map((entry) => entry.announced);
}

describe.each(ENGINES)("what a citizen lets the office know, on %s", (engine) => {
  test("stands in the agenda, the last word of it, and the booking stays as it was", async () => {
    await using town = await openTown({ engine });
    const booking = await confirmBooking(town.core, TEN);
    expect(await announced(town)).toEqual([null]);
    const tell = (what: "coming" | "late") =>
      town.core.announce({ code: booking.code, version: booking.version, what, actor: "citizen" });
    expect(accepted(await tell("coming"))).toMatchObject({ already: false });
    expect(await announced(town)).toEqual(["coming"]);
    expect(accepted(await tell("late"))).toMatchObject({ already: false, booking: { state: "confirmed" } });
    expect(accepted(await tell("late"))).toMatchObject({ already: true });
    expect(await announced(town)).toEqual(["late"]);
    expect(accepted(await town.core.getBooking(booking.code)).booking).toEqual(booking);
    const findings = await town.core.doctor({ full: true });
    expect(findings.filter(({ check }) => /histories|event-log|messages/.test(check))).not.toContainEqual(
      expect.objectContaining({ level: "error" }),
    );
  });

  test("is told to the office when they will be late, once", async () => {
    await using town = await openTown({ engine });
    const { code } = await confirmBooking(town.core, TEN);
    for (const what of ["coming", "late", "coming", "late"] as const) {
      accepted(await town.core.announce({ code, what, actor: "citizen" }));
    }
    await town.core.tick();
    const late = (await town.mails()).filter(({ subject }) => subject?.startsWith("In ritardo"));
    expect(late).toHaveLength(1);
    expect(late[0]?.text).toContain(code);
    expect(late[0]?.to).toMatchObject({ text: expect.stringContaining("tributi.deledda") });
  });

  test("is about the time it was said of: a moved booking starts anew", async () => {
    await using town = await openTown({ engine });
    const { code } = await confirmBooking(town.core, TEN);
    accepted(await town.core.announce({ code, what: "late", actor: "citizen" }));
    const start = Date.parse("2026-12-11T10:00+01:00");
    accepted(await town.core.move({ code, start, mode: "in_person", actor: "citizen" }));
    expect(await announced(town)).toEqual([null]);
  });

  test("can be said while the appointment goes on, and not of one that is over, cancelled or still to be confirmed", async () => {
    await using town = await openTown({ engine });
    const { code } = await confirmBooking(town.core, TEN);
    const pending = await requestBooking(town.core, "2026-12-10T10:15:00+01:00", {
      chat: 7,
      citizen: { name: "Anna Bianchi", email: "anna@example.org", reason: "Saldo" },
    });
    const late = (booking: string) =>
      town.core.announce({ code: booking, what: "late" as const, actor: "citizen" });
    expect(refused(await late(pending.code))).toEqual({ code: "wrong_state", state: "pending" });
    expect(refused(await late("ZZZ-ZZZ"))).toMatchObject({ code: "booking_unknown" });
    expect(
      refused(await town.core.announce({ code, version: 2, what: "late", actor: "citizen" })),
    ).toMatchObject({ code: "link_outdated" });
    town.clock.set("2026-12-10T10:14:00+01:00");
    accepted(await late(code));
    town.clock.set("2026-12-10T10:15:00+01:00");
    expect(refused(await late(code))).toEqual({ code: "already_started" });
  });
});
