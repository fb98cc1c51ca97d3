import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { MODES, type Office, WEEKDAYS } from "../../../packages/core/src/domain/office.ts";
import type { Slot } from "../../../packages/core/src/domain/slot.ts";
import {
  DAY_PARTS,
  modeWished,
  pickedFor,
  untilFirstFree,
  type Wish,
  wishChoice,
  wishOf,
} from "../../../packages/core/src/domain/wish.ts";
import { zone } from "../../../packages/core/src/domain/zone.ts";

const ROME = "Europe/Rome";
const here = zone(ROME);
const ANY: Wish = { modes: MODES, days: null, from: null, to: null, after: null, before: null };
const WEDNESDAY = Date.parse("2026-12-09T09:00:00+01:00");

const MINUTE = 60_000;
/** Around both changeovers of a year, in steps of five minutes. */
const [SPRING, AUTUMN] = [Date.parse("2026-03-27T00:00Z"), Date.parse("2026-10-23T00:00Z")];
const cells = fc.nat({ max: 1_200 }).map((cell) => cell * 5 * MINUTE);
const start = fc.tuple(fc.constantFrom(SPRING, AUTUMN), cells).map(([from, after]) => from + after);
const slot = fc
  .tuple(start, fc.subarray([...MODES], { minLength: 1 }))
  .map(([at, modes]): Slot => ({ office: "o", start: at, end: at + 15 * MINUTE, modes, free: 1 }));
const picked = fc.record({
  days: fc.subarray([...WEEKDAYS]),
  parts: fc.subarray([...DAY_PARTS]),
  modes: fc.subarray([...MODES]),
});
const ALL = { days: WEEKDAYS, parts: DAY_PARTS, modes: MODES };

describe("a wish", () => {
  test("is met by the times of the days, hours and modes that were picked, on the clock of the office", () => {
    fc.assert(
      fc.property(slot, picked, (one, { days, parts, modes }) => {
        const wish = wishOf(ALL, { days, parts, modes });
        const local = DateTime.fromMillis(one.start, { zone: ROME });
        const isDay = days.length === 0 || days.some((day) => WEEKDAYS.indexOf(day) === local.weekday - 1);
        const part = local.hour < 14 ? "morning" : "afternoon";
        const isPart = parts.length === 0 || parts.includes(part);
        const mode = MODES.find(
          (mode) => one.modes.includes(mode) && (modes.length === 0 || modes.includes(mode)),
        );
        expect(modeWished(wish, one, here)).toBe(isDay && isPart ? (mode ?? null) : null);
      }),
      { numRuns: 1_000 },
    );
  });

  test("ends before the first time that is free and wished, and never leaves no day to wait for", () => {
    const free = fc
      .array(slot, { maxLength: 6 })
      .map((slots) => slots.filter((one) => one.start >= AUTUMN).toSorted((a, b) => a.start - b.start));
    const autumn = cells.map((after) => AUTUMN + after);
    fc.assert(
      fc.property(free, picked, autumn, (all, chosen, now) => {
        const slots = all.filter((one) => one.start >= now);
        const wish = wishOf(ALL, chosen);
        const ended = untilFirstFree(slots, wish, here, now);
        const first = slots.find((one) => modeWished(wish, one, here) !== null);
        const days = Array.from({ length: 6 }, (_, n) =>
          DateTime.fromMillis(now, { zone: ROME }).plus({ days: n }),
        ).filter((day) => wish.days === null || wish.days.includes(WEEKDAYS[day.weekday - 1] ?? "mon"));
        const date = (at: number) => DateTime.fromMillis(at, { zone: ROME }).toFormat("yyyy-MM-dd");
        const isEarlier = first && days.some((day) => day.toFormat("yyyy-MM-dd") < date(first.start));
        expect({ ...ended, to: null }).toEqual(wish);
        expect(ended.to).toBe(
          first && isEarlier
            ? DateTime.fromMillis(first.start, { zone: ROME }).minus({ days: 1 }).toFormat("yyyy-MM-dd")
            : null,
        );
      }),
      { numRuns: 300 },
    );
  });

  test("is for anything when nothing is picked, or everything, or what is not to be had", () => {
    const none = { days: [], parts: [], modes: [] };
    expect(wishOf(ALL, none)).toEqual(ANY);
    expect(wishOf(ALL, ALL)).toEqual(ANY);
    const mornings = { days: ["mon"], parts: ["morning"], modes: ["in_person"] } as const;
    expect(wishOf(mornings, { days: ["sun"], parts: ["afternoon"], modes: ["virtual"] })).toEqual({
      ...ANY,
      modes: ["in_person"],
    });
  });

  test("shows again what was picked for it, and nothing where any will do", () => {
    fc.assert(
      fc.property(picked, (chosen) => {
        const wish = wishOf(ALL, chosen);
        const again = pickedFor(ALL, wish);
        expect(wishOf(ALL, again)).toEqual(wish);
        for (const kind of ["days", "parts", "modes"] as const) {
          const isAny = chosen[kind].length === 0 || chosen[kind].length === ALL[kind].length;
          expect(again[kind]).toEqual(isAny ? [] : chosen[kind]);
        }
      }),
    );
    // The office no longer receives on that day.
    const fewer = { ...ALL, days: ["mon", "tue"] } as const;
    expect(pickedFor(fewer, { ...ANY, days: ["fri"], after: "09:30" })).toEqual({
      ...{ days: [], parts: [], modes: [] },
    });
  });

  test("is not for the Monday that is free already, but for Mondays, when none comes before", () => {
    const monday = Date.parse("2026-12-14T10:00:00+01:00");
    const slots: Slot[] = [
      { office: "o", start: monday, end: monday + 15 * MINUTE, modes: ["virtual"], free: 1 },
    ];
    expect(untilFirstFree(slots, { ...ANY, days: ["mon"] }, here, WEDNESDAY).to).toBeNull();
    expect(untilFirstFree(slots, { ...ANY, days: ["fri"] }, here, WEDNESDAY).to).toBeNull();
    expect(untilFirstFree(slots, { ...ANY, days: ["mon", "fri"] }, here, WEDNESDAY).to).toBe("2026-12-13");
    expect(untilFirstFree(slots, { ...ANY, modes: ["in_person"] }, here, WEDNESDAY).to).toBeNull();
  });

  test("is put together from the hours that are still to come, and the modes of the topic", () => {
    const office: Office = {
      id: "o",
      name: "O",
      hours: [
        { days: ["mon"], from: "09:00", to: "12:00", slot: 15, modes: ["in_person"] },
        {
          days: ["tue"],
          from: "15:00",
          to: "17:00",
          slot: 15,
          modes: ["virtual"],
          valid_until: "2026-12-31",
        },
      ],
      openings: [{ date: "2026-12-12", from: "09:00", to: "15:00", slot: 15, modes: ["in_person"] }],
    };
    expect(wishChoice(office, null, "2026-12-09")).toEqual({
      days: ["mon", "tue", "sat"],
      parts: ["morning", "afternoon"],
      modes: ["in_person", "virtual"],
    });
    expect(wishChoice(office, null, "2027-01-01")).toEqual({
      days: ["mon"],
      parts: ["morning"],
      modes: ["in_person"],
    });
    const video = { id: "v", name: "V", modes: ["virtual"] } as const;
    expect(wishChoice(office, video, "2026-12-09")).toEqual({
      days: ["tue"],
      parts: ["afternoon"],
      modes: ["virtual"],
    });
  });
});
