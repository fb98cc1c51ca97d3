import type { Courier, Office } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  accepted,
  confirmBooking,
  IMU,
  MARIO,
  MUNICIPALITY,
  openTown,
  TARI,
  type TestTown,
} from "../../support/town.ts";

const MONDAY_TEN = "2026-12-14T10:00:00+01:00";
const file = (...offices: readonly Office[]) => ({ municipality: MUNICIPALITY, offices });
const AS_ANNA = { actor: "staff:anna" } as const;
const chatCourier = (told: string[]): Courier => ({
  channel: "telegram",
  deliver: async ({ message, booking, cancelledBy }) => {
    told.push(`${message.kind} by ${cancelledBy} ${booking.code}`);
  },
});

let town: TestTown;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town[Symbol.asyncDispose]());

describe("importing a timetable", () => {
  test("a second time says that nothing changed, and makes no new revision", async () => {
    const { core } = town;
    const again = await core.importTimetable(file(IMU, TARI), AS_ANNA);
    expect(again).toEqual({
      unchanged: true,
      municipality: "unchanged",
      townFields: [],
      added: [],
      changed: [],
      removed: [],
      reordered: false,
      conflicts: [],
    });
    expect(await core.records.offices.history("tributi-imu")).toHaveLength(1);
  });

  test("sets the order citizens see, without a revision of what has only moved", async () => {
    const { core } = town;
    const order = async () => (await core.listOffices()).map(({ office }) => office.id);
    const suape: Office = { ...TARI, id: "suape" };
    const turned = file(TARI, IMU);
    const dry = await core.importTimetable(turned, { ...AS_ANNA, dryRun: true });
    expect(dry).toMatchObject({ unchanged: false, reordered: true, changed: [] });
    expect(await order()).toEqual(["tributi-imu", "tributi-tari"]);
    expect(await core.importTimetable(turned, AS_ANNA)).toEqual(dry);
    expect(await order()).toEqual(["tributi-tari", "tributi-imu"]);
    expect((await core.importTimetable(turned, AS_ANNA)).unchanged).toBe(true);
    expect(await core.records.offices.history("tributi-imu")).toHaveLength(1);

    expect((await core.importTimetable(file(TARI, suape, IMU), AS_ANNA)).reordered).toBe(false);
    expect(await order()).toEqual(["tributi-tari", "suape", "tributi-imu"]);
    // What a file does not name keeps its place.
    await core.importTimetable(file(IMU, TARI), AS_ANNA);
    expect(await order()).toEqual(["tributi-imu", "suape", "tributi-tari"]);
    await core.importTimetable(file(IMU), AS_ANNA);
    expect(await order()).toEqual(["tributi-imu", "suape", "tributi-tari"]);
    expect((await core.exportTimetable()).offices.map(({ id }) => id)).toEqual(await order());
  });

  test("with its keys in another order is the same timetable", async () => {
    const turned = Object.fromEntries(Object.entries(IMU).reverse()) as unknown as Office;
    expect((await town.core.importTimetable(file(turned, TARI), AS_ANNA)).unchanged).toBe(true);
  });

  test("adds, changes and names what it did; every revision is kept with who made it", async () => {
    const { core } = town;
    const report = await core.importTimetable(
      file({ ...IMU, place: "Piazza Cantareddu" }, { ...TARI, id: "suape" }),
      AS_ANNA,
    );
    expect(report).toMatchObject({
      unchanged: false,
      added: ["suape"],
      changed: [{ office: "tributi-imu", fields: ["place"] }],
      removed: [],
    });
    expect((await core.listOffices()).map(({ office }) => office.id)).toEqual([
      "tributi-imu",
      "suape",
      "tributi-tari",
    ]);
    const history = await core.records.offices.history("tributi-imu");
    expect(history.map(({ revision, actor, definition }) => [revision, actor, definition?.place])).toEqual([
      [1, "staff:test", "Via Vittorio Veneto 11"],
      [2, "staff:anna", "Piazza Cantareddu"],
    ]);
  });

  test("removes offices the file does not name only when told to", async () => {
    const { core } = town;
    expect((await core.importTimetable(file(IMU), AS_ANNA)).removed).toEqual([]);
    expect((await core.importTimetable(file(IMU), { ...AS_ANNA, prune: true })).removed).toEqual([
      "tributi-tari",
    ]);
    expect((await core.getOffice("tributi-tari")).ok).toBe(false);
    expect((await core.importTimetable(file(IMU, TARI), AS_ANNA)).added).toEqual(["tributi-tari"]);
    expect(
      (await core.records.offices.history("tributi-tari")).map(({ definition }) => definition !== null),
    ).toEqual([true, false, true]);
  });

  test("as a dry run tells the same and changes nothing", async () => {
    const { core } = town;
    const wanted = file({ ...IMU, phone: "079 781200" });
    const dry = await core.importTimetable(wanted, { ...AS_ANNA, prune: true, dryRun: true });
    expect(accepted(await core.getOffice("tributi-imu")).office.phone).toBeUndefined();
    expect(await core.importTimetable(wanted, { ...AS_ANNA, prune: true })).toEqual(dry);
  });

  test("names the live bookings that no longer fit, and keeps them", async () => {
    const { core } = town;
    const kept = await confirmBooking(core, MONDAY_TEN);
    const shorter: Office = {
      ...IMU,
      hours: [{ days: ["mon"], from: "11:00", to: "12:00", slot: 15, modes: ["in_person"] }],
    };
    const report = await core.importTimetable(file(shorter), AS_ANNA);
    expect(report.conflicts).toEqual([
      { code: kept.code, office: "tributi-imu", start: kept.start, why: "outside_hours", outcome: "kept" },
    ]);
    expect(accepted(await core.getBooking(kept.code)).booking.state).toBe("confirmed");
  });

  test("cancels what no longer fits when told to: the citizen hears that the office did, and the time is free", async () => {
    const { core } = town;
    const gone = await confirmBooking(core, MONDAY_TEN);
    const other = await confirmBooking(core, "2026-12-15T10:00:00+01:00", {
      citizen: { ...MARIO, email: "ada@example.org" },
      chat: 1002,
    });
    const closed = { ...IMU, closures: [{ from: "2026-12-14", reason: "Trasloco" }] };
    const options = { ...AS_ANNA, onConflict: "cancel" } as const;
    const { code, start } = gone;
    const conflicts = [
      { code, office: "tributi-imu", start, why: "outside_hours", outcome: "cancelled" } as const,
    ];
    expect((await core.importTimetable(file(closed), { ...options, dryRun: true })).conflicts).toEqual(
      conflicts,
    );
    expect(accepted(await core.getBooking(gone.code)).booking.state).toBe("confirmed");
    expect((await core.importTimetable(file(closed), options)).conflicts).toEqual(conflicts);
    expect(accepted(await core.getBooking(gone.code)).booking.state).toBe("cancelled");
    expect(accepted(await core.getBooking(other.code)).booking.state).toBe("confirmed");
    const told: string[] = [];
    await core.tick([chatCourier(told)]);
    const mail = (await town.mails()).find(({ subject }) => subject?.startsWith("Appuntamento annullato"));
    expect(mail?.text).toContain("L’ufficio ha annullato questo appuntamento:");
    expect(told).toContain(`cancelled by office ${gone.code}`);
    expect((await core.doctor({ full: true })).filter(({ level }) => level === "error")).toEqual([]);
  });

  test("says and does nothing about bookings where nothing changes that they depend on", async () => {
    const { core } = town;
    const kept = await confirmBooking(core, MONDAY_TEN);
    const closed = { ...IMU, closures: [{ from: "2026-12-14", reason: "Trasloco" }] };
    expect((await core.importTimetable(file(closed, TARI), AS_ANNA)).conflicts).toHaveLength(1);
    const cancelling = { ...AS_ANNA, onConflict: "cancel" } as const;
    const phone = { ...closed, phone: "079 1", digest: "07:30", policy: { horizon_days: 90 } };
    expect((await core.importTimetable(file(phone, TARI), cancelling)).conflicts).toEqual([]);
    const renamed = { municipality: { ...MUNICIPALITY, name: "Comune di Otieri" }, offices: [phone, TARI] };
    expect((await core.importTimetable(renamed, cancelling)).conflicts).toEqual([]);
    expect(accepted(await core.getBooking(kept.code)).booking.state).toBe("confirmed");
    const moved = { ...renamed, municipality: { ...renamed.municipality, timezone: "Atlantic/Canary" } };
    expect((await core.importTimetable(moved, cancelling)).conflicts).toMatchObject([{ code: kept.code }]);
  });

  test("cancels the bookings of an office that is removed, when told to", async () => {
    const { core } = town;
    const gone = await confirmBooking(core, MONDAY_TEN);
    await core.importTimetable(file(TARI), { ...AS_ANNA, prune: true, onConflict: "cancel" });
    expect(accepted(await core.getBooking(gone.code)).booking.state).toBe("cancelled");
    await core.tick();
    const mail = (await town.mails()).find(({ subject }) => subject?.startsWith("Appuntamento annullato"));
    expect(mail?.text).toContain("L’ufficio ha annullato");
  });

  test("keeps every version of an office: what changed, when, by whom", async () => {
    const { core, clock } = town;
    await core.importTimetable(file({ ...IMU, place: "Piazza Cantareddu" }, TARI), AS_ANNA);
    clock.advance({ days: 1 });
    await core.importTimetable(file(TARI), { ...AS_ANNA, prune: true });
    const { versions } = accepted(await core.officeHistory("tributi-imu"));
    expect(
      versions.map(({ version, actor, office, fields }) => [version, actor, office?.place, fields]),
    ).toEqual([
      [1, "staff:test", "Via Vittorio Veneto 11", []],
      [2, "staff:anna", "Piazza Cantareddu", ["place"]],
      [3, "staff:anna", undefined, []],
    ]);
    expect(await core.officeHistory("nessuno")).toMatchObject({ ok: false });
  });

  test("after a change of length the old booking still keeps its whole time", async () => {
    const { core } = town;
    await confirmBooking(core, "2026-12-14T10:15:00+01:00");
    const twenty: Office = {
      ...IMU,
      hours: [{ days: ["mon"], from: "10:00", to: "12:00", slot: 20, modes: ["in_person"] }],
    };
    expect((await core.importTimetable(file(twenty, TARI), AS_ANNA)).conflicts).toEqual([]);
    const { slots } = accepted(
      await core.listSlots({ office: "tributi-imu", to: Date.parse("2026-12-15T00:00:00+01:00") }),
    );
    // 10:00-10:20 and 10:20-10:40 would both reach into 10:15-10:30.
    expect(slots.map(({ start }) => new Date(start).toISOString().slice(11, 16))).toEqual([
      "09:40",
      "10:00",
      "10:20",
      "10:40",
    ]);
  });

  test("from a table of rows keeps what rows cannot say", async () => {
    const { core } = town;
    const { services: _, phone: __, ...row } = IMU;
    const rows = {
      offices: [{ ...row, name: "Tributi" }],
      fields: ["id", "name", "unit", "email", "place", "hours"] as const,
    };
    const report = await core.importTimetable(rows, AS_ANNA);
    const changes = [{ field: "name", before: "Tributo IMU", after: "Tributi" }];
    expect(report.changed).toEqual([{ office: "tributi-imu", fields: ["name"], changes }]);
    expect(accepted(await core.getOffice("tributi-imu")).office).toEqual({ ...IMU, name: "Tributi" });
  });

  test("exported is read back unchanged", async () => {
    const { core } = town;
    const exported = await core.exportTimetable();
    expect(exported).toEqual(file(IMU, TARI));
    expect((await core.importTimetable(exported, AS_ANNA)).unchanged).toBe(true);
    expect((await core.exportTimetable(["tributi-tari"])).offices).toEqual([TARI]);
  });
});
