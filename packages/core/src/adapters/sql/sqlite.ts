import { statSync } from "node:fs";
import Database from "better-sqlite3";
import { isRefused } from "../../domain/refusal.ts";
import { lazily } from "../../lazily.ts";
import { DatabaseError } from "../../ports.ts";
import type { Connection, Engine } from "./connection.ts";
import { migrateSqlite } from "./migrate.ts";
import { flatten, questionMark, type Sql } from "./sql.ts";
import { transactionsOn } from "./sqlite-transactions.ts";
import { WriteQueue } from "./write-queue.ts";

const { shrink } = lazily(() => import("./sqlite-room.ts"));

/** How long a writer waits for other processes before it gives up, in milliseconds. */
const BUSY_TIMEOUT = 10_000;
const BUSY_SPINS = 120;

export interface SqliteOptions {
  readonly file: string;
  /** `makeSqliteFile` has been here: that there is no file means that it cannot be made, not that it has yet to be. */
  readonly create: boolean;
  /** A number in [0, 1) that spreads retries of several processes. */
  readonly jitter: () => number;
}

/** Opens one SQLite file with a writer and a reader of its own, so that nobody reads what is not committed. */
export function openSqlite(options: SqliteOptions): Engine {
  const writer = open(options.file, !options.create, [
    // WAL lets readers go on during a commit; FULL means that what was acknowledged survives a power cut.
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    // Working the log into the file makes everybody wait: rarer than SQLite would, not so rare that one waits long.
    "wal_autocheckpoint = 3000",
    // Kilobytes, kept for good once they are full. With 32 MB no hold was quicker, on a file of 235 MB.
    "cache_size = -8000",
    // SQLite's own busy handler sleeps in steps that starve one of two writers for seconds: see `patiently`.
    "busy_timeout = 0",
  ]);
  const reader = open(options.file, true, ["query_only = ON", "busy_timeout = 1000"]);

  const begin = writer.prepare("begin immediate");
  const commit = writer.prepare("commit");
  const rollback = writer.prepare("rollback");
  const { together, apart, begun, changes } = transactionsOn(connectionTo(writer), writer);
  const queue = new WriteQueue({
    begin: async () => {
      await patiently(() => begin.run(), options.jitter);
      begun();
    },
    commit: () => translated(() => commit.run()),
    rollback: () => {
      // SQLite itself rolls back on some faults, a full disk among them.
      if (writer.inTransaction) rollback.run();
    },
    changes,
  });

  // Counts the commits of every other connection to the file; all of them are others', as this one never writes.
  const version = reader.prepare("pragma data_version").pluck();
  const reading = connectionTo(reader);

  return {
    reader: reading,
    // SQLite never plans for values: see `questionMark`.
    surveyor: reading,
    stamp: async () => String(translated(() => version.get())),
    transaction: (work) =>
      queue.add({
        together: () => work(together),
        apart: () => apart.nested(work),
        keep: (result) => !isRefused(result),
      }),
    shrink: async () => {
      try {
        await shrink(writer, queue);
      } catch (cause) {
        throw translate(cause);
      }
    },
    migrate: () => patiently(() => migrateSqlite(writer), options.jitter),
    close: async () => {
      await queue.idle();
      reader.close();
      writer.close();
    },
  };
}

/** While other processes open, recover or close the file, nobody can: SQLite's own patience will do for that. */
function open(file: string, mustExist: boolean, settings: readonly string[]): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: mustExist, timeout: BUSY_TIMEOUT });
    // In one go, and for their effect only: `pragma()` makes a statement and rows of each.
    database.exec(settings.map((setting) => `pragma ${setting};`).join("\n"));
    return database;
  } catch (cause) {
    database?.close();
    const fault = translate(cause);
    if (fault instanceof DatabaseError) throw fault;
    if (!isThere(file) && mustExist)
      throw new DatabaseError("not_initialised", `there is no database file ${file}`, cause);
    if (isFolder(file)) throw new DatabaseError("not_a_file", `${file} is a folder`, cause);
    throw new DatabaseError("read_only", `this user may not open the database file ${file}`, cause);
  }
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // In a folder that this user may not look into.
    return true;
  }
}

function connectionTo(database: Database.Database): Connection {
  const rows = preparedOn(database);
  const columns = preparedOn(database, (statement) => statement.pluck());
  return {
    engine: "sqlite",
    all: async <Row>(statement: Sql) => {
      const { known, values } = rows(statement);
      return translated(() => known.all(...values)) as Row[];
    },
    column: async <Value>(statement: Sql) => {
      const { known, values } = columns(statement);
      return translated(() => known.all(...values)) as Value[];
    },
    run: async (statement) => {
      const { known, values } = rows(statement);
      return translated(() => known.run(...values)).changes;
    },
    send: async (statement) => {
      const { known, values } = rows(statement);
      translated(() => known.run(...values));
    },
  };
}

/** Prepares each text once. */
function preparedOn(
  database: Database.Database,
  set: (statement: Database.Statement) => Database.Statement = (statement) => statement,
) {
  const statements = new Map<string, Database.Statement>();
  return (statement: Sql) => {
    const { text, values } = flatten(statement, questionMark);
    const known = statements.get(text) ?? translated(() => set(database.prepare(text)));
    statements.set(text, known);
    return { known, values };
  };
}

/**
 * Runs what may find another process writing, and tries again after 0.1 to 0.5 ms: with this, two processes share a
 * file evenly. Past the first tries it lets the event loop go on meanwhile.
 */
async function patiently(action: () => unknown, jitter: () => number): Promise<void> {
  let waited = 0;
  for (let attempt = 0; ; attempt++) {
    try {
      action();
      return;
    } catch (cause) {
      if (!isBusy(cause)) throw translate(cause);
      if (waited >= BUSY_TIMEOUT)
        throw new DatabaseError("busy", "another process holds the database", cause);
    }
    const pause = 0.1 + 0.4 * jitter();
    waited += attempt < BUSY_SPINS ? pause : pause * 10;
    if (attempt < BUSY_SPINS) Atomics.wait(PARKING, 0, 0, pause);
    else await process.getBuiltinModule("node:timers/promises").setTimeout(pause * 10);
  }
}
const PARKING = new Int32Array(new SharedArrayBuffer(4));

function isBusy(cause: unknown): boolean {
  return cause instanceof Database.SqliteError && cause.code.startsWith("SQLITE_BUSY");
}

function translated<T>(action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw translate(cause);
  }
}

/** The file, its log, or the memory it shares between processes cannot grow. */
const FULL: readonly string[] = ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"];

/** Faults of the disk under their own names; everything else as it is. */
export function translate(cause: unknown): unknown {
  if (!(cause instanceof Database.SqliteError)) return cause;
  if (FULL.includes(cause.code)) return new DatabaseError("full", "no room left for the database", cause);
  if (cause.code.startsWith("SQLITE_READONLY"))
    return new DatabaseError("read_only", "the database may not be written", cause);
  if (cause.code.startsWith("SQLITE_BUSY"))
    return new DatabaseError("busy", "another process holds the database", cause);
  if (cause.code === "SQLITE_NOTADB" || cause.code.startsWith("SQLITE_CORRUPT"))
    return new DatabaseError("damaged", "the file is not a sound SQLite database", cause);
  return cause;
}
