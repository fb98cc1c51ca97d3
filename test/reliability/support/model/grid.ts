import type { Mode, Municipality, Office } from "@ricevimenti/core";
import { DateTime } from "luxon";
import { oracleSlots } from "../../../support/slot-oracle.ts";

const DAY = 86_400_000;

/** A time of the timetable, whether or not anybody may have it now. */
export interface GridSlot {
  readonly start: number;
  readonly end: number;
  readonly modes: readonly Mode[];
  readonly desks: number;
  /** Its calendar day in the office's zone, `YYYY-MM-DD`. */
  readonly date: string;
}

const known = new Map<string, ReadonlyMap<number, GridSlot>>();

/**
 * All times of an office from a day before `beginning` to twelve days after, by their start, for visits of so many
 * minutes or of the timetable's own length. Written by the slow oracle, once for each timetable.
 */
export function gridOf(
  office: Office,
  town: Municipality,
  beginning: number,
  minutes: number | undefined,
): ReadonlyMap<number, GridSlot> {
  const key = JSON.stringify([office, town.timezone, town.patron_saint, beginning, minutes]);
  let grid = known.get(key);
  if (!grid) {
    const from = beginning - DAY;
    const search = {
      from,
      to: from + 13 * DAY,
      now: from,
      policy: { lead_minutes: 0, horizon_days: 1000 },
      ...(minutes === undefined ? {} : { service: { id: "", name: "", minutes } }),
    };
    const slots = oracleSlots(office, town, search, { cells: [], desks: [] });
    grid = new Map(
      slots.map(({ start, end, modes, free }) => [
        start,
        { start, end, modes, desks: free, date: dateOf(start, office.timezone ?? town.timezone) },
      ]),
    );
    known.set(key, grid);
  }
  return grid;
}

/** The same hours in steps of five minutes: what is open at all. */
export function cellsOf(
  office: Office,
  town: Municipality,
  beginning: number,
): ReadonlyMap<number, GridSlot> {
  const fine = {
    ...office,
    hours: (office.hours ?? []).map((rule) => ({ ...rule, slot: 5 })),
    openings: (office.openings ?? []).map((opening) => ({ ...opening, slot: 5 })),
  };
  return gridOf(fine, town, beginning, undefined);
}

export function dateOf(instant: number, timezone: string, daysLater = 0): string {
  return DateTime.fromMillis(instant, { zone: timezone }).plus({ days: daysLater }).toFormat("yyyy-MM-dd");
}
