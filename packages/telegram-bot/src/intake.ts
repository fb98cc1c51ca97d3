import { setTimeout as pause } from "node:timers/promises";
import { DatabaseError, type Log, localeFrom, texts } from "@ricevimenti/core";
import { type Bot, BotError } from "grammy";
import type { Update } from "grammy/types";
import type { BotContext } from "./context.ts";
import { failureOf } from "./telegram-failure.ts";

const TRIES = 3;
const PAUSE = 200;

/**
 * Takes updates in, whichever way they come: presses are answered at once, one chat's updates handled in their order
 * and different chats' beside each other. The error boundary, too: a fault is logged without what was written, and
 * the citizen is told politely.
 */
export class Intake {
  readonly #bot: Bot<BotContext>;
  readonly #log: Log;
  readonly #queues = new Map<number, Promise<void>>();
  readonly #errands = new Set<Promise<void>>();

  constructor(bot: Bot<BotContext>, log: Log) {
    this.#bot = bot;
    this.#log = log;
  }

  /** Resolves when the update is committed, or given up; rejects when it should be brought again. */
  async take(update: Update): Promise<void> {
    const query = update.callback_query;
    if (query) this.#errand(this.#answer(query.id), "bot.press_not_answered");
    const about = update.message ?? update.edited_message ?? query?.message ?? update.my_chat_member;
    const chat = about?.chat?.id;
    if (chat === undefined) return;
    const before = this.#queues.get(chat) ?? Promise.resolve();
    const handled = before.then(() => this.#handle(update));
    const ended = handled.catch(() => {});
    this.#queues.set(chat, ended);
    await handled.finally(() => {
      if (this.#queues.get(chat) === ended) this.#queues.delete(chat);
    });
  }

  /** Waits for what has been taken in. */
  async idle(): Promise<void> {
    await Promise.all(this.#queues.values());
    await Promise.all(this.#errands);
  }

  /** Faults that pass (a database that is busy or away) are not the citizen's business; the others are admitted. */
  async #handle(update: Update): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#bot.handleUpdate(update);
        return;
      } catch (thrown) {
        const cause = thrown instanceof BotError ? thrown.error : thrown;
        this.#log.error("bot.update_failed", { update: update.update_id, tries, ...faultOf(cause) });
        if (tries === TRIES && willPass(cause)) throw cause;
        if (tries === TRIES) break;
        await pause(PAUSE * tries);
      }
    }
    this.#admit(update);
  }

  #admit(update: Update): void {
    const message = update.message ?? update.callback_query?.message;
    if (message?.chat.type !== "private") return;
    const from = update.callback_query?.from ?? update.message?.from;
    const say = texts("bot", localeFrom(from?.language_code ?? "") ?? "it");
    this.#errand(this.#bot.api.sendMessage(message.chat.id, say("fault")), "bot.fault_not_told");
  }

  /** A line that breaks is tried once more: the button goes on turning until it is answered, and twice does no harm. */
  async #answer(press: string): Promise<void> {
    const answer = () => this.#bot.api.answerCallbackQuery(press);
    try {
      await answer();
    } catch (cause) {
      if (!failureOf(cause).unsure) throw cause;
      await answer();
    }
  }

  /** A call nobody waits for. That it failed is known to be possible, and no fault. */
  #errand(call: Promise<unknown>, event: string): void {
    const done = call.then(
      () => {},
      (cause) => this.#log.warn(event, { cause: failureOf(cause).code }),
    );
    this.#errands.add(done);
    done.finally(() => this.#errands.delete(done));
  }
}

/** Whether the update had better wait than be given up. */
function willPass(cause: unknown): boolean {
  return cause instanceof DatabaseError && (cause.code === "busy" || cause.code === "unreachable");
}

/** What may be logged of a fault: never its message, which may quote what a citizen wrote. */
function faultOf(cause: unknown): { readonly error: string; readonly at: string | null } {
  if (!(cause instanceof Error)) return { error: "unknown", at: null };
  const at = cause.stack?.split("\n").find((line) => line.startsWith("    at "));
  return { error: failureOf(cause).code, at: at?.trim() ?? null };
}
