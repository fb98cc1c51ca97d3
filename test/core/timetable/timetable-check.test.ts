import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTimetable } from "../../../packages/core/src/domain/timetable-check.ts";
import { anyTimetable, anyTree } from "./arbitrary-timetable.ts";

const RULE = { days: ["mon"], from: "10:00", to: "12:00", slot: 15, modes: ["in_person"] };
const EXTRA = { date: "2026-12-24", from: "10:00", to: "12:00", slot: 15, modes: ["in_person"] };
const TOWN = { name: "Comune", timezone: "Europe/Rome", locale: "it" };

/** What is wrong with an office of which only this is said. */
function wrong(office: object): [path: string, code: string][] {
  return found({ offices: [{ id: "a", name: "A", ...office }] }).map(([path, code]) => [
    path.replace(/^offices\.0\.?/, ""),
    code,
  ]);
}
const rules = (...changes: object[]) => wrong({ hours: changes.map((change) => ({ ...RULE, ...change })) });
const town = (change: object) => found({ municipality: { ...TOWN, ...change }, offices: [] });

function found(tree: unknown): [path: string, code: string][] {
  const check = checkTimetable(tree);
  return check.ok ? [] : check.problems.map(({ path, code }) => [path.join("."), code]);
}

describe("an opening", () => {
  test.each([
    ["to", { to: "10:00" }, "ends_before_start"],
    ["to", { to: "09:55" }, "ends_before_start"],
    ["slot", { slot: 7 }, "not_multiple_of_five"],
    ["slot", { slot: 0 }, "out_of_range"],
    ["slot", { slot: 485, from: "08:00", to: "18:00" }, "out_of_range"],
    ["slot", { slot: 125 }, "slot_longer_than_opening"],
    ["slot", { slot: "15" }, "wrong_type"],
    ["slot", { slot: 7.5 }, "wrong_type"],
    ["desks", { desks: 0 }, "out_of_range"],
    ["desks", { desks: 51 }, "out_of_range"],
    ["from", { from: "24:00" }, "bad_time"],
    ["from", { from: "9:00" }, "bad_time"],
    ["from", { from: "10:61" }, "bad_time"],
    ["from", { from: 600 }, "bad_time"],
    ["from", { from: "10:02" }, "not_multiple_of_five"],
    ["days.0", { days: ["Mon"] }, "bad_day"],
    ["days.1", { days: ["mon", "mon"] }, "duplicate"],
    ["days", { days: [] }, "missing"],
    ["days", { days: "mon-fri" }, "wrong_type"],
    ["modes.0", { modes: ["phone"] }, "bad_mode"],
    ["modes", { modes: [] }, "missing"],
    ["modes", { modes: undefined }, "missing"],
    ["valid_from", { valid_from: "2026-02-30" }, "bad_date"],
    ["valid_from", { valid_from: "26-02-01" }, "bad_date"],
    ["valid_until", { valid_from: "2026-02-02", valid_until: "2026-02-01" }, "ends_before_start"],
    ["notes", { notes: "x" }, "unknown_key"],
  ])("is refused for its %s: %j", (field, change, code) => {
    const path =
      code === "missing" && !(field in change && Reflect.get(change, field)) ? "hours.0" : `hours.0.${field}`;
    expect(rules(change)).toEqual([[path, code]]);
  });

  test("may last until midnight, and one day", () => {
    expect(
      rules({ to: "24:00", slot: 480, valid_from: "2028-02-29", valid_until: "2028-02-29", desks: 50 }),
    ).toEqual([]);
    expect(rules({ from: "00:00", to: "00:05", slot: 5 })).toEqual([]);
  });
});

