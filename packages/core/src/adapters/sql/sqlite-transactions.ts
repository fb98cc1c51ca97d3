import type Database from "better-sqlite3";
import { isRefused } from "../../domain/refusal.ts";
import type { Connection, Transaction } from "./connection.ts";

/** Ways of running work in the one transaction that is open. */
export interface SqliteTransactions {
  /**
   * Nothing is kept by which a part could be undone: keeping it costs more than writing. Where a part inside would
   * have to be, all is spoilt.
   */
  readonly together: Transaction;
  /** Each part inside is undone by itself. */
  readonly apart: Transaction;
  /** To be said whenever a transaction has begun. */
  begun(): void;
  /** See {@link GroupWriter.changes}. */
  changes(): number | null;
}

export function transactionsOn(connection: Connection, database: Database.Database): SqliteTransactions {
  const total = database.prepare<[], number>("select total_changes()").pluck();
  const count = () => total.get() ?? 0;
  let isSpoilt = false;
  const together: Transaction = {
    ...connection,
    nested: async (work) => {
      const before = count();
      let keep = false;
      try {
        const result = await work(together);
        keep = !isRefused(result);
        return result;
      } finally {
        if (!keep && count() !== before) isSpoilt = true;
      }
    },
  };
  return {
    together,
    apart: withSavepoints(connection, database, 0),
    begun: () => {
      isSpoilt = false;
    },
    changes: () => (isSpoilt || !database.inTransaction ? null : count()),
  };
}

function withSavepoints(connection: Connection, database: Database.Database, depth: number): Transaction {
  return {
    ...connection,
    nested: async (work) => {
      const name = `nested_${depth}`;
      database.exec(`savepoint ${name}`);
      let keep = false;
      try {
        const result = await work(withSavepoints(connection, database, depth + 1));
        keep = !isRefused(result);
        return result;
      } finally {
        if (database.inTransaction)
          database.exec(keep ? `release ${name}` : `rollback to ${name}; release ${name}`);
      }
    },
  };
}
