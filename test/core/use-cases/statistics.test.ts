import { expect, test } from "vitest";
import { confirmBooking, ENGINES, IMU, MARIO, openTown, requestBooking } from "../../support/town.ts";

const at = Date.parse;

test.each(ENGINES)(
  "numbers are counted over what stays, by the timetable of each day (%s)",
  async (engine) => {
    await using town = await openTown({ engine, offices: [IMU] });
    const { core, clock } = town;
    const came = await confirmBooking(core, "2026-12-14T10:00:00+01:00");
    await requestBooking(core, "2026-12-14T11:00:00+01:00", {
      citizen: { ...MARIO, email: "ada@example.org" },
      chat: 2,
    });
    clock.set("2026-12-14T09:00:00+01:00");
    await core.tick();
    // From here on the office receives for one hour instead of two.
    const [rule] = IMU.hours ?? [];
    if (rule) {
      await core.importTimetable(
        { offices: [{ ...IMU, hours: [{ ...rule, to: "11:00" }] }] },
        { actor: "staff:anna" },
      );
    }
    clock.set("2026-12-14T10:30:00+01:00");
    await core.attend({ code: came.code, came: false, actor: "staff:anna" });
    await core.attend({ code: came.code, came: true, actor: "staff:anna" });
    const span = { from: at("2026-12-01T00:00:00+01:00"), to: at("2026-12-16T00:00:00+01:00") };
    const before = await core.statistics(span);
    expect(before.offices.find(({ mode }) => mode === "in_person")).toEqual({
      office: "tributi-imu",
      mode: "in_person",
      requests: 2,
      confirmations: 1,
      expiries: 1,
      cancellations: 0,
      moves: 0,
      appointments: 1,
      attended: 1,
      no_shows: 0,
      booked_minutes: 15,
      // Wednesday to Friday of the old hours, Monday and Tuesday of the new ones.
      offered_minutes: 3 * 120 + 2 * 60,
      occupancy: 0.031,
    });
    expect(before.lead_times.find(({ below_days }) => below_days === 7)).toEqual({ below_days: 7, count: 1 });
    expect(before.average_lead_hours).toBe(121);

    expect(await core.purgePersonalData("staff:anna", 0)).toMatchObject({ erased: 1 });
    clock.advance({ minutes: 1 });
    expect(await core.statistics(span)).toEqual(before);
    const trail = await core.records.trail.find({ ...span, limit: 100 });
    const acts = trail.filter(({ actor }) => actor === "staff:anna").map(({ act }) => act);
    // All but the first at the same moment.
    expect(acts.sort()).toEqual([
      "booking_attended",
      "booking_no_show",
      "office_saved",
      "personal_data_purged",
    ]);
  },
);
