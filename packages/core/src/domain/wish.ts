import { formatDay, parseDay, parseTime, weekdayOf } from "./day.ts";
import {
  type LocalDate,
  type LocalTime,
  MODES,
  type Mode,
  type Office,
  type Service,
  WEEKDAYS,
  type Weekday,
} from "./office.ts";
import type { Instant, Slot } from "./slot.ts";
import type { zone } from "./zone.ts";

/** Which free times somebody on the waiting list wants to hear of; null: any. Days and times are the office's. */
export interface Wish {
  readonly modes: readonly Mode[];
  /** Days of the week, at least one. */
  readonly days: readonly Weekday[] | null;
  /** First and last day. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** The visit starts at or after, and before. */
  readonly after: LocalTime | null;
  readonly before: LocalTime | null;
}

export const DAY_PARTS = ["morning", "afternoon"] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** Where mornings end and afternoons begin: after the hours of an office that closes for lunch. */
const AFTERNOON: LocalTime = "14:00";

/** What people pick from, and what they have picked: none of a kind, or all of it, means any. */
export interface WishChoice {
  readonly days: readonly Weekday[];
  readonly parts: readonly DayPart[];
  readonly modes: readonly Mode[];
}

/** What an office has to choose among from a day on: where its hours leave only one of a kind, that one. */
export function wishChoice(office: Office, service: Service | null, today: LocalDate): WishChoice {
  const rules = (office.hours ?? []).filter(({ valid_until: last }) => last === undefined || last >= today);
  const extra = (office.openings ?? []).filter(({ date }) => date >= today);
  const competent = service?.modes ?? MODES;
  const openings = [...rules, ...extra].filter(({ modes }) => modes.some((mode) => competent.includes(mode)));
  const days = new Set(
    openings.flatMap((opening) => ("days" in opening ? opening.days : [weekdayName(opening.date)])),
  );
  const parts: Readonly<Record<DayPart, boolean>> = {
    morning: openings.some(({ from }) => from < AFTERNOON),
    afternoon: openings.some(({ to }) => to > AFTERNOON),
  };
  return {
    days: WEEKDAYS.filter((day) => days.has(day)),
    parts: DAY_PARTS.filter((part) => parts[part]),
    modes: competent.filter((mode) => openings.some(({ modes }) => modes.includes(mode))),
  };
}

/** Whether there is anything to choose. */
export function isChoosable({ days, parts, modes }: WishChoice): boolean {
  return days.length > 1 || parts.length > 1 || modes.length > 1;
}

/** The wish that comes of what was picked, with no end yet; what is not to be chosen here is not heeded. */
export function wishOf(choice: WishChoice, picked: WishChoice): Wish {
  const [part, both] = some(choice.parts, picked.parts) ?? [];
  const only = both ? undefined : part;
  return {
    modes: some(choice.modes, picked.modes) ?? (choice.modes.length > 0 ? choice.modes : MODES),
    days: some(choice.days, picked.days),
    ...{ from: null, to: null },
    after: only === "afternoon" ? AFTERNOON : null,
    before: only === "morning" ? AFTERNOON : null,
  };
}

/** What was picked for a wish, as far as it can still be chosen; none of a kind where any will do. */
export function pickedFor(choice: WishChoice, { modes, days, after, before }: Wish): WishChoice {
  const parts: readonly DayPart[] = [
    after === AFTERNOON ? (["afternoon"] as const) : [],
    before === AFTERNOON ? (["morning"] as const) : [],
  ].flat();
  return {
    days: some(choice.days, days ?? []) ?? [],
    parts: some(choice.parts, parts) ?? [],
    modes: some(choice.modes, modes) ?? [],
  };
}

/** Null where that is all, or none. */
function some<T>(among: readonly T[], picked: readonly T[]): readonly T[] | null {
  const both = among.filter((one) => picked.includes(one));
  return both.length > 0 && both.length < among.length ? both : null;
}

/**
 * The same wish, for the days before the first time that is free and wished: only earlier ones are worth waiting for.
 * With no end where there is no such time, or no day left before it.
 *
 * @param slots free ones, in order
 */
export function untilFirstFree(
  slots: readonly Slot[],
  wish: Wish,
  here: ReturnType<typeof zone>,
  now: Instant,
): Wish {
  const first = slots.find((slot) => modeWished(wish, slot, here) !== null);
  if (!first) return wish;
  const last = here.dayOf(first.start) - 1;
  const today = here.dayOf(now);
  const left = Array.from({ length: Math.min(7, last - today + 1) }, (_, index) => today + index);
  return left.some((day) => isWished(wish, day)) ? { ...wish, to: formatDay(last) } : wish;
}

/** The mode in which a slot is what somebody waits for; null when it is not. */
export function modeWished(
  wish: Wish,
  slot: Pick<Slot, "start" | "modes">,
  here: ReturnType<typeof zone>,
): Mode | null {
  const { modes, from, to, after, before } = wish;
  const day = here.dayOf(slot.start);
  const minute = here.minuteOf(slot.start);
  if (!isWished(wish, day)) return null;
  if (from !== null && day < (parseDay(from) ?? 0)) return null;
  if (to !== null && day > (parseDay(to) ?? 0)) return null;
  if (after !== null && minute < (parseTime(after) ?? 0)) return null;
  if (before !== null && minute >= (parseTime(before) ?? 0)) return null;
  return modes.find((mode) => slot.modes.includes(mode)) ?? null;
}

function isWished({ days }: Wish, day: number): boolean {
  const name = WEEKDAYS[weekdayOf(day)];
  return days === null || (name !== undefined && days.includes(name));
}

function weekdayName(date: LocalDate): Weekday {
  return WEEKDAYS[weekdayOf(parseDay(date) ?? 0)] ?? "mon";
}
