import type { Log } from "@ricevimenti/core";
import { failureOf } from "./telegram-failure.ts";

/** Does something again and again, a pause after each time, until it is stopped. */
export function rounds(work: () => Promise<void>, pause: number, log: Log): { stop(): Promise<void> } {
  let round: Promise<void> | null = null;
  const timer = setInterval(() => {
    round ??= work()
      .catch((cause) => log.error("bot.round_failed", { cause: failureOf(cause).code }))
      .finally(() => {
        round = null;
      });
  }, pause);
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
