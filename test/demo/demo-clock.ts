import type { Clock } from "@ricevimenti/core";

/** The machine's clock, which the demo can put forward, so that nobody waits for next Monday. */
export interface DemoClock extends Clock {
  /** Forward to that instant; never back. */
  jumpTo(instant: number): void;
}

export function demoClock(): DemoClock {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  return {
    now,
    jumpTo: (instant) => {
      ahead += Math.max(0, instant - now());
    },
  };
}
