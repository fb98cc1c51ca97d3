import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Chat, Core, Instant, Log } from "@ricevimenti/core";
import type { Api } from "grammy";
import { readDraft, writeDraft } from "./conversation/draft.ts";
import type { Renderer } from "./rendering.ts";
import { keyboard } from "./screens/screen.ts";
import { failureOf } from "./telegram-failure.ts";

/** What is known to be owed to a chat by this process. */
interface Debt {
  readonly updates: Set<number>;
  /** Updates taken in before this, by whomever, are answered by the same screen. */
  before: Instant;
  /** The last call's fate is unknown: what the chat shows is not to be relied on. */
  unsure: boolean;
}

const TRIES = 6;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 30_000;

/**
 * Brings the chats' screens up to what the database says. Runs after the turn's commit and beside the next updates:
 * turns that come faster than Telegram answers end in one call, with the latest state. What is not known to have
 * arrived stays owed in the database and is shown again after a restart.
 */
export class Presenter {
  readonly #core: Core;
  readonly #api: Api;
  readonly #renderer: Renderer;
  readonly #log: Log;
  readonly #debts = new Map<number, Debt>();
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: { core: Core; api: Api; renderer: Renderer; log: Log }) {
    this.#core = parts.core;
    this.#api = parts.api;
    this.#renderer = parts.renderer;
    this.#log = parts.log;
  }

  /** The chat is owed its screen, because of this update. */
  show(chat: number, update: number): void {
    const debt = this.#debts.get(chat);
    if (debt) debt.updates.add(update);
    else this.#begin(chat, { updates: new Set([update]), before: 0, unsure: false });
  }

  /**
   * As {@link show}, when an answer of an earlier run may have reached the chat or not: it gets a new message, which
   * answers every update taken in before `before`.
   */
  recover(chat: number, before: Instant): void {
    // In our own hands already: what became of the answer is known here.
    if (!this.#debts.has(chat)) this.#begin(chat, { updates: new Set(), before, unsure: true });
  }

  /** Waits for what is under way; what Telegram does not take now stays owed. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  #begin(chat: number, debt: Debt): void {
    this.#debts.set(chat, debt);
    const running = this.#settle(chat, debt).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #settle(chat: number, debt: Debt): Promise<void> {
    try {
      for (let tries = 1; ; ) {
        const updates = [...debt.updates];
        const failure = await this.#present(chat, debt, updates).then(() => null, failureOf);
        if (failure) {
          debt.unsure ||= failure.unsure;
          if (!failure.permanent && tries < TRIES) {
            const wait = Math.max(failure.retryAfter ?? 0, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries));
            tries++;
            if (await this.#paused(wait)) continue;
            return;
          }
          this.#log.warn("bot.screen_not_sent", { cause: failure.code, tries });
          // While Telegram is away the answer stays owed; what we cannot show now, we could not show later.
          if (!failure.permanent && !failure.ours) return;
          await this.#answered(chat, debt, updates);
        }
        tries = 1;
        for (const update of updates) debt.updates.delete(update);
        if (debt.updates.size === 0) return;
      }
    } catch (cause) {
      this.#log.error("bot.screen_not_kept", { cause: failureOf(cause).code });
    } finally {
      // Before anything else can run: a turn that comes now begins a debt of its own.
      this.#debts.delete(chat);
    }
  }

  /** False when the bot is stopped meanwhile. */
  async #paused(milliseconds: number): Promise<boolean> {
    await pause(milliseconds, undefined, { signal: this.#stopping.signal }).catch(() => {});
    return !this.#stopping.signal.aborted;
  }

  async #present(chat: number, debt: Debt, updates: readonly number[]): Promise<void> {
    const row = await this.#core.records.chats.get(chat);
    if (!row) return;
    const { screen, draft } = await this.#renderer.screenOf(row);
    const shown = createHash("sha256")
      .update(JSON.stringify([screen, draft.stamp]))
      .digest("base64url");
    const target = debt.unsure ? null : row.screen;
    let message = target;
    if (target === null || draft.shown !== shown) {
      const text = screen.text.source;
      const options = {
        parse_mode: "HTML",
        reply_markup: keyboard(screen, draft.stamp),
        link_preview_options: { is_disabled: true },
      } as const;
      const edited = target !== null && (await this.#edited(chat, target, text, options));
      message = edited ? target : (await this.#api.sendMessage(chat, text, options)).message_id;
    }
    debt.unsure = false;
    await this.#keep(row, debt, message, shown, updates);
  }

  /** False when that message can no longer be edited: deleted, or too old. */
  async #edited(chat: number, message: number, text: string, options: Parameters<Api["editMessageText"]>[3]) {
    try {
      await this.#api.editMessageText(chat, message, text, options);
      return true;
    } catch (cause) {
      const failure = failureOf(cause);
      if (failure.code === "not_modified") return true;
      if (failure.code === "not_editable") return false;
      throw cause;
    }
  }

  /** Remembers what the chat shows, on the row as it is by now. */
  async #keep(
    was: Chat,
    debt: Debt,
    screen: number | null,
    shown: string,
    updates: readonly number[],
  ): Promise<void> {
    await this.#core.atomically(async (_core, { chats }) => {
      const row = await chats.get(was.id);
      const draft = readDraft(row?.draft ?? null);
      // A turn that wants a message of its own since then is not taken for shown on this one.
      if (row && draft && (row.version === was.version || row.screen === screen)) {
        await chats.save({ ...row, draft: writeDraft({ ...draft, shown }), screen });
      }
      for (const update of updates) await chats.answered(update);
      if (debt.before > 0) await chats.settle(was.id, debt.before);
    });
  }

  /** Nobody is there to be answered. */
  async #answered(chat: number, debt: Debt, updates: readonly number[]): Promise<void> {
    await this.#core.atomically(async (_core, { chats }) => {
      for (const update of updates) await chats.answered(update);
      if (debt.before > 0) await chats.settle(chat, debt.before);
    });
  }
}
