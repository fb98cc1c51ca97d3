import { formatDay, weekdayOf } from "./day.ts";
import { holidayOn } from "./holidays.ts";
import type { Municipality } from "./municipality.ts";
import type { LocalDate, Mode, Office } from "./office.ts";
import { compilePlan, openIntervalsOn } from "./opening-plan.ts";
import type { Instant } from "./slot.ts";

/** One calendar day of an office. */
export interface OpeningDay {
  readonly date: LocalDate;
  /** 0 for Monday to 6 for Sunday. */
  readonly weekday: number;
  readonly openings: readonly {
    readonly start: Instant;
    readonly end: Instant;
    /** Minutes. */
    readonly slot: number;
    readonly modes: readonly Mode[];
    readonly desks: number;
  }[];
  /** The closures that touch the day, by their reason. */
  readonly closures: readonly (string | null)[];
  readonly holiday: boolean;
}

/**
 * The seven days, Monday first, of the week that a day lies in, as an office is open on them: also one that has not
 * been saved yet. Throws on what an import would have refused.
 *
 * @param day day number in the office's zone
 */
export function openingWeek(
  office: Office,
  municipality: Pick<Municipality, "timezone" | "patron_saint">,
  day: number,
): readonly OpeningDay[] {
  const plan = compilePlan(office, municipality);
  const monday = day - weekdayOf(day);
  return Array.from({ length: 7 }, (_, weekday) => {
    const today = monday + weekday;
    return {
      date: formatDay(today),
      weekday,
      openings: openIntervalsOn(plan, today).map(({ start, end, opening: { slot, modes, desks } }) => ({
        start,
        end,
        slot,
        modes,
        desks,
      })),
      closures: plan.closures
        .filter(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay)
        .map(({ reason }) => reason),
      holiday: plan.closedOnHolidays && holidayOn(today, plan.patronSaint) !== null,
    };
  });
}
