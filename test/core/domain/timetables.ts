import fc from "fast-check";
import { DateTime } from "luxon";
import type { Municipality } from "../../../packages/core/src/domain/municipality.ts";
import type { Occupancy } from "../../../packages/core/src/domain/occupancy.ts";
import {
  type Closure,
  type ExtraOpening,
  MODES,
  type Mode,
  type Office,
  type OpeningRule,
  type Service,
  WEEKDAYS,
} from "../../../packages/core/src/domain/office.ts";
import { CELL } from "../../../packages/core/src/domain/slot.ts";
import type { SlotSearch } from "../../../packages/core/src/domain/slots.ts";

/** A timetable, what is taken of it, and what somebody asks of it. */
export interface Scene {
  readonly town: Pick<Municipality, "timezone" | "patron_saint">;
  readonly office: Office;
  readonly search: SlotSearch;
  readonly taken: Occupancy;
}

/** Days on which the clocks change in 2026 and 2027. */
export const CHANGEOVERS: Readonly<Record<string, readonly string[]>> = {
  "Europe/Rome": ["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"],
  "America/Santiago": ["2026-04-04", "2026-09-06", "2027-04-03", "2027-09-05"],
  "Australia/Lord_Howe": ["2026-04-05", "2026-10-04", "2027-04-04", "2027-10-03"],
  "Africa/Casablanca": ["2026-02-15", "2026-03-22", "2027-02-07", "2027-03-14"],
  "Asia/Kolkata": [],
  UTC: [],
};

export const ZONES = Object.keys(CHANGEOVERS);

/** Scenes of a few days: around changes of the clocks, around Easter and Christmas, or anywhere in two years. */
export function scenes(zones: readonly string[] = ZONES): fc.Arbitrary<Scene> {
  return fc
    .constantFrom(...zones)
    .chain((zone) => fc.tuple(fc.constant(zone), days(zone), fc.integer({ min: 1, max: 4 })))
    .chain(([zone, day, length]) => {
      const dates = Array.from({ length: length + 2 }, (_, offset) => isoDay(day, offset - 1));
      return fc.record({
        town: fc.record(
          {
            timezone: fc.constant(zone),
            patron_saint: fc.constantFrom(...dates).map((date) => date.slice(5)),
          },
          { requiredKeys: ["timezone"] },
        ),
        office: offices(dates),
        search: searches(zone, day, length),
        taken: occupancies(zone, day, length),
      });
    });
}

function days(zone: string): fc.Arbitrary<string> {
  const eventful = [...(CHANGEOVERS[zone] ?? []), "2026-04-05", "2026-10-04", "2026-12-25", "2027-01-01"];
  const around = fc
    .tuple(fc.constantFrom(...eventful), fc.integer({ min: -3, max: 0 }))
    .map(([day, offset]) => isoDay(day, offset));
  const anywhere = fc.integer({ min: 0, max: 729 }).map((offset) => isoDay("2026-01-01", offset));
  return fc.oneof({ weight: 4, arbitrary: around }, { weight: 1, arbitrary: anywhere });
}

function offices(dates: readonly string[]): fc.Arbitrary<Office> {
  return fc.record({
    id: fc.constant("anagrafe"),
    name: fc.constant("Anagrafe"),
    hours: rules(dates),
    openings: sometimes(extras(dates)),
    closures: sometimes(fc.array(closures(dates), { minLength: 1, maxLength: 3 })),
    holidays: sometimes(fc.boolean()),
  });
}

/** Weekly rules that share no hour, some of them good until a day and followed by another from the next. */
function rules(dates: readonly string[]): fc.Arbitrary<OpeningRule[]> {
  const week = fc.oneof(fc.constant([...WEEKDAYS]), fc.subarray([...WEEKDAYS], { minLength: 3 }));
  const rule = fc.record({
    days: week,
    from: fc.constant(""),
    to: fc.constant(""),
    ...terms,
    release: sometimes(releases),
  });
  return hours(3)
    .chain((parts) =>
      fc.tuple(fc.constant(parts), fc.array(rule, { minLength: parts.length, maxLength: parts.length })),
    )
    .map(([parts, rules]) => rules.map((rule, index) => ({ ...rule, ...parts[index] })))
    .chain((rules) =>
      sometimes(fc.tuple(fc.constantFrom(...dates), rule)).map((change) => {
        const [first] = rules;
        if (!change || !first) return rules;
        const [until, other] = change;
        const next = { ...other, from: first.from, to: first.to, valid_from: isoDay(until, 1) };
        return [{ ...first, valid_until: until }, ...rules.slice(1), next];
      }),
    );
}

/** Extra openings; those of one date share no hour. */
function extras(dates: readonly string[]): fc.Arbitrary<ExtraOpening[]> {
  return fc
    .tuple(fc.uniqueArray(fc.constantFrom(...dates), { maxLength: 2 }), hours(2), fc.record(terms))
    .map(([dates, parts, terms]) =>
      dates.flatMap((date) => parts.map((part) => ({ date, ...part, ...terms }))),
    );
}

