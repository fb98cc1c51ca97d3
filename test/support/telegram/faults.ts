/**
 * What goes wrong: `429` and `500` are answered so and nothing is done; `drop` breaks the connection and nothing is
 * done; `lost` does what was asked and then breaks the connection; `slow` answers late.
 */
export type FaultKind = "429" | "500" | "drop" | "lost" | "slow";

export type Fault = {
  kind: FaultKind;
  /** Only calls of this method; without it every call but `getUpdates`, which must be named. */
  method?: string;
  /** How many calls it hits; 1 when left out. */
  times?: number;
  /** Seconds, for `429`; 1 when left out. */
  retryAfter?: number;
  /** Milliseconds, for `slow`; 1000 when left out. */
  delayMs?: number;
};

/** The faults still to come, in the order they were asked for. */
export class Faults {
  private readonly waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The fault that hits a call of `method` now, used up by one. */
  take(method: string): Fault | undefined {
    const name = method.toLowerCase();
    const index = this.waiting.findIndex(({ fault }) =>
      fault.method === undefined ? name !== "getupdates" : fault.method.toLowerCase() === name,
    );
    const hit = this.waiting[index];
    if (hit === undefined) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.waiting.splice(index, 1);
    return hit.fault;
  }

  clear(): void {
    this.waiting.length = 0;
  }
}
