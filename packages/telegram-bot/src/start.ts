import { setTimeout as pause } from "node:timers/promises";
import type { Core, Log } from "@ricevimenti/core";
import { type BotOptions, createBot, UPDATE_KINDS } from "./bot.ts";
import { registerCommands } from "./commands.ts";
import { poll } from "./polling.ts";
import { failureOf } from "./telegram-failure.ts";

export interface StartOptions extends BotOptions {
  /** Ends the wait for a Telegram that does not answer; once the bot runs, `stop` ends it. */
  readonly signal?: AbortSignal;
}

export interface RunningBot {
  /** Without the @; for links of the form `https://t.me/USERNAME?start=ufficio_ID`. */
  readonly username: string;
  /** Ends polling, finishes what is under way; nothing taken in is lost. */
  stop(): Promise<void>;
}

/** Milliseconds after which an unanswered update is taken for left behind by a process that has ended. */
const LEFT_BEHIND = 60_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 15_000;

/**
 * Runs the bot by long polling. First, whoever was not answered before the last end gets their screen again.
 * Waits for a Telegram that does not answer; rejects when it answers that it does not know the token (401, 404), and
 * when `signal` is aborted before the bot runs.
 */
export async function startBot(core: Core, options: StartOptions): Promise<RunningBot> {
  const { log } = options;
  const bot = createBot(core, options);
  const { username } = await answered(() => bot.init(), options);
  // Telegram gives updates to a webhook or to polling, never to both.
  await answered(() => bot.api.deleteWebhook(), options);
  await registerCommands(bot.api).catch((cause) =>
    log.warn("bot.commands_not_set", { cause: failureOf(cause).code }),
  );
  await bot.recover(core.clock.now() + 1);
  const stopping = new AbortController();
  const polling = poll({
    api: bot.api,
    kinds: UPDATE_KINDS,
    take: (update) => bot.take(update),
    between: () => bot.recover(core.clock.now() - LEFT_BEHIND),
    log,
    signal: stopping.signal,
  });
  log.info("bot.started", { username });
  return {
    username,
    async stop() {
      stopping.abort();
      await polling;
      await bot.stop();
      log.info("bot.stopped");
    },
  };
}

/** Repeats a call until Telegram answers it. */
async function answered<T>(
  call: () => Promise<T>,
  { log, signal }: { readonly log: Log; readonly signal?: AbortSignal },
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (cause) {
      const { code, unsure, retryAfter } = failureOf(cause);
      if (!unsure && retryAfter === null) throw cause;
      const wait = Math.max(retryAfter ?? 0, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries));
      log.warn("bot.telegram_does_not_answer", { cause: code, tries, wait });
      await pause(wait, undefined, { signal });
    }
  }
}
