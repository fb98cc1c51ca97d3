import { describe, expect, test } from "vitest";
import type { Occupancy } from "../../../packages/core/src/domain/occupancy.ts";
import type { Mode, Office, OpeningRule, Service } from "../../../packages/core/src/domain/office.ts";
import { compilePlan } from "../../../packages/core/src/domain/opening-plan.ts";
import { CELL, type Slot } from "../../../packages/core/src/domain/slot.ts";
import { freeSlots, nearestSlots, type SlotSearch, slotAt } from "../../../packages/core/src/domain/slots.ts";
import type { VisitTerms } from "../../../packages/core/src/domain/visits.ts";
import { parseInstant, zone } from "../../../packages/core/src/domain/zone.ts";

const ROME = zone("Europe/Rome");
const at = (text: string) => parseInstant(text, ROME, { allowDate: true }) as number;
const NOTHING: Occupancy = { cells: [], desks: [] };

/** Mondays to Fridays 10:00-11:00 in quarters of an hour. */
const HOURS: OpeningRule = {
  days: ["mon", "tue", "wed", "thu", "fri"],
  from: "10:00",
  to: "11:00",
  slot: 15,
  modes: ["in_person", "virtual"],
};

function planOf(office: Partial<Office> = {}) {
  return compilePlan(
    { id: "tributi", name: "Tributi", hours: [HOURS], ...office },
    { timezone: "Europe/Rome" },
  );
}

/** Monday 14 December 2026, asked for on the Saturday before. */
function monday(terms: Partial<SlotSearch> = {}): SlotSearch {
  return {
    from: at("2026-12-14"),
    to: at("2026-12-15"),
    now: at("2026-12-12T12:00"),
    policy: { lead_minutes: 0, horizon_days: 60 },
    ...terms,
  };
}

/** Bookings as `10:00-10:15/1`: times of that Monday and the desk. */
function taken(...bookings: string[]): Occupancy {
  const claims = bookings.flatMap((booking) => {
    const [from = "", to = "", desk = ""] = booking.split(/[-/]/);
    const first = at(`2026-12-14T${from}`) / CELL;
    const count = at(`2026-12-14T${to}`) / CELL - first;
    return Array.from({ length: count }, (_, index) => ({ cell: first + index, desk: Number(desk) }));
  });
  claims.sort((a, b) => a.cell - b.cell || a.desk - b.desk);
  return { cells: claims.map(({ cell }) => cell), desks: claims.map(({ desk }) => desk) };
}

const starts = (slots: readonly Slot[]) => slots.map(({ start }) => ROME.formatInstant(start).slice(11, 16));

describe("free slots", () => {
  test("follow one another through the hours", () => {
    const slots = freeSlots(planOf(), monday(), NOTHING);
    expect(starts(slots)).toEqual(["10:00", "10:15", "10:30", "10:45"]);
    expect(slots[0]).toEqual({
      office: "tributi",
      start: at("2026-12-14T10:00"),
      end: at("2026-12-14T10:15"),
      modes: ["in_person", "virtual"],
      free: 1,
    });
  });

  test("start in the time asked for, its end excluded", () => {
    const search = monday({ from: at("2026-12-14T10:15"), to: at("2026-12-14T10:45") });
    expect(starts(freeSlots(planOf(), search, NOTHING))).toEqual(["10:15", "10:30"]);
  });

  test("go on day after day, in order", () => {
    const slots = freeSlots(planOf(), monday({ to: at("2026-12-19") }), NOTHING);
    expect(slots).toHaveLength(5 * 4);
    expect(slots.every(({ start }, index) => index === 0 || start > (slots[index - 1]?.start ?? 0))).toBe(
      true,
    );
  });

  test("are no more than were asked for, the earliest", () => {
    expect(starts(freeSlots(planOf(), monday({ limit: 2 }), NOTHING))).toEqual(["10:00", "10:15"]);
    expect(freeSlots(planOf(), monday({ limit: 0 }), NOTHING)).toEqual([]);
  });

  test("leave out a rest too short for a visit", () => {
    const hours = [{ ...HOURS, to: "10:40" }];
    expect(starts(freeSlots(planOf({ hours }), monday(), NOTHING))).toEqual(["10:00", "10:15"]);
  });

  test("share one list of modes, which cannot be changed", () => {
    const [first, second] = freeSlots(planOf(), monday(), NOTHING);
    expect(first?.modes).toBe(second?.modes);
    expect(Object.isFrozen(first?.modes)).toBe(true);
  });

  test("name the modes in one order, however the timetable was written", () => {
    const hours = [{ ...HOURS, modes: ["virtual", "in_person"] as Mode[] }];
    expect(freeSlots(planOf({ hours }), monday(), NOTHING)[0]?.modes).toEqual(["in_person", "virtual"]);
  });
});

