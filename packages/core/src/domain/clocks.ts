import { civilOf, DAY, dayNumber, weekdayOf } from "./day.ts";
import type { Instant } from "./slot.ts";

/** How many milliseconds a zone's wall clock is ahead of UTC at an instant. */
export type Clocks = (instant: Instant) => number;

/** The newest zone data that {@link italianClocks} has been compared with: should a law change, newer data will know. */
const COMPARED_WITH = "2026c";

/**
 * Throws a RangeError for a zone that the zone data does not know.
 *
 * @param data the version of the zone data that the program runs with
 */
export function clocksOf(zone: string, data: string = process.versions.tz ?? "unknown"): Clocks {
  return zone === "Europe/Rome" && data <= COMPARED_WITH ? italianClocks() : askedClocks(zone);
}

/** What `Intl` says, which knows the zone data; its first answer in a process takes 12 ms. */
export function askedClocks(zone: string): Clocks {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hour: "numeric",
    timeZoneName: "longOffset",
  });
  return (instant) => {
    const text = format.format(instant);
    // `GMT`, `GMT+01:00` or, long ago, `GMT+00:49:56`.
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
    if (!match) throw new Error(`no offset in "${text}"`);
    const [, sign, hours = 0, minutes = 0, seconds = 0] = match;
    const size = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
    return sign === "-" ? -size : size;
  };
}

const HOUR = 3_600_000;
const RULE_SINCE = Date.UTC(1996, 0, 1);

/**
 * Italy's clocks by rule, so that a command need not wait for `Intl`: an hour ahead of UTC, two from the last Sunday of
 * March to the last of October, changed at one o'clock UTC (directive 2000/84/EC, in force as such since 1996).
 */
function italianClocks(): Clocks {
  let before: Clocks | null = null;
  return (instant) => {
    if (instant < RULE_SINCE) {
      before ??= askedClocks("Europe/Rome");
      return before(instant);
    }
    const { year } = civilOf(Math.floor(instant / DAY));
    return instant >= changeIn(year, 3) && instant < changeIn(year, 10) ? 2 * HOUR : HOUR;
  };
}

/** Months of 31 days, both of them. */
function changeIn(year: number, month: 3 | 10): Instant {
  const last = dayNumber(year, month, 31);
  return (last - ((weekdayOf(last) + 1) % 7)) * DAY + HOUR;
}
