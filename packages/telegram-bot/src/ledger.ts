import { setTimeout as pause } from "node:timers/promises";
import type { Core, WritableRecords } from "@ricevimenti/core";
import { type Awaited, aged, FRESH_DRAFT, readDraft, writeDraft } from "./conversation/draft.ts";
import { chatKey, leased, mayLease } from "./lease.ts";

/** What a chat has before it once the state of one version has been shown. */
export interface Shown {
  /** Of the chat's row as it was read. */
  readonly version: number;
  /** The message with the screen; null when there is none. */
  readonly screen: number | null;
  /** Fingerprint of that screen. */
  readonly fingerprint: string | null;
  readonly awaited: readonly Awaited[];
  /** Something there tells how much time is left: the draft must outlive it. */
  readonly isLive: boolean;
  /** Nothing is to be kept of the chat, and it has been told so. */
  readonly isFarewell: boolean;
}

/** `newer`: a turn has come since, still to be shown; `lost`: another process writes into the chat by now. */
export type Entered = "kept" | "newer" | "lost" | "replaced";

interface Entry {
  readonly shown: Shown;
  readonly settle: (entered: Entered) => void;
  readonly fail: (cause: unknown) => void;
}

/** Milliseconds within which chats that have been shown something are written down together. */
const LAZINESS = 50;

/**
 * Who may write into which chat, and what the chats have been shown. The latter is written down for several chats in
 * one transaction: until then they count as not answered, so that a crash in between shows something twice, and never
 * not at all.
 */
export class Ledger {
  readonly #core: Core;
  readonly #by: string;
  #entries = new Map<number, Entry>();
  #writing: Promise<void> | null = null;

  /** @param by the process, as it is named in leases */
  constructor(core: Core, by: string) {
    this.#core = core;
    this.#by = by;
  }

  /** Resolves when it is committed, or when something shown to the chat later takes its place. */
  enter(chat: number, shown: Shown): Promise<Entered> {
    return new Promise((settle, fail) => {
      this.#entries.get(chat)?.settle("replaced");
      this.#entries.set(chat, { shown, settle, fail });
      this.#writing ??= this.#drain();
    });
  }

  /** Takes the right to write into the chat; false when another process has it. */
  lease(chat: number): Promise<boolean> {
    return this.#alone(chat, (records, now) => this.#take(records, chat, now));
  }

  /**
   * The same where the chat is still owed an answer: whoever was at it may have given it since somebody looked.
   *
   * @param force also from another process, which is known to have ended
   */
  leaseOwed(chat: number, force = false): Promise<boolean> {
    return this.#alone(chat, async (records, now) =>
      (await records.chats.owed(now + 1)).includes(chat) ? this.#take(records, chat, now, force) : false,
    );
  }

  /** Gives the right back, with the chat still owed its answer. */
  release(chat: number): Promise<void> {
    return this.#alone(chat, async ({ chats }) => {
      const row = await chats.get(chat);
      const draft = row && readDraft(row.draft);
      if (row && draft?.lease?.by === this.#by) {
        await chats.save({ ...row, draft: writeDraft({ ...draft, lease: null }) });
      }
    });
  }

  /** Waits for what is being written down. */
  async idle(): Promise<void> {
    await this.#writing;
  }

  async #take({ chats }: WritableRecords, chat: number, now: number, force = false): Promise<boolean> {
    const row = await chats.get(chat);
    if (!row) {
      // Nobody is left to be answered.
      await chats.settle(chat, now + 1);
      return false;
    }
    const draft = readDraft(row.draft) ?? FRESH_DRAFT;
    if (!force && !mayLease(draft.lease, this.#by, now)) return false;
    const lease = leased(force ? null : draft.lease, this.#by, now);
    await chats.save({ ...row, draft: writeDraft({ ...draft, lease }) });
    return true;
  }

  #alone<T>(chat: number, work: (records: WritableRecords, now: number) => Promise<T>): Promise<T> {
    return this.#core.atomically(async (core, records) => {
      await records.serialise(chatKey(chat));
      return work(records, core.clock.now());
    });
  }

  async #drain(): Promise<void> {
    while (this.#entries.size > 0) {
      await pause(LAZINESS);
      await this.#write();
    }
    this.#writing = null;
  }

  async #write(): Promise<void> {
    // In one order in every process: two that wait for each other's chats would wait for ever.
    const entries = [...this.#entries].sort(([one], [other]) => one - other);
    this.#entries = new Map();
    const written = await this.#together(entries).catch(() => null);
    for (const [index, entry] of entries.entries()) {
      const [, { settle, fail }] = entry;
      const entered = written?.[index];
      // A fault of one chat must not be the others'.
      if (entered) settle(entered);
      else await this.#together([entry]).then(([alone]) => settle(alone ?? "lost"), fail);
    }
  }

  #together(entries: readonly (readonly [number, Entry])[]): Promise<readonly Entered[]> {
    return this.#core.atomically(async (core, records) => {
      const now = core.clock.now();
      const entered: Entered[] = [];
      for (const [chat, { shown }] of entries) {
        await records.serialise(chatKey(chat));
        entered.push(await this.#keep(records, chat, shown, now));
      }
      return entered;
    });
  }

  async #keep({ chats }: WritableRecords, chat: number, shown: Shown, now: number): Promise<Entered> {
    const row = await chats.get(chat);
    const draft = row && readDraft(row.draft);
    if (row && draft && draft.lease?.by !== this.#by) return "lost";
    if (row && row.version !== shown.version) return "newer";
    if (row && shown.isFarewell) {
      await chats.forget(chat);
      return "kept";
    }
    if (row && draft) {
      const { screen, fingerprint, awaited, isLive } = shown;
      const kept = isLive ? aged(draft, now) : draft;
      await chats.save({
        ...row,
        screen,
        draft: writeDraft({ ...kept, awaited, shown: fingerprint, lease: null }),
        updated: isLive ? now : row.updated,
      });
    }
    await chats.settle(chat, now + 1);
    return "kept";
  }
}
