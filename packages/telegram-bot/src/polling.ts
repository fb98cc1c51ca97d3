import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "@ricevimenti/core";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { failureOf } from "./telegram-failure.ts";

/** Seconds Telegram keeps a call open when there is nothing new. */
const LONG_POLL = 25;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 15_000;

/**
 * Fetches updates until `signal`. The offset, which makes Telegram forget updates, moves past an update only after
 * `take` has committed it: grammY's own loop moves it first and loses what a crash interrupts.
 */
export async function poll(parts: {
  readonly api: Api;
  readonly kinds: readonly Exclude<keyof Update, "update_id">[];
  readonly take: (update: Update) => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { api, signal, log } = parts;
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, timeout: LONG_POLL, allowed_updates: parts.kinds },
        // grammY's types name a polyfill's signal; any signal does.
        signal as Parameters<Api["getUpdates"]>[1],
      );
      await Promise.all(updates.map(parts.take));
      offset = updates.reduce((next, { update_id }) => Math.max(next, update_id + 1), offset);
      failures = 0;
    } catch (cause) {
      if (signal.aborted) break;
      const failure = failureOf(cause);
      failures++;
      const wait = Math.max(failure.retryAfter ?? 0, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures));
      // 401: the token is no longer ours; 409: somebody else polls with it. Both need a person.
      const loud = cause instanceof GrammyError && (cause.error_code === 401 || cause.error_code === 409);
      log[loud ? "error" : "warn"]("bot.polling_failed", { cause: failure.code, failures, wait });
      await pause(wait, undefined, { signal }).catch(() => {});
    }
  }
  // What has been taken in need not come again. If this does not arrive, it does, and is known.
  await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => {});
}
