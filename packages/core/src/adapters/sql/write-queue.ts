/** One writer's turn: the statements around a group of transactions. */
export interface GroupWriter {
  /** Begins the group, waiting for other processes. */
  begin(): Promise<void>;
  commit(): void;
  rollback(): void;
  /**
   * A number that grows with every row that is changed. Null when what has been written cannot be kept: the
   * transaction is no longer there, or a part of it should have been undone and was not.
   */
  changes(): number | null;
}

/** What is to be written, in two ways; it may be done in both, the first time in vain. */
interface Work<T> {
  /** Without a way to undo it among others. */
  together(): Promise<T>;
  /** So that a refusal or fault undoes it by itself. */
  apart(): Promise<T>;
  /** Whether what came of it is to be committed. */
  keep(result: T): boolean;
}

interface Job {
  attempt(how: "together" | "apart"): Promise<Attempt>;
  fail(cause: unknown): void;
}

interface Attempt {
  readonly keep: boolean;
  /** Tells whoever asked how it ended. */
  readonly settle: () => void;
  readonly fault?: unknown;
}

/** A commit costs a disk's round trip however much is in it; past this many, waiting for the group costs more. */
const GROUP_MAX = 64;

/**
 * Group commit: writes that arrive while a group is open join it, so that what arrives together commits together.
 * A refusal does not undo a neighbour: most refuse before they have written anything. Where one has, the whole group
 * is done again, each so that it can be undone by itself; doing so with everybody would cost more than the writes.
 * Nobody is told of success before the group's commit has reached the disk.
 */
export class WriteQueue {
  readonly #writer: GroupWriter;
  readonly #jobs: Job[] = [];
  #draining: Promise<void> | null = null;

  constructor(writer: GroupWriter) {
    this.#writer = writer;
  }

  add<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({
        attempt: async (how) => {
          try {
            const result = await work[how]();
            return { keep: work.keep(result), settle: () => resolve(result) };
          } catch (cause) {
            return { keep: false, settle: () => reject(cause), fault: cause };
          }
        },
        fail: reject,
      });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when nothing is waiting or under way. */
  async idle(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#jobs.length > 0) {
      // Whatever else has arrived by now, in memory or at the sockets, joins the group.
      await new Promise((resolve) => setImmediate(resolve));
      await this.#group();
    }
    this.#draining = null;
  }

  async #group(): Promise<void> {
    const taken: Job[] = [];
    try {
      const settled = (await this.#together(taken)) ?? (await this.#apart(taken));
      for (const settle of settled) settle();
    } catch (cause) {
      this.#abandon();
      for (const job of taken) job.fail(cause);
    }
  }

  /** Whoever waits, and whoever comes meanwhile; null when one of them has to be undone among others. */
  async #together(taken: Job[]): Promise<readonly (() => void)[] | null> {
    const settled: (() => void)[] = [];
    let changes: number | null = null;
    let kept = 0;
    while (taken.length < GROUP_MAX) {
      const job = this.#jobs.shift();
      if (!job) break;
      taken.push(job);
      if (changes === null) {
        await this.#writer.begin();
        changes = this.#writer.changes();
      }
      const { keep, settle } = await job.attempt("together");
      settled.push(settle);
      const after = this.#writer.changes();
      if (after !== null && (keep || after === changes)) {
        if (keep) kept++;
        changes = after;
      } else {
        this.#writer.rollback();
        if (after === null || kept > 0) return null;
        changes = null;
      }
    }
    if (kept > 0) this.#writer.commit();
    else if (changes !== null) this.#writer.rollback();
    return settled;
  }

  /** The same ones again. Where one costs all of them the transaction, its fault is everybody's. */
  async #apart(taken: readonly Job[]): Promise<readonly (() => void)[]> {
    const settled: (() => void)[] = [];
    await this.#writer.begin();
    for (const job of taken) {
      const { settle, fault } = await job.attempt("apart");
      if (this.#writer.changes() === null)
        throw fault ?? new Error("the transaction has ended before its end");
      settled.push(settle);
    }
    this.#writer.commit();
    return settled;
  }

  #abandon(): void {
    try {
      this.#writer.rollback();
    } catch {
      // Whoever is next hears of it when their group cannot begin; those of this one are told why theirs failed.
    }
  }
}
