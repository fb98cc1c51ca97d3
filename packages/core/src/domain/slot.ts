import type { Mode } from "./office.ts";

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Milliseconds of a minute and of a day of 24 hours. */
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Milliseconds of the five minutes in which desks are claimed; every slot starts and ends on a whole one. */
export const CELL = 300_000;

/** A time that can be asked for. Computed, never stored. */
export interface Slot {
  readonly office: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly modes: readonly Mode[];
  /** Desks still free at that time: at least 1. */
  readonly free: number;
}