describe("two openings of one office", () => {
  const overlap = [["hours.1", "overlap"]];

  test("may not share a weekday and an hour", () => {
    expect(rules({ days: ["mon", "tue"] }, { days: ["tue", "wed"], from: "11:55", to: "13:00" })).toEqual(
      overlap,
    );
    expect(rules({}, {})).toEqual(overlap);
    expect(rules({}, { from: "09:00", to: "13:00", modes: ["virtual"] })).toEqual(overlap);
  });

  test("may meet, lie on other days, or hold at other times of the year", () => {
    expect(rules({}, { from: "12:00", to: "13:00" })).toEqual([]);
    expect(rules({}, { days: ["tue"] })).toEqual([]);
    expect(rules({ valid_until: "2026-06-30" }, { valid_from: "2026-07-01" })).toEqual([]);
    expect(rules({ valid_from: "2026-07-01" }, { valid_until: "2026-06-30" })).toEqual([]);
  });

  test("overlap on the one day both hold", () => {
    expect(rules({ valid_until: "2026-07-01" }, { valid_from: "2026-07-01" })).toEqual(overlap);
  });

  test("each of many is told once", () => {
    expect(rules({}, {}, {})).toEqual([
      ["hours.1", "overlap"],
      ["hours.2", "overlap"],
    ]);
  });

  test("are compared although a third is broken", () => {
    expect(rules({}, { slot: 7, days: ["fri"] }, {})).toEqual([
      ["hours.1.slot", "not_multiple_of_five"],
      ["hours.2", "overlap"],
    ]);
  });

  test("on dates of their own may not share a date and an hour, but may replace weekly hours", () => {
    expect(wrong({ openings: [EXTRA, { ...EXTRA, from: "11:00" }] })).toEqual([["openings.1", "overlap"]]);
    expect(wrong({ openings: [EXTRA, { ...EXTRA, date: "2026-12-23" }] })).toEqual([]);
    expect(wrong({ hours: [{ ...RULE, days: ["thu"] }], openings: [EXTRA] })).toEqual([]);
  });
});

describe("an office", () => {
  test.each([
    ["id", { id: "Tributi" }, "bad_slug"],
    ["id", { id: "tributi_imu" }, "bad_slug"],
    ["id", { id: "-a" }, "bad_slug"],
    ["id", { id: "a--b" }, "bad_slug"],
    ["id", { id: "a".repeat(41) }, "bad_slug"],
    ["name", { name: "" }, "bad_text"],
    ["name", { name: " " }, "bad_text"],
    ["name", { name: "a\nb" }, "bad_text"],
    ["name", { name: "a\u202Eb" }, "bad_text"],
    ["name", { name: "a\u0007b" }, "bad_text"],
    ["name", { name: "\uD800" }, "bad_text"],
    ["name", { name: "x".repeat(201) }, "bad_text"],
    ["name", { name: true }, "wrong_type"],
    ["email", { email: "a@b" }, "bad_email"],
    ["email", { email: "A <a@b.it>" }, "bad_email"],
    ["email", { email: "a@b.it\r\nBcc: c@d.it" }, "bad_email"],
    ["timezone", { timezone: "+02:00" }, "bad_zone"],
    ["timezone", { timezone: "Roma" }, "bad_zone"],
    ["holidays", { holidays: "no" }, "wrong_type"],
    ["hours", { hours: {} }, "wrong_type"],
    ["closures.0.to", { closures: [{ from: "2026-12-26", to: "2026-12-24" }] }, "ends_before_start"],
    [
      "closures.0.end",
      { closures: [{ from: "2026-12-26", start: "12:00", end: "11:00" }] },
      "ends_before_start",
    ],
    ["closures.0", { closures: [{ to: "2026-12-24" }] }, "missing"],
    [
      "services.1.id",
      {
        services: [
          { id: "s", name: "S" },
          { id: "s", name: "T" },
        ],
      },
      "duplicate",
    ],
    ["services.0.minutes", { services: [{ id: "s", name: "S", minutes: 12 }] }, "not_multiple_of_five"],
    ["policy.horizon_days", { policy: { horizon_days: 0 } }, "out_of_range"],
    ["policy.orizzonte", { policy: { orizzonte: 3 } }, "unknown_key"],
    ["policy.reminder_minutes.1", { policy: { reminder_minutes: [60, 60] } }, "duplicate"],
  ])("is refused for its %s: %j", (path, change, code) => {
    expect(wrong(change)).toEqual([[path, code]]);
  });

  test("has an id of its own", () => {
    const office = { id: "a", name: "A" };
    expect(found({ offices: [office, { ...office, name: "B" }] })).toEqual([["offices.1.id", "duplicate"]]);
  });

  test("has an id that fits a deep link of 64 bytes", () => {
    const id = "a".repeat(40);
    expect(wrong({ id })).toEqual([]);
    expect(`servizio_${id}`.length).toBeLessThanOrEqual(64);
  });
});

