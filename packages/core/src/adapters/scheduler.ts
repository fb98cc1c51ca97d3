import type { Core } from "../core.ts";
import type { Courier } from "../ports.ts";

export interface Worker {
  /** Waits for the round under way and starts no other. */
  stop(): Promise<void>;
}

/**
 * Runs the background work every second. Nothing depends on its being punctual: deadlines are facts of the clock
 * (invariant 2), and what is due waits in the database.
 */
export async function startWorker(core: Core, couriers: readonly Courier[] = []): Promise<Worker> {
  // Loaded here: no command but `start` pays for it.
  const { scheduleJob } = await import("node-schedule");
  let round: Promise<void> | null = null;
  const job = scheduleJob("* * * * * *", () => {
    round ??= core
      .tick(couriers)
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
      await round;
    },
  };
}
