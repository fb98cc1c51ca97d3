import type { Core } from "../core.ts";
import type { Courier } from "../ports.ts";

export interface Worker {
  /** Waits for what is being delivered, and delivers no more: however much is due, another process will. */
  stop(): Promise<void>;
}

/**
 * Runs the background work every second. Nothing depends on its being punctual: deadlines are facts of the clock
 * (invariant 2), and what is due waits in the database.
 */
export async function startWorker(core: Core, couriers: readonly Courier[] = []): Promise<Worker> {
  // Loaded here: no command but `start` pays for it.
  const { scheduleJob } = await import("node-schedule");
  const ending = new AbortController();
  let round: Promise<void> | null = null;
  const job = scheduleJob("* * * * * *", () => {
    round ??= core
      .tick(couriers, ending.signal)
      .then(
        () => {},
        (cause: unknown) => core.log.error("worker_round_failed", { error: String(cause) }),
      )
      .finally(() => {
        round = null;
      });
  });
  return {
    stop: async () => {
      job.cancel();
      ending.abort();
      await round;
    },
  };
}
