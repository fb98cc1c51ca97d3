import fc from "fast-check";
import { IANAZone } from "luxon";
import { describe, expect, test } from "vitest";
import { DAY, formatDay, MINUTE, parseDay } from "../../../packages/core/src/domain/day.ts";
import { isZone, parseInstant, type Zone, zone } from "../../../packages/core/src/domain/zone.ts";
import { firstAt } from "../../support/slot-oracle.ts";
import { CHANGEOVERS, ZONES } from "./timetables.ts";

const HOUR = 60 * MINUTE;
const rome = zone("Europe/Rome");
const utc = (text: string) => Date.parse(`${text}Z`);
const day = (text: string) => parseDay(text) as number;
const lengthOf = (zone: Zone, date: string) =>
  zone.instantOf(day(date) + 1, 0) - zone.instantOf(day(date), 0);

describe("a zone", () => {
  test("is one object for each IANA name", () => {
    expect(zone("Europe/Rome")).toBe(rome);
    expect(rome.name).toBe("Europe/Rome");
  });

  test.each(["Europe/Roma", "", "+01:00", "-0500", " Europe/Rome", "local"])("is not %j", (name) => {
    expect(isZone(name)).toBe(false);
    expect(() => zone(name)).toThrow(RangeError);
  });

  test("has the offset Luxon finds, all over the world", () => {
    for (const name of Intl.supportedValuesOf("timeZone")) {
      const ours = zone(name);
      const theirs = IANAZone.create(name);
      // Every five days and an hour, from 2024 to 2030.
      for (let instant = utc("2024-01-01T00:00"); instant < utc("2030-01-01T00:00"); instant += 121 * HOUR) {
        if (ours.offsetAt(instant) === theirs.offset(instant) * MINUTE) continue;
        expect.fail(`${name} at ${new Date(instant).toISOString()}`);
      }
    }
  });

  test.each([
    ["Europe/Rome", "2026-03-29T01:00"],
    ["Europe/Rome", "2026-10-25T01:00"],
    ["Australia/Lord_Howe", "2026-10-03T15:30"],
    ["Africa/Casablanca", "2026-02-15T02:00"],
    ["Pacific/Apia", "2011-12-30T10:00"],
    // At midnight UTC, where one look-up in the zone data ends and the next begins.
    ["Asia/Jerusalem", "2023-03-24T00:00"],
    ["Africa/Windhoek", "2015-04-05T00:00"],
    // At midnight UTC, where it is probed.
    ["Africa/Cairo", "1976-10-01T00:00"],
    ["Africa/Cairo", "1977-10-01T00:00"],
  ])("changes the clocks of %s at %s UTC and not a millisecond earlier", (name, text) => {
    const theirs = IANAZone.create(name);
    const change = utc(text);
    expect(theirs.offset(change)).not.toBe(theirs.offset(change - 1));
    // Each asked of a new beginning, too: what was asked before must not matter.
    for (const instant of [
      change - 1,
      change,
      change + 1,
      change - 40 * DAY,
      change,
      change + 40 * DAY,
      change - 1,
    ]) {
      expect(zone(name).offsetAt(instant)).toBe(theirs.offset(instant) * MINUTE);
    }
  });

  test("sees both changes where they are a week apart", () => {
    // Roraima had summer time for one week.
    const boaVista = zone("America/Boa_Vista");
    const changes: number[] = [];
    for (let instant = utc("2000-07-01T00:00"); instant < utc("2001-07-01T00:00"); instant += HOUR) {
      if (boaVista.offsetAt(instant) !== boaVista.offsetAt(instant - 1)) changes.push(instant);
    }
    expect(changes.map(boaVista.formatInstant, boaVista)).toEqual([
      "2000-10-08T01:00:00-03:00",
      "2000-10-14T23:00:00-04:00",
    ]);
  });
});