describe("the time of asking", () => {
  test("rules out what has begun, to the millisecond", () => {
    const now = at("2026-12-14T10:15");
    expect(starts(freeSlots(planOf(), monday({ now }), NOTHING))).toEqual(["10:15", "10:30", "10:45"]);
    expect(starts(freeSlots(planOf(), monday({ now: now + 1 }), NOTHING))).toEqual(["10:30", "10:45"]);
  });

  test("rules out the lead time", () => {
    const policy = { lead_minutes: 60, horizon_days: 60 };
    const search = monday({ now: at("2026-12-14T09:30"), policy });
    expect(starts(freeSlots(planOf(), search, NOTHING))).toEqual(["10:30", "10:45"]);
  });

  test("rules out what comes after the horizon, whose last day counts to its end", () => {
    const policy = { lead_minutes: 0, horizon_days: 2 };
    const search = (now: string) => monday({ now: at(now), policy });
    expect(freeSlots(planOf(), search("2026-12-12T00:00"), NOTHING)).toHaveLength(4);
    expect(freeSlots(planOf(), search("2026-12-11T23:59"), NOTHING)).toEqual([]);
    const nights = planOf({ hours: [{ ...HOURS, from: "23:00", to: "24:00" }] });
    expect(starts(freeSlots(nights, search("2026-12-12T08:00"), NOTHING)).at(-1)).toBe("23:45");
  });

  test("lets officials have a slot that has begun but is not over, and one inside the lead time", () => {
    const policy = { lead_minutes: 1440, horizon_days: 60 };
    const search = (now: number) => monday({ now, policy, asStaff: true });
    expect(starts(freeSlots(planOf(), search(at("2026-12-14T10:29")), NOTHING))).toEqual([
      "10:15",
      "10:30",
      "10:45",
    ]);
    expect(starts(freeSlots(planOf(), search(at("2026-12-14T10:30") - 1), NOTHING))).toContain("10:15");
    expect(starts(freeSlots(planOf(), search(at("2026-12-14T10:30")), NOTHING))).toEqual(["10:30", "10:45"]);
  });
});

describe("a service", () => {
  const service: Service = { id: "variazioni", name: "Variazioni", minutes: 30 };

  test("of its own length begins on the same grid and has to fit", () => {
    const slots = freeSlots(planOf(), monday({ service }), NOTHING);
    expect(starts(slots)).toEqual(["10:00", "10:15", "10:30"]);
    expect(slots[2]?.end).toBe(at("2026-12-14T11:00"));
  });

  test("shorter than the slot takes only its own time", () => {
    const short = { ...service, minutes: 5 };
    const search = monday({ service: short });
    expect(starts(freeSlots(planOf(), search, taken("10:05-10:15/1")))).toEqual([
      "10:00",
      "10:15",
      "10:30",
      "10:45",
    ]);
  });

  test("meets what is taken anywhere in its length", () => {
    const search = monday({ service });
    expect(starts(freeSlots(planOf(), search, taken("10:25-10:30/1")))).toEqual(["10:30"]);
  });

  test("is offered in the modes it and the rule have in common", () => {
    const virtualOnly = { ...service, modes: ["virtual"] as Mode[] };
    expect(freeSlots(planOf(), monday({ service: virtualOnly }), NOTHING)[0]?.modes).toEqual(["virtual"]);
    const inPerson = planOf({ hours: [{ ...HOURS, modes: ["in_person"] }] });
    expect(freeSlots(inPerson, monday({ service: virtualOnly }), NOTHING)).toEqual([]);
  });
});

describe("a mode", () => {
  test("that is asked for narrows the times, and each still tells all its modes", () => {
    const afternoon: OpeningRule = { ...HOURS, from: "15:00", to: "15:15", modes: ["in_person"] };
    const plan = planOf({ hours: [HOURS, afternoon] });
    const slots = freeSlots(plan, monday({ mode: "virtual" }), NOTHING);
    expect(starts(slots)).toEqual(["10:00", "10:15", "10:30", "10:45"]);
    expect(slots[0]?.modes).toEqual(["in_person", "virtual"]);
  });
});

