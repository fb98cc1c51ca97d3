import Holidays from "date-holidays";
import { describe, expect, test } from "vitest";
import { dayNumber, formatDay, parseDay } from "../../../packages/core/src/domain/day.ts";
import { easterDay, holidayOn } from "../../../packages/core/src/domain/holidays.ts";

const on = (date: string, patronSaint?: string | null) => holidayOn(parseDay(date) as number, patronSaint);

describe("Easter", () => {
  // The earliest and the latest there are, and the exceptions the tables make in 1954 and 1981.
  test.each([
    "1818-03-22",
    "1943-04-25",
    "1954-04-18",
    "1961-04-02",
    "1981-04-19",
    "2000-04-23",
    "2008-03-23",
    "2019-04-21",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
    "2049-04-18",
    "2076-04-19",
    "2285-03-22",
  ])("is on %s", (date) => {
    expect(formatDay(easterDay(Number(date.slice(0, 4))))).toBe(date);
  });
});

describe("public holidays in Italy", () => {
  test.each(Array.from({ length: 15 }, (_, index) => 2026 + index))(
    "of %i are those date-holidays knows",
    (year) => {
      const theirs = new Holidays("IT")
        .getHolidays(year)
        .filter(({ type }) => type === "public")
        .map(({ date }) => date.slice(0, 10));
      const ours: string[] = [];
      for (let day = dayNumber(year, 1, 1); day < dayNumber(year + 1, 1, 1); day++) {
        if (holidayOn(day)) ours.push(formatDay(day));
      }
      expect(ours).toEqual([...new Set(theirs)].sort());
    },
  );

  test("have names that stay", () => {
    const names = Array.from({ length: 365 }, (_, index) =>
      holidayOn(dayNumber(2027, 1, 1) + index, "06-13"),
    );
    expect(names.filter((name) => name !== null)).toEqual([
      "new_year",
      "epiphany",
      "easter",
      "easter_monday",
      "liberation_day",
      "labour_day",
      "republic_day",
      "patron_saint",
      "assumption",
      "saint_francis",
      "all_saints",
      "immaculate_conception",
      "christmas",
      "saint_stephen",
    ]);
  });

  test("include 4 October from 2026 on", () => {
    expect(on("2025-10-04")).toBeNull();
    expect(on("2026-10-04")).toBe("saint_francis");
    expect(on("2027-10-04")).toBe("saint_francis");
  });

  test("include the patron saint's day of the town and of no other", () => {
    expect(on("2026-06-13", "06-13")).toBe("patron_saint");
    expect(on("2026-06-13", "01-31")).toBeNull();
    expect(on("2026-06-13", null)).toBeNull();
    expect(on("2026-06-13")).toBeNull();
  });

  test("keep their own name when the patron saint's day is one of them", () => {
    expect(on("2026-12-08", "12-08")).toBe("immaculate_conception");
    expect(on("2026-04-06", "04-06")).toBe("easter_monday");
  });

  test("know a patron saint of 29 February in leap years only", () => {
    expect(on("2028-02-29", "02-29")).toBe("patron_saint");
    expect(on("2027-02-28", "02-29")).toBeNull();
    expect(on("2027-03-01", "02-29")).toBeNull();
  });
});
