import { describe, expect, test } from "vitest";
import { parseDay } from "../../../packages/core/src/domain/day.ts";
import type { Office, OpeningRule } from "../../../packages/core/src/domain/office.ts";
import {
  compilePlan,
  covers,
  isOpenAt,
  openIntervalsOn,
  whyShutAt,
} from "../../../packages/core/src/domain/opening-plan.ts";
import { parseInstant, zone } from "../../../packages/core/src/domain/zone.ts";

const ROME = zone("Europe/Rome");
const HOUR = 3_600_000;
const at = (text: string) => parseInstant(text, ROME) as number;
const day = (text: string) => parseDay(text) as number;

const MORNINGS: OpeningRule = {
  days: ["mon", "tue", "wed", "thu", "fri"],
  from: "08:00",
  to: "13:00",
  slot: 15,
  modes: ["in_person"],
};

function planOf(office: Partial<Office>, town: { timezone?: string; patron_saint?: string } = {}) {
  return compilePlan(
    { id: "anagrafe", name: "Anagrafe", hours: [MORNINGS], ...office },
    { timezone: "Europe/Rome", ...town },
  );
}

/** `08:00-13:00` in the office's own zone. */
function hoursOn(plan: ReturnType<typeof planOf>, date: string): string[] {
  const clock = (instant: number) => plan.zone.formatInstant(instant).slice(11, 16);
  return openIntervalsOn(plan, day(date)).map(({ start, end }) => `${clock(start)}-${clock(end)}`);
}

describe("an office's hours", () => {
  test("are those of the weekday, in order", () => {
    const afternoons = { ...MORNINGS, days: ["tue"], from: "15:00", to: "18:00" } as const;
    const plan = planOf({ hours: [afternoons, MORNINGS] });
    expect(hoursOn(plan, "2026-12-14")).toEqual(["08:00-13:00"]);
    expect(hoursOn(plan, "2026-12-15")).toEqual(["08:00-13:00", "15:00-18:00"]);
    expect(hoursOn(plan, "2026-12-13")).toEqual([]);
  });

  test("hold from the first to the last day of a rule, both included", () => {
    const plan = planOf({ hours: [{ ...MORNINGS, valid_from: "2026-12-15", valid_until: "2026-12-16" }] });
    const open = ["2026-12-14", "2026-12-15", "2026-12-16", "2026-12-17"].map(
      (date) => hoursOn(plan, date).length,
    );
    expect(open).toEqual([0, 1, 1, 0]);
  });

  test("are on the wall clock of the office's own zone, or else of the town's", () => {
    const [interval] = openIntervalsOn(planOf({ timezone: "Asia/Kolkata" }), day("2026-12-14"));
    expect(interval?.start).toBe(Date.parse("2026-12-14T08:00+05:30"));
    const [other] = openIntervalsOn(planOf({}, { timezone: "America/Santiago" }), day("2026-12-14"));
    expect(other?.start).toBe(Date.parse("2026-12-14T08:00-03:00"));
  });

  test("last until midnight with 24:00", () => {
    const plan = planOf({ hours: [{ ...MORNINGS, from: "20:00", to: "24:00" }] });
    expect(openIntervalsOn(plan, day("2026-12-14"))[0]?.end).toBe(at("2026-12-15T00:00"));
  });
});

describe("a public holiday", () => {
  test("closes the office, the patron saint's included", () => {
    const plan = planOf({}, { patron_saint: "12-14" });
    expect(hoursOn(plan, "2026-12-08")).toEqual([]);
    expect(hoursOn(plan, "2026-12-14")).toEqual([]);
    expect(hoursOn(plan, "2026-12-15")).toEqual(["08:00-13:00"]);
  });

  test("does not close an office that says so", () => {
    expect(hoursOn(planOf({ holidays: false }), "2026-12-08")).toEqual(["08:00-13:00"]);
  });

  test("does not keep extra hours of that date from being held", () => {
    const openings = [{ ...MORNINGS, date: "2026-12-08", from: "09:00", to: "10:00" }];
    expect(hoursOn(planOf({ openings }), "2026-12-08")).toEqual(["09:00-10:00"]);
  });
});

