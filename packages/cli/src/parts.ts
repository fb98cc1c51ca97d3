import { setTimeout as pause } from "node:timers/promises";
import { type Core, startWorker } from "@ricevimenti/core";
import type { RunningBot } from "@ricevimenti/telegram-bot";
import type { Mounted } from "@ricevimenti/web-join";
import { type Answer, failed, STATUS } from "./answer.ts";
import type { Context } from "./context.ts";

/** Something that runs until it is stopped. */
export interface Running {
  stop(): Promise<void>;
  /** Whether, once stopped, something goes on that only the end of the process ends. */
  goesOn?(): boolean;
}

/** The bot as the other parts see it. */
export interface BotPart extends Running {
  /** Null until Telegram has told it. */
  readonly username: string | null;
  /** Where Telegram brings updates to; null with long polling. */
  readonly webhook: Mounted | null;
}

/** Milliseconds the other parts wait for Telegram; afterwards the bot keeps trying on its own. */
const PATIENCE = 5_000;

/**
 * The Telegram bot; or what is said when Telegram does not know it. While Telegram does not answer there is no name
 * yet: the town's pages and mails need not wait for it.
 */
export async function startedBot(core: Core, context: Context): Promise<BotPart | Answer> {
  const { io, say } = context;
  let bot: RunningBot | null = null;
  const outcome = botOutcome(core, context);
  const webhook = webhookOf(core, () => bot);
  const first = await Promise.race([outcome, pause(PATIENCE, null, { ref: false })]);
  if (first && "status" in first) return first;
  if (first) {
    bot = first;
    return { username: first.username, webhook, stop: () => first.stop() };
  }
  void outcome.then(
    (late) => {
      if ("status" in late) return io.stderr(late.text());
      bot = late;
      if (!context.json) io.stdout(`${say("start-bot", { username: late.username })}\n`);
    },
    (cause: unknown) => core.log.error("bot_not_started", { error: String(cause) }),
  );
  return { username: null, webhook, stop: async () => bot?.stop(), goesOn: () => bot === null };
}

/** Until the bot runs, and once it has ended, Telegram is asked to come again. */
function webhookOf({ config }: Core, running: () => RunningBot | null): Mounted | null {
  const url = config.telegram?.webhookUrl;
  if (!url) return null;
  return {
    path: new URL(url).pathname,
    handle: async (request) => running()?.webhook?.handle(request) ?? new Response(null, { status: 503 }),
  };
}

async function botOutcome(core: Core, context: Context): Promise<RunningBot | Answer> {
  const { startBot } = await import("@ricevimenti/telegram-bot");
  const { publicUrl, telegram } = core.config;
  const { token = "", apiRoot = null, webhookUrl = null } = telegram ?? {};
  try {
    return await startBot(core, {
      token,
      publicUrl,
      log: core.log,
      ...(apiRoot && { apiRoot }),
      ...(webhookUrl && { webhookUrl }),
    });
  } catch (error) {
    const answer = telegramAnswer(error, context);
    if (!answer) throw error;
    return answer;
  }
}

/** What is said when Telegram does not know the bot, or does not answer; null for a fault that is not Telegram's. */
export function telegramAnswer(error: unknown, { say }: Context): Answer | null {
  // The error's own words may hold the token.
  const { name, error_code: code } = error as { readonly name?: string; readonly error_code?: number };
  if (code === 401 || code === 404) return failed(STATUS.invalid, "telegram_token", say("start-bot-token"));
  if (name !== "HttpError" && name !== "GrammyError") return null;
  return failed(STATUS.unreachable, "telegram_unreachable", say("start-bot-unreachable"));
}

/** The web pages; or what is said when their address cannot be had. */
export async function startedWeb(
  core: Core,
  bot: BotPart | null,
  { say, version }: Context,
): Promise<(Running & { readonly url: string }) | Answer> {
  const { startWeb } = await import("@ricevimenti/web-join");
  const { host, port, publicUrl, jitsi, trustProxy, metrics } = core.config;
  const videoOrigin = new URL(jitsi.url).origin;
  try {
    const web = await startWeb(core, {
      host,
      port,
      publicUrl,
      videoOrigin,
      version,
      trustProxy,
      metrics,
      ...(bot?.username && { botUsername: bot.username }),
      ...(bot?.webhook && { mounted: bot.webhook }),
    });
    return { url: web.url, stop: () => web.close() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES" && code !== "EADDRNOTAVAIL") throw error;
    return failed(
      STATUS.failed,
      "address_unavailable",
      say("start-address", { host, port: String(port), code }),
    );
  }
}

/** The worker delivers into chats, too, whether or not the bot runs in this process. */
export async function startedWorker(core: Core): Promise<Running> {
  const { telegram } = core.config;
  if (!telegram) return startWorker(core);
  const { telegramCourier } = await import("@ricevimenti/telegram-bot");
  const { token, apiRoot } = telegram;
  return startWorker(core, [telegramCourier(core, { token, ...(apiRoot && { apiRoot }) })]);
}