describe("a municipality", () => {
  test.each([
    ["municipality.timezone", { timezone: "Europe/Ozieri" }, "bad_zone"],
    ["municipality.locale", { locale: "es" }, "bad_locale"],
    ["municipality.patron_saint", { patron_saint: "13-06" }, "bad_date"],
    ["municipality.patron_saint", { patron_saint: "06-31" }, "bad_date"],
    ["municipality.colour", { colour: "blue" }, "bad_colour"],
    ["municipality.colour", { colour: "#66aaff" }, "bad_colour"],
    ["municipality.privacy.url", { privacy: { version: "1", url: "javascript:alert(1)" } }, "bad_text"],
    ["municipality.privacy", { privacy: {} }, "missing"],
    ["municipality", { name: undefined }, "missing"],
  ])("is refused for its %s: %j", (path, change, code) => {
    expect(town(change)).toEqual([[path, code]]);
  });

  test("may have a patron on the 29th of February", () => {
    expect(town({ patron_saint: "02-29" })).toEqual([]);
  });
});

test("a key that JavaScript knows is unknown to a timetable", () => {
  const tree = JSON.parse('{"offices": [], "__proto__": {"offices": []}, "constructor": 1}');
  expect(found(tree)).toEqual([
    ["__proto__", "unknown_key"],
    ["constructor", "unknown_key"],
  ]);
});

describe("the checked file", () => {
  const written = (tree: unknown) => {
    const check = checkTimetable(tree);
    return check.ok && JSON.stringify(check.file);
  };

  test("holds nothing but what was read, in a fixed order", () => {
    const plain = '{"offices":[{"id":"a","name":"A"}]}';
    expect(written({ offices: [{ name: "A", unit: null, id: "a" }] })).toBe(plain);
    expect(written({ offices: [{ id: "a", name: "A", unit: null }] })).toBe(plain);
    const check = checkTimetable({ offices: [{ id: "a", name: "A", unit: undefined }] });
    expect(check).toStrictEqual({ ok: true, file: { offices: [{ id: "a", name: "A" }] } });
  });

  test("has the one thing read otherwise than written in its place", () => {
    const file = (colour: string) => ({
      municipality: { ...TOWN, email: "a@b.it", colour, policy: { max_live: 3 } },
      offices: [],
    });
    expect(written(file("#06C"))).toBe(JSON.stringify(file("#06c")));
  });

  test("is the same however keys are ordered, and with whatever is left without a value", () => {
    fc.assert(
      fc.property(anyTimetable, fc.infiniteStream(fc.nat()), (file, picks) => {
        const next = (): number => picks.next().value;
        expect(written(disordered(file, next))).toBe(JSON.stringify(file));
      }),
      { numRuns: 200 },
    );
  });

  test("is made without a change to the tree, also of one that is refused", () => {
    fc.assert(
      fc.property(anyTree, (tree) => void checkTimetable(frozen(structuredClone(tree)))),
      {
        numRuns: 200,
      },
    );
    const hours = [{ ...RULE, slot: 7, days: ["mon", "Mon"] }, 1];
    expect(
      found(frozen({ municipality: { ...TOWN, colour: "#06C" }, offices: [{ id: "A", hours }] })),
    ).toEqual([
      ["offices.0.id", "bad_slug"],
      ["offices.0", "missing"],
      ["offices.0.hours.0.days.1", "bad_day"],
      ["offices.0.hours.0.slot", "not_multiple_of_five"],
      ["offices.0.hours.1", "wrong_type"],
    ]);
  });
});

/** Maps begin with another of their keys, and rules say that they have no number of desks. */
function disordered(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => disordered(item, next));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries("slot" in value && next() % 2 ? { desks: null, ...value } : value);
  const first = next() % (entries.length + 1);
  return Object.fromEntries(
    [...entries.slice(first), ...entries.slice(0, first)].map(([key, item]) => [key, disordered(item, next)]),
  );
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const inside of Object.values(value)) frozen(inside);
  return Object.freeze(value);
}

test("of a file full of problems a thousand are told", () => {
  const check = checkTimetable({ offices: Array.from({ length: 1500 }, () => 1) });
  expect(!check.ok && check.problems.length).toBe(1000);
});