describe("extra hours", () => {
  test("are added to the weekly ones", () => {
    const openings = [{ ...MORNINGS, date: "2026-12-14", from: "15:00", to: "17:00" }];
    expect(hoursOn(planOf({ openings }), "2026-12-14")).toEqual(["08:00-13:00", "15:00-17:00"]);
    expect(hoursOn(planOf({ openings }), "2026-12-21")).toEqual(["08:00-13:00"]);
  });

  test("stand in the place of weekly ones they overlap", () => {
    const openings = [{ ...MORNINGS, date: "2026-12-14", from: "10:00", to: "11:00", desks: 3 }];
    const plan = planOf({ openings });
    expect(hoursOn(plan, "2026-12-14")).toEqual(["08:00-10:00", "10:00-11:00", "11:00-13:00"]);
    expect(openIntervalsOn(plan, day("2026-12-14")).map(({ opening }) => opening.desks)).toEqual([1, 3, 1]);
  });
});

describe("a closure", () => {
  const christmas = { from: "2026-12-23", to: "2026-12-24", reason: "Festività" };

  test("closes each of its days", () => {
    const plan = planOf({ closures: [christmas] });
    const open = ["2026-12-22", "2026-12-23", "2026-12-24", "2026-12-28"].map(
      (date) => hoursOn(plan, date).length,
    );
    expect(open).toEqual([1, 0, 0, 1]);
  });

  test("closes one day when it names one", () => {
    const plan = planOf({ closures: [{ from: "2026-12-23" }] });
    expect(["2026-12-22", "2026-12-23", "2026-12-24"].map((date) => hoursOn(plan, date).length)).toEqual([
      1, 0, 1,
    ]);
  });

  test("takes some hours out of each of its days", () => {
    const plan = planOf({ closures: [{ ...christmas, start: "09:30", end: "11:00" }] });
    expect(hoursOn(plan, "2026-12-23")).toEqual(["08:00-09:30", "11:00-13:00"]);
    expect(hoursOn(plan, "2026-12-24")).toEqual(["08:00-09:30", "11:00-13:00"]);
  });

  test("reaches from its start to the end of the day, or from the day's beginning to its end", () => {
    expect(hoursOn(planOf({ closures: [{ from: "2026-12-23", start: "11:00" }] }), "2026-12-23")).toEqual([
      "08:00-11:00",
    ]);
    expect(hoursOn(planOf({ closures: [{ from: "2026-12-23", end: "11:00" }] }), "2026-12-23")).toEqual([
      "11:00-13:00",
    ]);
  });

  test("beats extra hours", () => {
    const openings = [{ ...MORNINGS, date: "2026-12-24", from: "15:00", to: "17:00" }];
    expect(hoursOn(planOf({ closures: [christmas], openings }), "2026-12-24")).toEqual([]);
  });

  test("is found among many, whatever their order", () => {
    const closures = [
      { from: "2027-05-01" },
      { from: "2026-12-24", end: "09:00" },
      { from: "2026-01-01", to: "2026-12-24", start: "12:00" },
      { from: "2026-11-01" },
    ];
    expect(hoursOn(planOf({ closures }), "2026-12-24")).toEqual(["09:00-12:00"]);
  });
});

describe("hours across a change of the clocks", () => {
  const AROUND = { ...MORNINGS, days: ["sun"], from: "00:00", to: "24:00" } as const;
  const lengthOn = (hours: OpeningRule[], date: string) =>
    openIntervalsOn(planOf({ hours }), day(date)).reduce((sum, { start, end }) => sum + end - start, 0) /
    HOUR;

  test("last as long as the day does", () => {
    expect(lengthOn([AROUND], "2026-03-22")).toBe(24);
    expect(lengthOn([AROUND], "2026-03-29")).toBe(23);
    expect(lengthOn([AROUND], "2026-10-25")).toBe(25);
  });

  test("tile the day also when it is cut within the changed hour", () => {
    const cut = [
      { ...AROUND, to: "02:15" },
      { ...AROUND, from: "02:15", to: "02:45" },
      { ...AROUND, from: "02:45", to: "03:00" },
      { ...AROUND, from: "03:00" },
    ];
    for (const [date, hours] of [
      ["2026-03-29", 23],
      ["2026-10-25", 25],
    ] as const) {
      const intervals = openIntervalsOn(planOf({ hours: cut }), day(date));
      expect(intervals.slice(1).map(({ start }) => start)).toEqual(
        intervals.slice(0, -1).map(({ end }) => end),
      );
      expect(lengthOn(cut, date)).toBe(hours);
    }
  });

  test("are nothing when the change skips them", () => {
    const skipped = planOf({ hours: [{ ...AROUND, from: "02:00", to: "03:00" }] });
    expect(openIntervalsOn(skipped, day("2026-03-29"))).toEqual([]);
    expect(lengthOn([{ ...AROUND, from: "02:00", to: "03:00" }], "2026-10-25")).toBe(2);
  });
});

