import { conflict, granted, type Result } from "./refusal.ts";
import type { Update } from "./types.ts";

export type Entry = {
  update: Update;
  /** The chat it belongs to: within one, order is kept. */
  chatId: number;
  /** Delivered again although confirmed: goes out whatever the offset is. */
  again: boolean;
  offered: boolean;
};

export type Poll = { offset: number; limit: number; timeoutSeconds: number; signal: AbortSignal };

type WaitingPoll = { poll: Poll; answer: (result: Result<Update[]>) => void };

/** Kinds a bot gets only when it names them in `allowed_updates`. */
const ONLY_WHEN_NAMED = ["chat_member", "message_reaction", "message_reaction_count"];

/**
 * The updates not yet confirmed. At least once, as Telegram has it: an update stays until a `getUpdates` with a higher
 * offset, or a webhook's 2xx, says that it was taken.
 */
export class UpdateQueue {
  allowed: readonly string[] = [];
  private entries: Entry[] = [];
  private waiting: WaitingPoll | undefined;
  private wakeIsDue = false;
  private readonly delivered: Entry[] = [];
  private readonly onAdd = new Set<() => void>();
  private readonly watchers = new Set<() => void>();
  private nextId: number;

  constructor(firstId: number) {
    this.nextId = firstId;
  }

  /** Queues an update, unless the bot has not asked for its kind; returns it either way. */
  add(chatId: number, content: Record<string, unknown>): Update {
    const update: Update = { update_id: this.nextId, ...content };
    this.nextId += 1;
    const kind = Object.keys(content)[0] ?? "";
    const isWanted =
      this.allowed.length === 0 ? !ONLY_WHEN_NAMED.includes(kind) : this.allowed.includes(kind);
    if (isWanted) this.push({ update, chatId, again: false, offered: false });
    return update;
  }

  /** Queues the last `count` delivered updates once more, with the same `update_id`s, confirmed or not. */
  redeliver(count: number): Update[] {
    const last = this.delivered.slice(-count);
    if (last.length < count)
      throw new Error(`only ${last.length} updates have been delivered, cannot repeat ${count}`);
    for (const { update, chatId } of last) this.push({ update, chatId, again: true, offered: false });
    return last.map(({ update }) => update);
  }

  /** One `getUpdates`: confirms what is below the offset, answers what waits, or waits for the timeout or an update. */
  async poll(poll: Poll): Promise<Result<Update[]>> {
    this.confirm(poll.offset);
    const batch = this.take(poll);
    if (batch.length > 0 || poll.timeoutSeconds === 0) return granted(batch);
    const message = "terminated by other getUpdates request; make sure that only one bot instance is running";
    this.waiting?.answer(conflict(message));
    return new Promise((resolve) => this.wait(poll, resolve));
  }

  /** Ends the waiting `getUpdates`, if any, with `result`. */
  endPoll(result: Result<Update[]>): void {
    this.waiting?.answer(result);
  }

  pending(): readonly Entry[] {
    return this.entries;
  }

  remove(entry: Entry): void {
    this.entries = this.entries.filter((other) => other !== entry);
    this.tellWatchers();
  }

  clear(): void {
    this.entries = [];
    this.tellWatchers();
  }

  offer(entry: Entry): void {
    if (!entry.offered && !entry.again) this.delivered.push(entry);
    entry.offered = true;
  }

  listen(onAdd: () => void): void {
    this.onAdd.add(onAdd);
  }

  /** Resolves when nothing waits to be confirmed; rejects after `timeoutMs`, naming what does. */
  settled(timeoutMs: number): Promise<void> {
    const isSettled = () => this.entries.length === 0;
    const left = () => this.entries.map(({ update }) => JSON.stringify(update)).join("\n  ");
    return this.watch(isSettled, timeoutMs, () => `the bot has not confirmed:\n  ${left()}`);
  }

  /** Resolves when a `getUpdates` waits for updates; rejects after `timeoutMs`. */
  polled(timeoutMs: number): Promise<void> {
    return this.watch(
      () => this.waiting !== undefined,
      timeoutMs,
      () => "no bot waits for updates",
    );
  }

  private watch(isTrue: () => boolean, timeoutMs: number, problem: () => string): Promise<void> {
    if (isTrue()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!isTrue()) return;
        clearTimeout(timer);
        this.watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.watchers.delete(look);
        reject(new Error(`after ${timeoutMs} ms ${problem()}`));
      }, timeoutMs);
      this.watchers.add(look);
    });
  }

  private push(entry: Entry): void {
    this.entries.push(entry);
    for (const listener of this.onAdd) listener();
    if (this.wakeIsDue || this.waiting === undefined) return;
    this.wakeIsDue = true;
    // What is queued in the same turn goes out together, as Telegram does with what arrives close together.
    setImmediate(() => {
      this.wakeIsDue = false;
      const batch = this.waiting === undefined ? [] : this.take(this.waiting.poll);
      if (batch.length > 0) this.waiting?.answer(granted(batch));
    });
  }

  private confirm(offset: number): void {
    if (offset < 0) this.entries = this.entries.slice(offset);
    this.entries = this.entries.filter(({ update, again, offered }) =>
      again ? !offered : offset <= 0 || update.update_id >= offset,
    );
    this.tellWatchers();
  }

  private take({ offset, limit }: Poll): Update[] {
    const batch = this.entries.filter(
      ({ update, again }) => again || offset <= 0 || update.update_id >= offset,
    );
    return batch.slice(0, limit).map((entry) => {
      this.offer(entry);
      return entry.update;
    });
  }

  private wait(poll: Poll, resolve: (result: Result<Update[]>) => void): void {
    const waiting: WaitingPoll = {
      poll,
      answer: (result) => {
        clearTimeout(timer);
        poll.signal.removeEventListener("abort", giveUp);
        if (this.waiting === waiting) this.waiting = undefined;
        resolve(result);
      },
    };
    const giveUp = () => waiting.answer(granted([]));
    const timer = setTimeout(giveUp, poll.timeoutSeconds * 1000);
    poll.signal.addEventListener("abort", giveUp);
    this.waiting = waiting;
    this.tellWatchers();
    if (poll.signal.aborted) giveUp();
  }

  private tellWatchers(): void {
    for (const look of [...this.watchers]) look();
  }
}
