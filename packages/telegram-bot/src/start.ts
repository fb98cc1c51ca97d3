import { setTimeout as pause } from "node:timers/promises";
import type { Core, Log } from "@ricevimenti/core";
import { type BotOptions, type CitizensBot, createBot, UPDATE_KINDS } from "./bot.ts";
import { poll } from "./polling.ts";
import { processName } from "./process-name.ts";
import { registerProfile } from "./profile.ts";
import { rounds } from "./rounds.ts";
import { failureOf } from "./telegram-failure.ts";
import { type Webhook, webhook } from "./webhook.ts";

export interface StartOptions extends Omit<BotOptions, "process"> {
  /** Where Telegram brings updates to; long polling where absent. Its path must lead to the running bot's `webhook`. */
  readonly webhookUrl?: string;
  /** Ends the wait for a Telegram that does not answer; once the bot runs, `stop` ends it. */
  readonly signal?: AbortSignal;
  /** Milliseconds between two looks for chats that nobody answers, or that are to be told how much time is left. */
  readonly roundPause?: number;
}

export interface RunningBot {
  /** Without the @; for links of the form `https://t.me/USERNAME?start=ufficio_ID`. */
  readonly username: string;
  /** For the web server that Telegram reaches under `webhookUrl`; null with long polling. */
  readonly webhook: Webhook | null;
  /** Takes nothing more in, finishes what is under way; nothing taken in is lost. */
  stop(): Promise<void>;
}

/** Milliseconds an update is given before one looks whether anybody answers it. */
const LOOK_AFTER = 2_000;
const ROUND_PAUSE = 5_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 15_000;

/**
 * Runs the bot, by a webhook or by long polling. First, whoever was not answered before the last end gets their screen
 * again. Any number of processes may run it with a webhook, one with long polling. Waits for a Telegram that does not
 * answer; rejects when it answers that it does not know the token (401, 404), and when `signal` is aborted before the
 * bot runs.
 */
export async function startBot(core: Core, options: StartOptions): Promise<RunningBot> {
  const { log, webhookUrl } = options;
  const bot = createBot(core, { ...options, process: await processName(core) });
  const { username } = await answered(() => bot.init(), options);
  await core
    .municipality()
    .then(({ locale }) => registerProfile(bot.api, locale))
    .catch((cause) => log.warn("bot.profile_not_set", { cause: failureOf(cause).code }));
  const updates = webhookUrl
    ? await brought(bot, webhookUrl, core, options)
    : await fetched(bot, core, options);
  const look = async () => {
    await bot.recover(core.clock.now() - LOOK_AFTER);
    await bot.watch();
  };
  const looking = rounds(look, options.roundPause ?? ROUND_PAUSE, log);
  log.info("bot.started", { username, updates: webhookUrl ? "webhook" : "polling" });
  return {
    username,
    webhook: updates.webhook,
    async stop() {
      await updates.stop();
      await looking.stop();
      await bot.stop();
      log.info("bot.stopped");
    },
  };
}

/** How updates come in. */
interface Updates {
  readonly webhook: Webhook | null;
  stop(): Promise<void>;
}

/** Other processes may be at work: what they are at is theirs. The webhook stays when this one ends. */
async function brought(bot: CitizensBot, url: string, core: Core, options: StartOptions): Promise<Updates> {
  const secret = core.derivedSecret("telegram-webhook");
  await answered(
    () => bot.api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATE_KINDS }),
    options,
  );
  await bot.recover(core.clock.now() + 1);
  const { pathname } = new URL(url);
  let isOpen = true;
  return {
    webhook: webhook({
      path: pathname,
      secret,
      take: (update) => (isOpen ? bot.take(update) : Promise.reject(new Error("the bot is stopping"))),
      log: options.log,
    }),
    stop: async () => {
      isOpen = false;
    },
  };
}

/** Telegram gives updates to one poller, so that whoever was at a chat before is so no longer. */
async function fetched(bot: CitizensBot, core: Core, options: StartOptions): Promise<Updates> {
  // Telegram gives updates to a webhook or to polling, never to both.
  await answered(() => bot.api.deleteWebhook(), options);
  await bot.recover(core.clock.now() + 1, true);
  const stopping = new AbortController();
  const polling = poll({
    api: bot.api,
    kinds: UPDATE_KINDS,
    take: (update) => bot.take(update),
    log: options.log,
    signal: stopping.signal,
  });
  return {
    webhook: null,
    stop: async () => {
      stopping.abort();
      await polling;
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
