import type { Clock } from "@ricevimenti/core";

/** Time that runs faster than the machine's, the same in every process that is told these numbers. */
export interface FastTime {
  /** What it said when the machine's clock said `began`. */
  readonly epoch: number;
  readonly began: number;
  /** Seconds of it in each second of the machine's. */
  readonly speed: number;
}

export function fastClock({ epoch, began, speed }: FastTime): Clock {
  return { now: () => Math.floor(epoch + (Date.now() - began) * speed) };
}
