/** One writer's turn: the statements around a group of transactions, and how to try one of them. */
export interface GroupWriter {
  /** Begins the group, waiting for other processes. */
  begin(): Promise<void>;
  commit(): void;
  rollback(): void;
  savepoint(): void;
  releaseSavepoint(): void;
  rollbackToSavepoint(): void;
  /** A number that grows with every row that is changed; null when the group's transaction is no longer there. */
  changes(): number | null;
}

interface Job {
  readonly attempt: () => Promise<{ readonly keep: boolean; readonly settle: () => void }>;
  readonly fail: (cause: unknown) => void;
}

/** What tells those of a group how they ended, once it has been committed. */
type Settled = readonly (() => void)[];

/** A commit costs a disk's round trip however much is in it; past this many, waiting for the group costs more. */
const GROUP_MAX = 64;

/**
 * Group commit: writes that arrive while a group is open join it, so that what arrives together commits together.
 * A refusal does not undo a neighbour: most refuse before they have written anything. Where one has, the whole group
 * is done again, each behind a savepoint of its own; savepoints for everybody would cost more than the writes. Nobody
 * is told of success before the group's commit has reached the disk.
 */
export class WriteQueue {
  readonly #writer: GroupWriter;
  readonly #jobs: Job[] = [];
  #draining: Promise<void> | null = null;

  constructor(writer: GroupWriter) {
    this.#writer = writer;
  }

  /**
   * @param work may be done twice, the first time in vain
   * @param keep whether what `work` returned is to be committed
   */
  add<T>(work: () => Promise<T>, keep: (result: T) => boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({
        attempt: async () => {
          try {
            const result = await work();
            return { keep: keep(result), settle: () => resolve(result) };
          } catch (cause) {
            return { keep: false, settle: () => reject(cause) };
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
    // Callers that ask in the same turn of the event loop join the first group.
    await null;
    while (this.#jobs.length > 0) {
      const size = await this.#group();
      // Those just told come back with their next write within this turn; a lone caller need not wait for it.
      if (size > 1) await new Promise((resolve) => setImmediate(resolve));
    }
    this.#draining = null;
  }

  async #group(): Promise<number> {
    const taken: Job[] = [];
    try {
      const settled = (await this.#together(taken)) ?? (await this.#apart(taken));
      for (const settle of settled) settle();
    } catch (cause) {
      this.#abandon();
      for (const job of taken) job.fail(cause);
    }
    return taken.length;
  }

  /** Whoever waits, and whoever comes meanwhile, without savepoints; null when one has to be undone among others. */
  async #together(taken: Job[]): Promise<Settled | null> {
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
      const { keep, settle } = await job.attempt();
      settled.push(settle);
      const after = this.#writer.changes();
      if (keep ? after !== null : after === changes) {
        if (keep) kept++;
        changes = after;
      } else {
        this.#writer.rollback();
        if (keep || kept > 0) return null;
        changes = null;
      }
    }
    if (kept > 0) this.#writer.commit();
    else if (changes !== null) this.#writer.rollback();
    return settled;
  }

  /** The same ones again, each so that it can be undone by itself. */
  async #apart(taken: readonly Job[]): Promise<Settled> {
    const settled: (() => void)[] = [];
    await this.#writer.begin();
    for (const job of taken) {
      this.#writer.savepoint();
      const { keep, settle } = await job.attempt();
      settled.push(settle);
      if (keep) this.#writer.releaseSavepoint();
      else this.#writer.rollbackToSavepoint();
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
