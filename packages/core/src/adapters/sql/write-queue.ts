/** One writer's turn: the statements around a group of transactions, and how to try one of them. */
export interface GroupWriter {
  /** Begins the group, waiting for other processes. */
  begin(): Promise<void>;
  commit(): void;
  rollback(): void;
  savepoint(): void;
  releaseSavepoint(): void;
  rollbackToSavepoint(): void;
}

interface Job {
  readonly attempt: () => Promise<{ readonly keep: boolean; readonly settle: () => void }>;
  readonly fail: (cause: unknown) => void;
}

/** A commit costs a disk's round trip however much is in it; past this many, waiting for the group costs more. */
const GROUP_MAX = 64;

/**
 * Group commit: writes that arrive while a group is open join it, so that what arrives together commits together,
 * each behind a savepoint of its own, so that a refusal does not undo a neighbour. Nobody is told of success before
 * the group's commit has reached the disk.
 */
export class WriteQueue {
  readonly #writer: GroupWriter;
  readonly #jobs: Job[] = [];
  #draining: Promise<void> | null = null;

  constructor(writer: GroupWriter) {
    this.#writer = writer;
  }

  /**
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
    const settle: (() => void)[] = [];
    let open = false;
    let kept = 0;
    try {
      for (
        let job = this.#jobs.shift();
        job;
        job = taken.length < GROUP_MAX ? this.#jobs.shift() : undefined
      ) {
        taken.push(job);
        if (!open) await this.#writer.begin();
        open = true;
        // With nothing kept yet there is nothing to protect, and the lone writer is spared two statements.
        const alone = kept === 0;
        if (!alone) this.#writer.savepoint();
        const outcome = await job.attempt();
        settle.push(outcome.settle);
        if (outcome.keep) {
          if (!alone) this.#writer.releaseSavepoint();
          kept++;
        } else if (!alone) {
          this.#writer.rollbackToSavepoint();
        } else {
          this.#writer.rollback();
          open = false;
        }
      }
      if (open) this.#writer.commit();
    } catch (cause) {
      this.#abandon();
      for (const job of taken) job.fail(cause);
      return taken.length;
    }
    for (const tell of settle) tell();
    return taken.length;
  }

  #abandon(): void {
    try {
      this.#writer.rollback();
    } catch {
      // Whoever is next hears of it when their group cannot begin; those of this one are told why theirs failed.
    }
  }
}