describe("desks", () => {
  const twoDesks = planOf({ hours: [{ ...HOURS, desks: 2 }] });
  const free = (plan: ReturnType<typeof planOf>, occupancy: Occupancy) =>
    freeSlots(plan, monday(), occupancy).map((slot) => `${starts([slot])} ${slot.free}`);

  test("are sold one by one", () => {
    const occupancy = taken("10:00-10:15/1", "10:15-10:30/1", "10:15-10:30/2");
    expect(free(twoDesks, occupancy)).toEqual(["10:00 1", "10:30 2", "10:45 2"]);
  });

  test("are occupied by a booking of another length in every slot it touches", () => {
    expect(free(planOf(), taken("10:10-10:20/1"))).toEqual(["10:30 1", "10:45 1"]);
  });

  test("count once, however many bookings they have in a slot", () => {
    expect(free(twoDesks, taken("10:00-10:05/1", "10:05-10:10/1", "10:10-10:15/1"))).toContain("10:00 1");
    expect(free(twoDesks, taken("10:00-10:05/1", "10:05-10:10/2"))).not.toContain("10:00 1");
  });

  test("that a timetable has taken away still count while they are booked", () => {
    expect(free(planOf(), taken("10:00-10:15/2"))).toEqual(["10:15 1", "10:30 1", "10:45 1"]);
    const answer = slotAt(twoDesks, at("2026-12-14T10:00"), monday(), taken("10:00-10:15/3"));
    expect(answer).toMatchObject({ slot: { free: 1 }, desks: [1, 2] });
  });

  test("are told by number when a time is to be booked", () => {
    const three = planOf({ hours: [{ ...HOURS, desks: 3 }] });
    const desks = (time: string, occupancy: Occupancy) => {
      const answer = slotAt(three, at(`2026-12-14T${time}`), monday(), occupancy);
      return "desks" in answer ? answer.desks : answer.why;
    };
    expect(desks("10:00", NOTHING)).toEqual([1, 2, 3]);
    expect(desks("10:00", taken("10:00-10:15/2"))).toEqual([1, 3]);
    expect(desks("10:15", taken("10:00-10:15/2", "10:30-10:45/1"))).toEqual([1, 2, 3]);
  });
});

describe("a closure", () => {
  test("takes away the slots it touches and leaves the others where they were", () => {
    const plan = planOf({ closures: [{ from: "2026-12-14", start: "10:20", end: "10:25" }] });
    expect(starts(freeSlots(plan, monday(), NOTHING))).toEqual(["10:00", "10:30", "10:45"]);
  });

  test("of the first minutes does not move the slots after it", () => {
    const plan = planOf({ closures: [{ from: "2026-12-14", end: "10:05" }] });
    expect(starts(freeSlots(plan, monday(), NOTHING))).toEqual(["10:15", "10:30", "10:45"]);
  });
});

describe("across a change of the clocks", () => {
  // Open on holidays: in 2027 the spring change is at Easter.
  const hours = [{ ...HOURS, days: ["sun" as const], from: "00:00", to: "06:00", slot: 30 }];
  const night = planOf({ hours, holidays: false });
  const slotsOn = (date: string) => {
    const from = at(date);
    return freeSlots(night, monday({ from, to: from + 24 * 3_600_000, now: from }), NOTHING);
  };

  test.each([
    ["2026-03-22", 12],
    ["2026-03-29", 10],
    ["2026-10-25", 14],
    ["2027-03-28", 10],
    ["2027-10-31", 14],
  ])("the night of %s has %i half hours of real time", (date, count) => {
    const slots = slotsOn(date);
    expect(slots).toHaveLength(count);
    expect(slots.every(({ start, end }) => end - start === 30 * 60_000)).toBe(true);
    expect(slots.slice(1).map(({ start }) => start)).toEqual(slots.slice(0, -1).map(({ end }) => end));
  });

  test("in autumn both passes of the repeated hour are offered", () => {
    const texts = slotsOn("2026-10-25").map(({ start }) => ROME.formatInstant(start).slice(11));
    expect(texts.slice(4, 9)).toEqual([
      "02:00:00+02:00",
      "02:30:00+02:00",
      "02:00:00+01:00",
      "02:30:00+01:00",
      "03:00:00+01:00",
    ]);
  });

  test("in spring no slot is in the hour that is skipped", () => {
    const texts = slotsOn("2026-03-29").map(({ start }) => ROME.formatInstant(start).slice(11));
    expect(texts.slice(3, 5)).toEqual(["01:30:00+01:00", "03:00:00+02:00"]);
  });
});

