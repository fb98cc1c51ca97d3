/**
 * What the slots should be, in the simplest code there is: a Luxon DateTime for every time of every opening, every
 * rule asked of it alone. Far too slow to serve anybody, and nothing of it is shared with the code it checks.
 */
import Holidays from "date-holidays";
import { DateTime, Interval } from "luxon";
import type { Municipality } from "../../packages/core/src/domain/municipality.ts";
import type { Occupancy } from "../../packages/core/src/domain/occupancy.ts";
import { MODES, type Office, WEEKDAYS } from "../../packages/core/src/domain/office.ts";
import type { Slot } from "../../packages/core/src/domain/slot.ts";
import type { SlotSearch } from "../../packages/core/src/domain/slots.ts";

export function oracleSlots(
  office: Office,
  town: Pick<Municipality, "timezone" | "patron_saint">,
  search: SlotSearch,
  taken: Occupancy,
): Slot[] {
  const zone = office.timezone ?? town.timezone;
  const now = DateTime.fromMillis(search.now, { zone });
  const from = DateTime.fromMillis(search.from, { zone });
  const to = DateTime.fromMillis(search.to, { zone });
  const { service } = search;
  const slots: Slot[] = [];

  for (let day = from.minus({ days: 1 }); day.startOf("day") < to; day = day.plus({ days: 1 })) {
    const date = day.toFormat("yyyy-MM-dd");
    const during = (hours: { from: string; to: string }) =>
      Interval.fromDateTimes(firstAt(date, hours.from, zone), firstAt(date, hours.to, zone));
    const closures = (office.closures ?? [])
      .filter((closure) => closure.from <= date && date <= (closure.to ?? closure.from))
      .map(({ start = "00:00", end = "24:00" }) => during({ from: start, to: end }));
    const openings = openingsOn(office, town.patron_saint, date, day.weekday);

    openings.forEach((opening, position) => {
      const blocked = [...closures, ...openings.slice(0, position).map(during)];
      const hours = during(opening);
      const length = service?.minutes ?? opening.slot;
      const modes = MODES.filter(
        (mode) => opening.modes.includes(mode) && (service?.modes ?? MODES).includes(mode),
      );
      const desks = opening.desks ?? 1;
      for (
        let start = hours.start as DateTime;
        start < (hours.end as DateTime);
        start = start.plus({ minutes: opening.slot })
      ) {
        const end = start.plus({ minutes: length });
        const visit = Interval.fromDateTimes(start, end);
        const free = desks - occupied(taken, start.toMillis(), end.toMillis());
        const offered =
          hours.engulfs(visit) &&
          !blocked.some((hours) => hours.overlaps(visit)) &&
          from <= start &&
          start < to &&
          (search.asStaff ? now < end : now.plus({ minutes: search.policy.lead_minutes }) <= start) &&
          (search.asStaff || released(opening, date, zone) <= now.toMillis()) &&
          start.toFormat("yyyy-MM-dd") <=
            now.plus({ days: search.policy.horizon_days }).toFormat("yyyy-MM-dd") &&
          modes.length > 0 &&
          (search.mode === undefined || modes.includes(search.mode)) &&
          free > 0;
        if (offered)
          slots.push({ office: office.id, start: start.toMillis(), end: end.toMillis(), modes, free });
      }
    });
  }
  return slots.sort((a, b) => a.start - b.start).slice(0, search.limit);
}

/** A rule's times of a date can be asked for from then on. */
function released(opening: ReturnType<typeof openingsOn>[number], date: string, zone: string): number {
  const release = "release" in opening ? opening.release : undefined;
  if (!release) return Number.NEGATIVE_INFINITY;
  const day = DateTime.fromISO(date, { zone: "utc" }).minus({ days: release.days });
  return firstAt(day.toFormat("yyyy-MM-dd"), release.at, zone).toMillis();
}

/** Extra openings before weekly rules: the earlier wins where they overlap. */
function openingsOn(office: Office, patronSaint: string | undefined, date: string, weekday: number) {
  const extras = (office.openings ?? []).filter((opening) => opening.date === date);
  const holiday = office.holidays !== false && (isPublicHoliday(date) || date.slice(5) === patronSaint);
  const rules = (office.hours ?? []).filter(
    (rule) =>
      !holiday &&
      rule.days.includes(WEEKDAYS[weekday - 1] as (typeof WEEKDAYS)[number]) &&
      (rule.valid_from ?? date) <= date &&
      date <= (rule.valid_until ?? date),
  );
  return [...extras, ...rules];
}

const italy = new Holidays("IT");
const publicHolidays = new Map<number, ReadonlySet<string>>();

export function isPublicHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  let dates = publicHolidays.get(year);
  if (!dates) {
    const holidays = italy.getHolidays(year).filter(({ type }) => type === "public");
    dates = new Set(holidays.map((holiday) => holiday.date.slice(0, 10)));
    publicHolidays.set(year, dates);
  }
  return dates.has(date);
}

/** The first instant, to five minutes, at which a clock on the wall reads this time or a later one. */
export function firstAt(date: string, time: string, zone: string): DateTime {
  const asked = DateTime.fromISO(date, { zone: "utc" }).plus({
    hours: Number(time.slice(0, 2)),
    minutes: Number(time.slice(3)),
  });
  let instant = asked.setZone(zone, { keepLocalTime: true }).minus({ hours: 2 });
  while (instant.setZone("utc", { keepLocalTime: true }) < asked) instant = instant.plus({ minutes: 5 });
  return instant;
}

function occupied(taken: Occupancy, start: number, end: number): number {
  const desks = taken.cells.map((cell, entry) => {
    const cellStart = cell * 5 * 60_000;
    return cellStart < end && start < cellStart + 5 * 60_000 ? taken.desks[entry] : undefined;
  });
  return new Set(desks.filter((desk) => desk !== undefined)).size;
}
