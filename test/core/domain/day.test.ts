import { describe, expect, test } from "vitest";
import {
  civilOf,
  DAY,
  dayNumber,
  formatDay,
  formatTime,
  parseDay,
  parseTime,
  weekdayOf,
} from "../../../packages/core/src/domain/day.ts";

describe("a day number", () => {
  test("counts from 1970-01-01, a Thursday", () => {
    expect(parseDay("1970-01-01")).toBe(0);
    expect(parseDay("1969-12-31")).toBe(-1);
    expect(weekdayOf(0)).toBe(3);
    expect(weekdayOf(-1)).toBe(2);
  });

  test("agrees with the runtime on the date, the weekday and the text of every day from 1600 to 2400", () => {
    for (let day = dayNumber(1600, 1, 1); day < dayNumber(2400, 1, 1); day++) {
      const date = new Date(day * DAY);
      const { year, month, day: ofMonth } = civilOf(day);
      const right =
        year === date.getUTCFullYear() &&
        month === date.getUTCMonth() + 1 &&
        ofMonth === date.getUTCDate() &&
        dayNumber(year, month, ofMonth) === day &&
        weekdayOf(day) === (date.getUTCDay() + 6) % 7 &&
        formatDay(day) === date.toISOString().slice(0, 10);
      if (!right) expect.fail(date.toISOString());
    }
  });

  test("is read back from its own text", () => {
    for (const text of ["0000-01-01", "0999-12-31", "2024-02-29", "2026-12-14", "9999-12-31"]) {
      expect(formatDay(parseDay(text) ?? Number.NaN)).toBe(text);
    }
  });

  test.each([
    "2026-02-29",
    "2026-02-30",
    "2100-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-04-00",
  ])("is not given to %s, which no calendar has", (text) => expect(parseDay(text)).toBeNull());

  test.each([
    "",
    "2026-2-3",
    "26-02-03",
    "2026/02/03",
    "2026-02-03T00:00",
    " 2026-02-03",
    "2026-02-03\n",
    "+2026-02-03",
  ])("is not given to %j, which is no date", (text) => expect(parseDay(text)).toBeNull());
});

describe("a time of day", () => {
  test("is minutes since midnight, and 24:00 ends the day", () => {
    expect(parseTime("00:00")).toBe(0);
    expect(parseTime("08:05")).toBe(485);
    expect(parseTime("24:00")).toBe(1440);
    expect(formatTime(485)).toBe("08:05");
    expect(formatTime(1440)).toBe("24:00");
  });

  test.each(["24:01", "25:00", "10:60", "8:00", "10.30", "10:30:00", "", "-1:00"])("is not %j", (text) =>
    expect(parseTime(text)).toBeNull(),
  );
});