/** Mostly so that some of the days looked at are released and some are not; also at hours the clocks skip. */
const releases = fc.record({
  days: fc.constantFrom(1, 1, 2, 3, 14),
  at: fc.constantFrom("00:00", "02:30", "09:00", "23:55"),
});

const terms = {
  slot: fc.constantFrom(10, 15, 15, 20, 30, 45, 60),
  modes: fc.shuffledSubarray([...MODES] as Mode[], { minLength: 1 }),
  desks: sometimes(fc.integer({ min: 1, max: 3 })),
};

/** Whole days, or some hours of them. */
function closures(dates: readonly string[]): fc.Arbitrary<Closure> {
  return fc
    .record({
      days: fc.subarray([...dates], { minLength: 1, maxLength: 2 }),
      part: fc.option(hours(1), { nil: [], freq: 4 }),
      openEnd: fc.constantFrom("none", "none", "start", "end"),
    })
    .map(({ days: [from = "", to], part: [hours], openEnd }) => ({
      from,
      ...(to && { to }),
      ...(hours && openEnd !== "start" && { start: hours.from }),
      ...(hours && openEnd !== "end" && { end: hours.to }),
    }));
}

/** Up to `max` parts of a day that do not overlap but may abut; often in the night, when the clocks change. */
function hours(max: number): fc.Arbitrary<{ from: string; to: string }[]> {
  const atNight = fc.integer({ min: 0, max: 60 });
  const fiveMinutes = fc.oneof(atNight, fc.integer({ min: 0, max: 288 }), fc.integer({ min: 262, max: 288 }));
  return fc.uniqueArray(fiveMinutes, { minLength: 2, maxLength: max + 1 }).chain((times) => {
    const bounds = times.toSorted((a, b) => a - b).map((time) => clock(time * 5));
    const parts = bounds.slice(1).map((to, index) => ({ from: bounds[index] as string, to }));
    return fc.subarray(parts, { minLength: 1 });
  });
}

function searches(zone: string, day: string, length: number): fc.Arbitrary<SlotSearch> {
  const begin = startOf(day, zone);
  const end = startOf(isoDay(day, length), zone);
  const within = fc.integer({ min: begin / CELL - 300, max: end / CELL }).map((cell) => cell * CELL);
  const now = within.chain((cell) => fc.integer({ min: 0, max: CELL - 1 }).map((rest) => cell + rest));
  return fc.record({
    from: fc.oneof({ weight: 3, arbitrary: fc.constant(begin) }, { weight: 1, arbitrary: within }),
    to: fc.oneof({ weight: 3, arbitrary: fc.constant(end) }, { weight: 1, arbitrary: within }),
    now: fc.oneof({ weight: 3, arbitrary: fc.constant(begin - 1) }, { weight: 1, arbitrary: now }),
    policy: fc.record({
      lead_minutes: fc.constantFrom(0, 0, 0, 45, 600),
      horizon_days: fc.constantFrom(60, 60, 60, 1, 2),
    }),
    mode: sometimes(fc.constantFrom(...MODES)),
    service: sometimes(services),
    asStaff: sometimes(fc.boolean()),
    limit: sometimes(fc.constantFrom(1, 7)),
  });
}

const services: fc.Arbitrary<Service> = fc.record(
  {
    id: fc.constant("carta-identita"),
    name: fc.constant("Carta d'identità"),
    minutes: fc.constantFrom(5, 15, 25, 40, 120),
    modes: fc.shuffledSubarray([...MODES] as Mode[], { minLength: 1 }),
  },
  { requiredKeys: ["id", "name"] },
);

/** Bookings of many lengths, not all of them on today's grid or at today's desks. */
function occupancies(zone: string, day: string, length: number): fc.Arbitrary<Occupancy> {
  const begin = startOf(day, zone) / CELL;
  const booking = fc.record({
    cell: fc.integer({ min: begin - 12, max: begin + length * 288 }),
    cells: fc.integer({ min: 1, max: 60 }),
    desk: fc.constantFrom(1, 1, 1, 2, 2, 3, 4),
  });
  return fc.array(booking, { maxLength: 12 }).map((bookings) => {
    const claims = new Set(
      bookings.flatMap(({ cell, cells, desk }) =>
        Array.from({ length: cells }, (_, i) => (cell + i) * 10 + desk),
      ),
    );
    const sorted = [...claims].sort((a, b) => a - b);
    return { cells: sorted.map((claim) => Math.floor(claim / 10)), desks: sorted.map((claim) => claim % 10) };
  });
}

/** Restrictions one by one, not all at once: else nothing is ever offered. */
function sometimes<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

function isoDay(day: string, offset: number): string {
  return DateTime.fromISO(day, { zone: "utc" }).plus({ days: offset }).toFormat("yyyy-MM-dd");
}

function startOf(day: string, zone: string): number {
  return DateTime.fromISO(day, { zone }).startOf("day").toMillis();
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