describe("the instant of a time on the wall", () => {
  test("is that instant", () => {
    expect(rome.instantOf(day("2026-12-14"), 600)).toBe(utc("2026-12-14T09:00"));
    expect(rome.instantOf(day("2026-07-14"), 600)).toBe(utc("2026-07-14T08:00"));
    expect(rome.instantOf(day("2026-12-14"), 1440)).toBe(rome.instantOf(day("2026-12-15"), 0));
  });

  test("that the spring change skips is the change itself", () => {
    for (const minute of [120, 150, 175, 180]) {
      expect(rome.instantOf(day("2026-03-29"), minute)).toBe(utc("2026-03-29T01:00"));
    }
    expect(rome.existsAt(day("2026-03-29"), 119)).toBe(true);
    expect(rome.existsAt(day("2026-03-29"), 120)).toBe(false);
    expect(rome.existsAt(day("2026-03-29"), 179)).toBe(false);
    expect(rome.existsAt(day("2026-03-29"), 180)).toBe(true);
  });

  test("that autumn repeats is the earlier of the two", () => {
    expect(rome.instantOf(day("2026-10-25"), 120)).toBe(utc("2026-10-25T00:00"));
    expect(rome.instantOf(day("2026-10-25"), 150)).toBe(utc("2026-10-25T00:30"));
    expect(rome.instantOf(day("2026-10-25"), 180)).toBe(utc("2026-10-25T02:00"));
    expect(rome.existsAt(day("2026-10-25"), 150)).toBe(true);
  });

  test("is the change where a day does not begin at midnight", () => {
    const santiago = zone("America/Santiago");
    expect(santiago.instantOf(day("2026-09-06"), 0)).toBe(utc("2026-09-06T04:00"));
    expect(santiago.formatInstant(utc("2026-09-06T04:00"))).toBe("2026-09-06T01:00:00-03:00");
    expect(santiago.instantOf(day("2026-09-05"), 1440)).toBe(utc("2026-09-06T04:00"));
  });

  test("takes half-hour changes for what they are", () => {
    const lordHowe = zone("Australia/Lord_Howe");
    expect(lengthOf(lordHowe, "2026-10-04")).toBe(23.5 * HOUR);
    expect(lengthOf(lordHowe, "2026-04-05")).toBe(24.5 * HOUR);
  });

  test("makes days of 23, 24 and 25 hours, and of none where the date line moved", () => {
    expect(lengthOf(rome, "2026-03-28")).toBe(24 * HOUR);
    expect(lengthOf(rome, "2026-03-29")).toBe(23 * HOUR);
    expect(lengthOf(rome, "2026-10-25")).toBe(25 * HOUR);
    expect(lengthOf(zone("Pacific/Apia"), "2011-12-30")).toBe(0);
    expect(zone("Pacific/Apia").existsAt(day("2011-12-30"), 600)).toBe(false);
  });

  test("never goes back when the wall clock goes on, so abutting hours neither overlap nor leave a gap", () => {
    for (const name of Intl.supportedValuesOf("timeZone")) {
      const somewhere = zone(name);
      let before = somewhere.instantOf(day("2026-01-01"), 0);
      for (let minute = 60; minute < 366 * 1440; minute += 60) {
        const instant = somewhere.instantOf(day("2026-01-01"), minute);
        if (instant < before) expect.fail(`${name}, ${minute} minutes into 2026`);
        before = instant;
      }
    }
  });

  test.each(ZONES)("is Luxon's in %s, around changes of the clocks and elsewhere", (name) => {
    const dates = [...(CHANGEOVERS[name] ?? []), "2026-01-01", "2026-08-15", "2027-12-31"];
    const times = fc.integer({ min: 0, max: 288 }).map((cell) => cell * 5);
    fc.assert(
      fc.property(fc.constantFrom(...dates), times, (date, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        expect(zone(name).instantOf(day(date), minute)).toBe(firstAt(date, time, name).toMillis());
      }),
    );
  });
});

describe("the wall clock at an instant", () => {
  test("shows the day and the minute", () => {
    expect(formatDay(rome.dayOf(utc("2026-12-31T23:30")))).toBe("2027-01-01");
    expect(rome.minuteOf(utc("2026-12-31T23:30"))).toBe(30);
    expect(formatDay(zone("America/Santiago").dayOf(utc("2027-01-01T02:59")))).toBe("2026-12-31");
    expect(zone("Asia/Kolkata").minuteOf(utc("2026-06-01T00:00:59"))).toBe(330);
    expect(formatDay(zone("UTC").dayOf(-1))).toBe("1969-12-31");
    expect(zone("UTC").minuteOf(-1)).toBe(1439);
  });

  test("reads every time that exists as it was written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.nat(20_000),
        fc.integer({ min: 0, max: 1439 }),
        (name, day, minute) => {
          const somewhere = zone(name);
          fc.pre(somewhere.existsAt(day, minute));
          const instant = somewhere.instantOf(day, minute);
          expect([somewhere.dayOf(instant), somewhere.minuteOf(instant)]).toEqual([day, minute]);
        },
      ),
    );
  });
});

