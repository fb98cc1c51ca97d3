import type { Clock } from "@ricevimenti/core";

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  set(time: number | string): void;
  advance(by: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void;
}

/**
 * @param start ISO 8601 with offset
 */
export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    set: (time) => {
      now = typeof time === "string" ? Date.parse(time) : time;
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    },
  };
}

/** Bytes that look random and are the same in every run of the same seed (a 32-bit xorshift). */
export function seededRandom(seed = 1): (length: number) => Uint8Array {
  let state = seed >>> 0 || 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
}
