import { type Clocks, clocksOf } from "./clocks.ts";
import { DAY, formatDay, formatTime, MINUTE, MINUTES_A_DAY, parseDay, parseTime, TWO_DIGITS } from "./day.ts";
import type { Instant } from "./slot.ts";
import { type OffsetSpan, offsetSpans, STRETCH } from "./zone-offsets.ts";

/** No wall clock was ever further from UTC (Manila until 1844 and Metlakatla until 1867 came close). */
const WIDEST_OFFSET = 16 * 60 * MINUTE;

const zones = new Map<string, Zone>();

/** `10:00:` for each minute of the day, as they come to be needed. */
const clockTexts: string[] = [];
function clock(minute: number): string {
  clockTexts[minute] ??= `${formatTime(minute)}:`;
  return clockTexts[minute];
}

/** The zone of an IANA name such as `Europe/Rome`, one object for each name. Throws a RangeError for an unknown one. */
export function zone(name: string): Zone {
  let known = zones.get(name);
  if (!known) {
    known = new Zone(name);
    zones.set(name, known);
  }
  return known;
}

/** Whether {@link zone} knows the name. */
export function isZone(name: string): boolean {
  try {
    zone(name);
    return true;
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}

/**
 * Wall clock and instants of one IANA zone, in integers: instants are milliseconds UTC, days are day numbers of the
 * zone's calendar, minutes are the wall clock's. Changes of the clocks are looked up once; afterwards nothing here costs
 * more than a few comparisons. The zone of the process plays no part.
 */
class Zone {
  readonly name: string;
  readonly #clocks: Clocks;
  readonly #stretches = new Map<number, readonly OffsetSpan[]>();
  /** The span last asked for: the next question is nearly always about the same one. */
  #span: OffsetSpan = { from: 0, to: 0, offset: 0, suffix: "" };
  #day = Number.NaN;
  #dayText = "";

  constructor(name: string) {
    // Intl takes bare offsets for zones, too; a town hall has a place on the map.
    if (!/^[A-Za-z]/.test(name)) throw new RangeError(`not an IANA zone: ${name}`);
    this.name = name;
    this.#clocks = clocksOf(name);
  }

  /** Milliseconds the wall clock is ahead of UTC. */
  offsetAt(instant: Instant): number {
    return this.#spanAt(instant).offset;
  }

  /**
   * The first instant at which the wall clock reads this time or a later one. So a time that the spring change skips
   * is the instant of the change, a time that autumn repeats is the earlier of the two, and hours that abut on the
   * wall clock abut in time: no gap, no overlap. `minute` is 0 to 1440.
   */
  instantOf(day: number, minute: number): Instant {
    const wall = day * DAY + minute * MINUTE;
    let span = this.#spanAt(wall - WIDEST_OFFSET);
    while (wall - span.offset >= span.to) span = this.#spanAt(span.to);
    return Math.max(wall - span.offset, span.from);
  }

  /** Whether the wall clock ever reads this time: not while it is put forward. */
  existsAt(day: number, minute: number): boolean {
    const instant = this.instantOf(day, minute);
    return instant + this.offsetAt(instant) === day * DAY + minute * MINUTE;
  }

  /** The calendar day the wall clock shows. */
  dayOf(instant: Instant): number {
    return Math.floor((instant + this.#spanAt(instant).offset) / DAY);
  }

  /** The minute of the day the wall clock shows, 0 to 1439. */
  minuteOf(instant: Instant): number {
    const wall = instant + this.#spanAt(instant).offset;
    return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE);
  }

  /** `2026-12-14T10:00:00+01:00`; fractions of a second are cut off. */
  formatInstant(instant: Instant): string {
    const span = this.#spanAt(instant);
    const wall = instant + span.offset;
    const day = Math.floor(wall / DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#dayText = `${formatDay(day)}T`;
    }
    const second = Math.floor((wall - day * DAY) / 1_000);
    const minute = Math.floor(second / 60);
    return this.#dayText + clock(minute) + TWO_DIGITS[second - minute * 60] + span.suffix;
  }

  #spanAt(instant: Instant): OffsetSpan {
    const last = this.#span;
    if (instant >= last.from && instant < last.to) return last;
    const stretch = Math.floor(instant / STRETCH);
    let spans = this.#stretches.get(stretch);
    if (!spans) {
      spans = offsetSpans(this.#clocks, stretch * STRETCH);
      this.#stretches.set(stretch, spans);
    }
    this.#span = spans.find((span) => instant < span.to) ?? last;
    return this.#span;
  }
}

export type { Zone };

const DATE_AND_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The instant an ISO 8601 text means: with `Z` or an offset (`2026-12-14T10:00:00+01:00`), or, without one
 * (`2026-12-14T10:00`), on the zone's wall clock, the earlier of two. A date alone is the start of that day in the
 * zone, where `allowDate` says so. Null when malformed, when there is no such date (`2026-02-30`), or when the wall
 * clock skips that time.
 */
export function parseInstant(
  text: string,
  zone: Zone,
  options: { readonly allowDate?: boolean } = {},
): Instant | null {
  const match = DATE_AND_TIME.exec(text);
  if (!match) return null;
  const [, date = "", clock, seconds = "0", fraction = "", offset] = match;
  const day = parseDay(date);
  if (day === null) return null;
  if (clock === undefined) return options.allowDate && dayExists(day, zone) ? zone.instantOf(day, 0) : null;
  const minute = parseTime(clock);
  if (minute === null || minute === MINUTES_A_DAY) return null;
  const rest = Number(seconds) * 1_000 + Number(fraction.padEnd(3, "0").slice(0, 3));
  if (offset === undefined) return zone.existsAt(day, minute) ? zone.instantOf(day, minute) + rest : null;
  const ahead = parseOffset(offset);
  return ahead === null ? null : day * DAY + minute * MINUTE + rest - ahead;
}

/** False where a change of the date line leaves a day out (Samoa, 30 December 2011). */
function dayExists(day: number, zone: Zone): boolean {
  return zone.instantOf(day, 0) < zone.instantOf(day + 1, 0);
}

/** Milliseconds of `Z` or `+01:00`; null beyond a day. */
function parseOffset(text: string): number | null {
  if (text === "Z") return 0;
  const minutes = parseTime(text.slice(1));
  if (minutes === null || minutes === MINUTES_A_DAY) return null;
  return (text.startsWith("-") ? -minutes : minutes) * MINUTE;
}