describe("an instant as text", () => {
  test.each([
    ["Europe/Rome", "2026-12-14T09:00:00", "2026-12-14T10:00:00+01:00"],
    ["Europe/Rome", "2026-07-14T22:05:09.999", "2026-07-15T00:05:09+02:00"],
    ["America/Santiago", "2026-07-01T01:00:00", "2026-06-30T21:00:00-04:00"],
    ["Asia/Kolkata", "2026-07-01T00:00:00", "2026-07-01T05:30:00+05:30"],
    ["America/St_Johns", "2026-01-01T00:00:00", "2025-12-31T20:30:00-03:30"],
    ["UTC", "1969-12-31T23:59:59", "1969-12-31T23:59:59+00:00"],
  ])("in %s: %s UTC is %s", (name, instant, text) => {
    expect(zone(name).formatInstant(utc(instant))).toBe(text);
  });

  test("is read back as the same instant, whichever zone wrote it and whichever reads it", () => {
    const instants = fc.integer({ min: utc("1972-01-10T00:00") / 1000, max: utc("2080-01-01T00:00") / 1000 });
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...ZONES),
        fc.constantFrom(...ZONES),
        (second, writer, reader) => {
          const text = zone(writer).formatInstant(second * 1000);
          expect(Date.parse(text)).toBe(second * 1000);
          expect(parseInstant(text, zone(reader))).toBe(second * 1000);
        },
      ),
    );
  });
});

describe("reading an instant", () => {
  test.each([
    ["2026-12-14T10:00:00+01:00", "2026-12-14T09:00:00"],
    ["2026-12-14T10:00+01:00", "2026-12-14T09:00:00"],
    ["2026-12-14T09:00:00Z", "2026-12-14T09:00:00"],
    ["2026-12-14T09:00:00.250Z", "2026-12-14T09:00:00.250"],
    ["2026-12-14T09:00:00.2509Z", "2026-12-14T09:00:00.250"],
    ["2026-12-14T09:00:00-03:30", "2026-12-14T12:30:00"],
    ["2026-12-14T10:00", "2026-12-14T09:00:00"],
    ["2026-07-14T10:00:30", "2026-07-14T08:00:30"],
    ["2026-10-25T02:30", "2026-10-25T00:30:00"],
    ["2026-10-25T02:30+01:00", "2026-10-25T01:30:00"],
  ])("takes %s in Rome for %s UTC", (text, instant) => {
    expect(parseInstant(text, rome)).toBe(utc(instant));
  });

  test.each([
    ["the 30th of February", "2026-02-30T10:00"],
    ["the 30th of February with an offset", "2026-02-30T10:00:00Z"],
    ["a time the spring change skips", "2026-03-29T02:30"],
    ["24:00", "2026-12-14T24:00"],
    ["minute 60", "2026-12-14T10:60"],
    ["second 60", "2026-12-14T10:00:60Z"],
    ["an offset of a day", "2026-12-14T10:00+24:00"],
    ["a space for the T", "2026-12-14 10:00"],
    ["an offset whose plus became a space", "2026-12-14T10:00:00 01:00"],
    ["text after it", "2026-12-14T10:00Z\n"],
    ["a date alone", "2026-12-14"],
    ["an hour alone", "2026-12-14T10"],
    ["a number", "1796979600000"],
    ["nothing", ""],
  ])("refuses %s", (_, text) => {
    expect(parseInstant(text, rome)).toBeNull();
  });

  test("takes a date for the start of that day where that is allowed", () => {
    expect(parseInstant("2026-12-14", rome, { allowDate: true })).toBe(utc("2026-12-13T23:00"));
    expect(parseInstant("2026-09-06", zone("America/Santiago"), { allowDate: true })).toBe(
      utc("2026-09-06T04:00"),
    );
    expect(parseInstant("2026-02-30", rome, { allowDate: true })).toBeNull();
    expect(parseInstant("2011-12-30", zone("Pacific/Apia"), { allowDate: true })).toBeNull();
  });
});