describe("why a time is not offered", () => {
  const plan = planOf({
    hours: [HOURS, { ...HOURS, days: ["wed"], from: "15:00", to: "15:35", modes: ["in_person"] }],
    closures: [
      { from: "2026-12-15", reason: "Assemblea" },
      { from: "2026-12-17", start: "10:20" },
    ],
  });
  const service: Service = { id: "variazioni", name: "Variazioni", minutes: 30 };
  const why = (time: string, terms: Partial<VisitTerms> = {}, occupancy = NOTHING) => {
    const answer = slotAt(plan, at(time), monday(terms), occupancy);
    return "why" in answer ? answer.why : answer.slot;
  };

  test("it is past", () => {
    expect(why("2026-12-11T10:00")).toEqual({ code: "past" });
    expect(why("2026-12-14T10:00", { now: at("2026-12-14T10:00") + 1 })).toEqual({ code: "past" });
    expect(why("2026-12-11T10:00", { asStaff: true })).toEqual({ code: "past" });
    expect(why("2026-12-14T10:00", { now: at("2026-12-14T10:15"), asStaff: true })).toEqual({ code: "past" });
  });

  test("it is too soon, and from when on it is not", () => {
    const terms = { now: at("2026-12-14T09:30"), policy: { lead_minutes: 45, horizon_days: 60 } };
    expect(why("2026-12-14T10:00", terms)).toEqual({ code: "too_soon", earliest: at("2026-12-14T10:15") });
    expect(why("2026-12-14T10:00", { ...terms, asStaff: true })).toMatchObject({
      start: at("2026-12-14T10:00"),
    });
  });

  test("it is beyond the horizon, and until when it would not be", () => {
    const policy = { lead_minutes: 0, horizon_days: 1 };
    const beyond = { code: "beyond_horizon", latest: at("2026-12-13T23:59") };
    expect(why("2026-12-14T10:00", { policy })).toEqual(beyond);
    expect(why("2026-12-14T10:00", { policy, asStaff: true })).toEqual(beyond);
  });

  test.each([
    ["2026-12-14T09:45", { code: "outside_hours" }],
    ["2026-12-14T11:00", { code: "outside_hours" }],
    ["2026-12-13T10:00", { code: "outside_hours" }],
    ["2026-12-15T10:00", { code: "closed", reason: "Assemblea" }],
    ["2026-12-15T12:00", { code: "outside_hours" }],
    ["2026-12-17T10:30", { code: "closed", reason: null }],
    ["2027-01-06T10:00", { code: "holiday", id: "epiphany" }],
    ["2026-12-14T10:05", { code: "off_grid" }],
    ["2026-12-14T10:00:30", { code: "off_grid" }],
  ])("at %s", (time, reason) => {
    expect(why(time)).toEqual(reason);
  });

  test("the visit would not be over in time: at the end of the hours, or when a closure begins", () => {
    expect(why("2026-12-14T10:45", { service })).toEqual({ code: "service_does_not_fit" });
    expect(why("2026-12-17T10:15")).toEqual({ code: "closed", reason: null });
    expect(why("2026-12-16T15:30")).toEqual({ code: "outside_hours" });
  });

  test("it is offered in the other mode only", () => {
    expect(why("2026-12-16T15:00", { mode: "virtual" })).toEqual({ code: "other_mode_only" });
    expect(why("2026-12-16T15:00", { service: { ...service, modes: ["virtual"] } })).toEqual({
      code: "other_mode_only",
    });
    expect(why("2026-12-16T15:00", { mode: "in_person" })).toMatchObject({ modes: ["in_person"] });
  });

  test("it is taken", () => {
    expect(why("2026-12-14T10:00", {}, taken("10:05-10:10/1"))).toEqual({ code: "taken" });
    expect(why("2026-12-14T10:15", {}, taken("10:05-10:15/1"))).toMatchObject({ free: 1 });
  });
});

describe("the nearest slots", () => {
  const slots = freeSlots(planOf(), monday(), NOTHING);
  const nearest = (time: string, count: number) =>
    starts(nearestSlots(slots, at(`2026-12-14T${time}`), count));

  test("are around the time, in order", () => {
    expect(nearest("10:20", 2)).toEqual(["10:15", "10:30"]);
    expect(nearest("10:16", 3)).toEqual(["10:00", "10:15", "10:30"]);
  });

  test("are the earlier ones where two are equally close", () => {
    expect(nearest("10:30", 2)).toEqual(["10:15", "10:30"]);
  });

  test("are on one side when there is nothing on the other", () => {
    expect(nearest("08:00", 2)).toEqual(["10:00", "10:15"]);
    expect(nearest("18:00", 2)).toEqual(["10:30", "10:45"]);
  });

  test("are all there are when there are too few", () => {
    expect(nearest("10:20", 9)).toEqual(["10:00", "10:15", "10:30", "10:45"]);
    expect(nearest("10:20", 0)).toEqual([]);
    expect(nearestSlots([], at("2026-12-14T10:00"), 3)).toEqual([]);
  });
});
