import { autoRetry } from "@grammyjs/auto-retry";
import { type Core, checkName, type Instant, type Log } from "@ricevimenti/core";
import { type Api, Bot } from "grammy";
import type { Update, User } from "grammy/types";
import type { BotContext } from "./context.ts";
import { type Arrival, takeTurn } from "./conversation/turn.ts";
import { DeadlineWatch } from "./deadline-watch.ts";
import { asides } from "./features/asides.ts";
import { bookings } from "./features/bookings.ts";
import { fallback } from "./features/fallback.ts";
import { finding } from "./features/finding.ts";
import { form } from "./features/form.ts";
import { groups } from "./features/groups.ts";
import { leaving } from "./features/leaving.ts";
import { privacy } from "./features/privacy.ts";
import { requested } from "./features/requested.ts";
import { searching } from "./features/searching.ts";
import { start } from "./features/start.ts";
import { summary } from "./features/summary.ts";
import { waiting } from "./features/waiting.ts";
import { Intake } from "./intake.ts";
import { presenterFor } from "./presenter-for.ts";

export interface BotOptions {
  readonly token: string;
  /** Another Bot API server than Telegram's own; without a slash at its end. */
  readonly apiRoot?: string;
  /** What every link starts with, without a slash at its end. */
  readonly publicUrl: string;
  readonly log: Log;
  /** Tells this process from all others that ever work on the town's chats. */
  readonly process: string;
}

/** The bot without a way for updates to come in: polling or a webhook gives them to `take`. */
export interface CitizensBot {
  readonly api: Api;
  /** Asks Telegram who we are. */
  init(): Promise<{ readonly username: string }>;
  /**
   * Takes an update in; resolves when it is committed (or given up), while the answer may still be on its way. Rejects
   * when the database could not take it in and another try can help.
   */
  take(update: Update): Promise<void>;
  /**
   * Chats whose update was taken in before `before`, and perhaps not answered, get their screen again; those that
   * another process is at are left to it, unless it is known that there is none (`force`).
   */
  recover(before: Instant, force?: boolean): Promise<void>;
  /** Brings up to date what tells how much time is left; to be called every few seconds. */
  watch(): Promise<void>;
  /** Waits for what is under way; what Telegram does not take now stays owed. */
  stop(): Promise<void>;
}

/** The updates we ask for. */
export const UPDATE_KINDS = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

/** Longer than a long poll. */
const CALL_SECONDS = 45;

export function createBot(core: Core, options: BotOptions): CitizensBot {
  const { log, apiRoot } = options;
  const bot = new Bot<BotContext>(options.token, {
    client: { ...(apiRoot ? { apiRoot } : {}), timeoutSeconds: CALL_SECONDS },
  });
  // Its defaults never stop. Whether a call that broke off has done its work is for the presenter to think of.
  bot.api.config.use(
    autoRetry({
      maxRetryAttempts: 1,
      maxDelaySeconds: 5,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  );
  const presenter = presenterFor(core, options);
  const watch = new DeadlineWatch(core, presenter);
  const intake = new Intake(bot, log);

  bot.use(async (ctx, next) => {
    const turn: BotContext["turn"] = async (handle) => {
      const arrival = arrivalOf(ctx);
      if (!arrival) return;
      const owed = await takeTurn(core, arrival, handle, options.process);
      if (owed === "show") presenter.show(arrival.chat);
      if (owed === "recover") await presenter.recover(arrival.chat);
    };
    Object.assign(ctx, { turn });
    await next();
  });
  bot.chatType(["group", "supergroup"]).use(groups(core, log));
  // Citizens talk to the bot alone; what they would say there means nothing in a group.
  bot
    .chatType("private")
    .use(
      start(),
      finding(),
      searching(),
      form(),
      summary(),
      requested(),
      bookings(),
      waiting(),
      asides(),
      privacy(),
      leaving(core, log),
      fallback(),
    );

  return {
    api: bot.api,
    init: async () => {
      // Not grammY's own init: its pauses between tries grow to twenty minutes.
      bot.botInfo = await bot.api.getMe();
      return { username: bot.botInfo.username };
    },
    take: (update) => intake.take(update),
    recover: async (before, force) => {
      for (const chat of await core.records.chats.owed(before)) await presenter.recover(chat, force);
    },
    watch: () => watch.look(),
    stop: async () => {
      await intake.idle();
      await presenter.stop();
    },
  };
}

function arrivalOf(ctx: BotContext): Arrival | null {
  const { chat, from } = ctx;
  if (!chat) return null;
  const query = ctx.callbackQuery;
  return {
    update: ctx.update.update_id,
    chat: chat.id,
    press: query?.message ? { data: query.data ?? "", message: query.message.message_id } : null,
    profileName: profileNameOf(from),
    languageCode: from?.language_code ?? null,
  };
}

function profileNameOf(user: User | undefined): string | null {
  if (!user?.last_name) return null;
  const checked = checkName(`${user.first_name} ${user.last_name}`);
  return checked.ok ? checked.value : null;
}
