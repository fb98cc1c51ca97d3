/**
 * The least work that gives the free slots of {@link benchOffice}: whole numbers, the changes of the clock in a table,
 * one walk through the sorted starts that are taken. No rules, no modes, no desks, no zone but Rome's of these years.
 */
import { FIRST_DAY } from "../workloads.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const SLOT = 15 * MINUTE;

/** Minutes of the day, Monday first. */
const MORNING = [480, 780] as const;
const AFTERNOON = [900, 1080] as const;
const HOURS = [[MORNING], [MORNING, AFTERNOON], [MORNING], [MORNING, AFTERNOON], [MORNING], [], []] as const;

/** When Rome's clock changes, and how far ahead it is from then on. */
const CHANGES = [
  [Date.UTC(2025, 9, 26, 1), 3_600_000],
  [Date.UTC(2026, 2, 29, 1), 7_200_000],
  [Date.UTC(2026, 9, 25, 1), 3_600_000],
  [Date.UTC(2027, 2, 28, 1), 7_200_000],
] as const;

const TWO = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

export interface PlainSlot {
  readonly start: number;
  readonly end: number;
}

/** @param taken starts, sorted */
export function plainSlots(days: number, taken: readonly number[]): PlainSlot[] {
  const slots: PlainSlot[] = [];
  let next = 0;
  let change = 0;
  for (let day = FIRST_DAY; day < FIRST_DAY + days; day++) {
    while ((CHANGES[change + 1]?.[0] ?? Number.POSITIVE_INFINITY) < day * DAY + SLOT * 12) change++;
    const midnight = day * DAY - (CHANGES[change]?.[1] ?? 0);
    for (const [from, to] of HOURS[(day + 3) % 7] ?? []) {
      for (let minute = from; minute < to; minute += 15) {
        const start = midnight + minute * MINUTE;
        while ((taken[next] ?? Number.POSITIVE_INFINITY) < start) next++;
        if (taken[next] !== start) slots.push({ start, end: start + SLOT });
      }
    }
  }
  return slots;
}

/** The same as local ISO text, from tables of two digits. */
export function plainSlotTexts(days: number, taken: readonly number[]): { start: string; end: string }[] {
  const slots: { start: string; end: string }[] = [];
  let next = 0;
  let change = 0;
  for (let day = FIRST_DAY; day < FIRST_DAY + days; day++) {
    while ((CHANGES[change + 1]?.[0] ?? Number.POSITIVE_INFINITY) < day * DAY + SLOT * 12) change++;
    const ahead = CHANGES[change]?.[1] ?? 0;
    const midnight = day * DAY - ahead;
    const date = `${new Date(day * DAY).toISOString().slice(0, 10)}T`;
    const suffix = ahead === 3_600_000 ? ":00+01:00" : ":00+02:00";
    for (const [from, to] of HOURS[(day + 3) % 7] ?? []) {
      for (let minute = from; minute < to; minute += 15) {
        const start = midnight + minute * MINUTE;
        while ((taken[next] ?? Number.POSITIVE_INFINITY) < start) next++;
        if (taken[next] === start) continue;
        slots.push({ start: clock(date, minute, suffix), end: clock(date, minute + 15, suffix) });
      }
    }
  }
  return slots;
}

function clock(date: string, minute: number, suffix: string): string {
  return `${date}${TWO[Math.floor(minute / 60)]}:${TWO[minute % 60]}${suffix}`;
}