describe("whether an office is open", () => {
  const plan = planOf({ closures: [{ from: "2026-12-14", start: "10:00", end: "11:00" }] });

  test.each([
    ["2026-12-14T07:59", false],
    ["2026-12-14T08:00", true],
    ["2026-12-14T09:59", true],
    ["2026-12-14T10:00", false],
    ["2026-12-14T11:00", true],
    ["2026-12-14T12:59", true],
    ["2026-12-14T13:00", false],
    ["2026-12-08T10:00", false],
  ])("at %s: %s", (time, open) => {
    expect(isOpenAt(plan, at(time))).toBe(open);
  });

  test("is known through both passes of the hour that autumn repeats", () => {
    const nights = planOf({ hours: [{ ...MORNINGS, days: ["sun"], from: "02:00", to: "02:30" }] });
    expect(isOpenAt(nights, at("2026-10-25T02:15+02:00"))).toBe(true);
    // 02:30 has been: the second 02:15 is after it.
    expect(isOpenAt(nights, at("2026-10-25T02:15+01:00"))).toBe(false);
  });
});

describe("why an office is shut", () => {
  const plan = planOf({
    closures: [
      { from: "2026-12-14", start: "10:00", end: "11:00", reason: "Assemblea" },
      { from: "2026-12-15" },
    ],
  });

  test.each([
    ["2026-12-14T10:30", { code: "closed", reason: "Assemblea" }],
    ["2026-12-15T08:00", { code: "closed", reason: null }],
    ["2026-12-08T08:00", { code: "holiday", id: "immaculate_conception" }],
    ["2026-12-08T15:00", { code: "outside_hours" }],
    ["2026-12-15T15:00", { code: "outside_hours" }],
    ["2026-12-13T10:00", { code: "outside_hours" }],
  ])("at %s", (time, reason) => {
    expect(whyShutAt(plan, at(time))).toEqual(reason);
  });
});

describe("a booking under a new timetable", () => {
  const visit = {
    start: at("2026-12-14T10:20"),
    end: at("2026-12-14T10:40"),
    mode: "in_person",
    desk: 1,
  } as const;

  test("fits when the office is open for its mode all the while, on the grid or not", () => {
    expect(covers(planOf({}), visit)).toBe(true);
    const split = [
      { ...MORNINGS, to: "10:30" },
      { ...MORNINGS, from: "10:30" },
    ];
    expect(covers(planOf({ hours: split }), visit)).toBe(true);
  });

  test.each<[string, Partial<Office>]>([
    ["begins before the hours", { hours: [{ ...MORNINGS, from: "10:30" }] }],
    ["ends after the hours", { hours: [{ ...MORNINGS, to: "10:30" }] }],
    ["meets a closure", { closures: [{ from: "2026-12-14", start: "10:35", end: "10:50" }] }],
    ["is of a mode no longer offered", { hours: [{ ...MORNINGS, modes: ["virtual"] }] }],
    ["is on a day no longer open", { hours: [{ ...MORNINGS, days: ["tue"] }] }],
  ])("does not fit when it %s", (_, office) => {
    expect(covers(planOf(office), visit)).toBe(false);
  });

  test("does not fit at a desk that is no longer manned", () => {
    expect(covers(planOf({ hours: [{ ...MORNINGS, desks: 2 }] }), { ...visit, desk: 2 })).toBe(true);
    expect(covers(planOf({}), { ...visit, desk: 2 })).toBe(false);
  });
});

describe("a timetable no import would have let through", () => {
  test.each<[string, Partial<Office>, RegExp]>([
    ["an impossible date", { closures: [{ from: "2026-02-30" }] }, /2026-02-30/],
    ["an impossible time", { hours: [{ ...MORNINGS, from: "8:00" }] }, /8:00/],
    ["a slot of seven minutes", { hours: [{ ...MORNINGS, slot: 7 }] }, /7/],
    ["an unknown zone", { timezone: "Europe/Roma" }, /Europe\/Roma/],
  ])("is a fault: %s", (_, office, message) => {
    expect(() => planOf(office)).toThrow(message);
  });
});
