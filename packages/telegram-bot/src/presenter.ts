import { setTimeout as pause } from "node:timers/promises";
import type { Core, Instant, Log } from "@ricevimenti/core";
import { type ChatScreens, type Memory, unchangedScreen } from "./chat-screens.ts";
import { LEASE } from "./lease.ts";
import type { Ledger, Shown } from "./ledger.ts";
import { failureOf, type TelegramFailure } from "./telegram-failure.ts";

/** A chat this process is bringing up to date. */
interface Debt extends Memory {
  /** When the right to do so ends. */
  until: Instant;
  /** A turn has come that is still to be shown. */
  hasMore: boolean;
  /** Told of such a turn. */
  wake: () => void;
}

/** Tries of one screen, unless told otherwise. */
const TRIES = 6;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 30_000;
/** Milliseconds of a lease that must be left for a call. */
const MARGIN = 15_000;

/**
 * Brings the chats' screens up to what the database says. Runs after the turn's commit and beside the next updates:
 * turns that come faster than Telegram answers end in one call, with the latest state. One process at a time writes
 * into a chat, so that what it sees last is the newest. What is not known to have arrived stays owed in the database,
 * and is shown again by this process or another.
 */
export class Presenter {
  readonly #core: Core;
  readonly #screens: ChatScreens;
  readonly #ledger: Ledger;
  readonly #log: Log;
  readonly #tries: number;
  readonly #debts = new Map<number, Debt>();
  readonly #live = new Set<number>();
  readonly #running = new Set<Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: { core: Core; screens: ChatScreens; ledger: Ledger; log: Log; tries?: number }) {
    this.#core = parts.core;
    this.#screens = parts.screens;
    this.#ledger = parts.ledger;
    this.#log = parts.log;
    this.#tries = parts.tries ?? TRIES;
  }

  /** The chat is owed its screen; the turn that caused it has taken the lease. */
  show(chat: number): void {
    const debt = this.#debts.get(chat);
    if (!debt) {
      this.#begin(chat, { isUnsure: false, shownBefore: null });
      return;
    }
    debt.until = this.#leaseEnd();
    debt.hasMore = true;
    debt.wake();
  }

  /**
   * As {@link show}, when an answer of an earlier run, or of another process, may have reached the chat or not: it gets
   * a new message. Nothing happens while another process is at it.
   *
   * @param force even then: that process is known to have ended
   */
  async recover(chat: number, force = false): Promise<void> {
    // In our own hands already: what became of the answer is known here.
    if (this.#isBusy(chat) || !(await this.#ledger.leaseOwed(chat, force)) || this.#isBusy(chat)) return;
    this.#begin(chat, { isUnsure: true, shownBefore: null });
  }

  /**
   * Brings up to date what tells of requests to be confirmed. Resolves at once: whether there was something to do, so
   * that it is worth looking again later.
   */
  async refresh(chat: number): Promise<boolean> {
    if (this.#isBusy(chat)) return true;
    const row = await this.#core.records.chats.get(chat);
    if (!row || !(await this.#screens.isOutdated(row))) {
      this.#live.delete(chat);
      return false;
    }
    if (this.#isBusy(chat) || !(await this.#ledger.lease(chat)) || this.#isBusy(chat)) return true;
    this.#begin(chat, { isUnsure: false, shownBefore: row.version });
    return true;
  }

  /** Chats that were last shown how much time is left, by this process. */
  get liveChats(): ReadonlySet<number> {
    return this.#live;
  }

  /** Waits for what is under way; what Telegram does not take now stays owed. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  /** Waits until no chat is being written to. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
    await this.#ledger.idle();
  }

  #isBusy(chat: number): boolean {
    return this.#debts.has(chat) || this.#stopping.signal.aborted;
  }

  #leaseEnd(): Instant {
    return this.#core.clock.now() + LEASE;
  }

  #begin(chat: number, how: Pick<Debt, "isUnsure" | "shownBefore">): void {
    const fresh = {
      version: null,
      screen: null,
      parcel: null,
      seen: new Map(),
      hasMore: false,
      wake: () => {},
    };
    const debt: Debt = { ...how, ...fresh, until: this.#leaseEnd() };
    this.#debts.set(chat, debt);
    const running = this.#settle(chat, debt).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #settle(chat: number, debt: Debt): Promise<void> {
    let isOwed = true;
    try {
      for (let tries = 1; isOwed; ) {
        if (!(await this.#holdsLease(chat, debt))) return;
        debt.hasMore = false;
        const woken = new Promise<"more">((resolve) => {
          debt.wake = () => resolve("more");
        });
        const result = await this.#present(chat, debt);
        if ("failure" in result && this.#isWorthARetry(result.failure, tries)) {
          if (await this.#paused(result.failure, tries++)) continue;
          return;
        }
        if ("failure" in result) {
          this.#log.warn("bot.screen_not_sent", { cause: result.failure.code, tries });
          // While Telegram is away the answer stays owed; what we cannot show now, we could not show later.
          if (!result.failure.permanent && !result.failure.ours) return;
        }
        tries = 1;
        const entered = await Promise.race([this.#ledger.enter(chat, result.shown), woken]);
        if (entered === "lost") return;
        isOwed = entered !== "kept" || debt.hasMore;
      }
    } catch (cause) {
      this.#log.error("bot.screen_not_kept", { cause: failureOf(cause).code });
    } finally {
      if (isOwed) await this.#ledger.release(chat).catch(() => {});
      this.#debts.delete(chat);
    }
  }

  /** Whether this process still has the right to write into the chat, renewed where it is about to end. */
  async #holdsLease(chat: number, debt: Debt): Promise<boolean> {
    if (debt.until - this.#core.clock.now() > MARGIN) return true;
    debt.until = this.#leaseEnd();
    return this.#ledger.lease(chat);
  }

  async #present(
    chat: number,
    debt: Debt,
  ): Promise<{ readonly shown: Shown } | { readonly shown: Shown; readonly failure: TelegramFailure }> {
    const row = await this.#core.records.chats.get(chat);
    if (!row) return { shown: unchangedScreen(null) };
    try {
      const shown = await this.#screens.show(row, debt);
      if (shown.isLive) this.#live.add(chat);
      else this.#live.delete(chat);
      return { shown };
    } catch (cause) {
      const failure = failureOf(cause);
      debt.isUnsure ||= failure.unsure;
      return { shown: unchangedScreen(row), failure };
    }
  }

  #isWorthARetry({ permanent }: TelegramFailure, tries: number): boolean {
    return !permanent && tries < this.#tries;
  }

  /** False when the bot is stopped meanwhile. */
  async #paused({ retryAfter }: TelegramFailure, tries: number): Promise<boolean> {
    const wait = Math.max(retryAfter ?? 0, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries));
    await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => {});
    return !this.#stopping.signal.aborted;
  }
}
