import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isRefused } from "../../domain/refusal.ts";
import { DatabaseError } from "../../ports.ts";
import type { Engine, Transaction } from "./connection.ts";
import { isUpToDate, migratePostgres } from "./migrate.ts";
import { isLost, isReadOnly, isTransient, isUnsent, translate, unreachable } from "./postgres-faults.ts";
import { connectionTo, parserOf, prepared, type Query, written } from "./postgres-statements.ts";
import { sql } from "./sql.ts";

/** How long to wait for a connection, the server's or one of the pool's, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;
/** How long a connection that nobody needs is kept, in milliseconds. */
const IDLE_TIMEOUT = 60_000;
/** How much longer than the server's own limit an answer may take before the way to it counts as broken, in milliseconds. */
const GRACE = 5000;
/** Tries of one transaction before its caller hears of the others in its way. */
const TRIES = 12;
/** Pauses between tries double from the first to the longest, in milliseconds; chance shortens each. */
const FIRST_PAUSE = 8;
const LONGEST_PAUSE = 500;

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Connections at most. */
  readonly poolSize: number;
  /** Milliseconds after which the server gives a statement up, waiting for locks included; 0: never. */
  readonly statementTimeout: number;
  /** Makes the tables when there are none; otherwise that is an error. */
  readonly create: boolean;
  /** A number in [0, 1) that spreads retries of several processes. */
  readonly jitter: () => number;
}

/** Opens a pool of connections to one PostgreSQL database; none is made before it is needed. */
export function openPostgres(options: PostgresOptions): Engine {
  const { create, jitter } = options;
  const pool = openPool(options);
  const read: Query = (statement) => persistently(() => tryToRead(pool, statement), jitter);
  let closing: Promise<void> | undefined;

  const reader = connectionTo(read);

  return {
    reader,
    surveyor: connectionTo(read, written),
    // Which transactions can be seen: two that see the same ones see the same rows.
    stamp: async () => {
      const [row] = await reader.all<{ stamp: string }>(sql`select pg_current_snapshot()::text as stamp`);
      return row?.stamp ?? "";
    },
    transaction: (work) =>
      persistently(() => tryToWrite(pool, (line) => work(transactionOn(line, 0))), jitter),
    // The server's own autovacuum does it.
    shrink: async () => {},
    migrate: async () => {
      if (await isUpToDate(read, create)) return;
      // Large tables take longer to change than any other statement may.
      const patient = openPool({ ...options, poolSize: 1, statementTimeout: 0 });
      await persistently(() => tryToWrite(patient, ({ query }) => migratePostgres(query)), jitter).finally(
        () => patient.end(),
      );
    },
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}

function openPool({ url, poolSize, statementTimeout }: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    statement_timeout: statementTimeout,
    // A process that is stopped inside a transaction must not keep its locks for good.
    idle_in_transaction_session_timeout: statementTimeout,
    query_timeout: statementTimeout === 0 ? undefined : statementTimeout + GRACE,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: IDLE_TIMEOUT,
    allowExitOnIdle: true,
    keepAlive: true,
    // Statements of a transaction need not wait for each other's answers: see `Line.send`.
    pipeline: true,
    application_name: "ricevimenti",
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  });
  pool.on("connect", (client) => {
    // Without listeners a server that goes away would end the process. Whoever uses the connection hears of it by the
    // statement that fails; the pool forgets the others.
    client.on("error", () => {});
    // Planning anew for each citizen would cost more than answering, and go by counts of rows that are out of date on
    // the day everybody comes: hundreds of holds where there were none. What is better planned so goes by `surveyor`.
    client.query("set plan_cache_mode = force_generic_plan").catch(() => {});
  });
  pool.on("error", () => {});
  return pool;
}

/** The way to the server that one transaction has. */
interface Line {
  readonly query: Query;
  /** Sends a statement without waiting for its answer. */
  send(statement: string | pg.QueryConfig): void;
  /** Takes back what has been done, and what has failed, since a savepoint. */
  undo(savepoint: string): Promise<void>;
}

/** What came of one try: `again` holds why another may go better. */
type Tried<T> = { readonly value: T } | { readonly again: unknown };

/** Tries until it works, so that callers do not see who else was at work, nor a connection that broke in between. */
async function persistently<T>(action: () => Promise<Tried<T>>, jitter: () => number): Promise<T> {
  for (let tries = 1; ; tries++) {
    const tried = await action();
    if ("value" in tried) return tried.value;
    if (tries === TRIES) throw translate(tried.again);
    await sleep(Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE) * jitter());
  }
}

async function tryToRead(pool: pg.Pool, statement: string | pg.QueryConfig): Promise<Tried<pg.QueryResult>> {
  const { client } = await connect(pool);
  let lost = false;
  try {
    return { value: await client.query(statement) };
  } catch (cause) {
    lost = isLost(cause);
    if (lost || isTransient(cause)) return { again: cause };
    throw translate(cause);
  } finally {
    client.release(lost);
  }
}

/** Runs `work` in one transaction; what was lost before the commit was sent is as if it had never been. */
async function tryToWrite<T>(pool: pg.Pool, work: (line: Line) => Promise<T>): Promise<Tried<T>> {
  const { client, isNew } = await connect(pool);
  // Kept although `work` may catch what its statements throw: nothing that follows in this transaction counts.
  let obstacle: unknown;
  let isStale = false;
  /** Of the statements that were only sent. */
  let fault: { readonly cause: unknown } | undefined;
  const query: Query = async (statement) => {
    if (fault) throw fault.cause;
    try {
      return await client.query(statement);
    } catch (cause) {
      isStale ||= isReadOnly(cause);
      // Only a connection of this moment tells whether writing is forbidden at this moment.
      if (isTransient(cause) || isLost(cause) || (isStale && !isNew)) obstacle ??= cause;
      throw translate(cause);
    }
  };
  let sent: Promise<void> = Promise.resolve();
  const send: Line["send"] = (statement) => {
    const answered = query(statement).then(
      () => {},
      (cause: unknown) => {
        fault ??= { cause };
      },
    );
    sent = sent.then(() => answered);
  };
  const undo: Line["undo"] = async (savepoint) => {
    await sent;
    fault = undefined;
    await query(`rollback to ${savepoint}; release ${savepoint}`);
  };
  let isCommitted = false;
  try {
    send("begin isolation level read committed");
    const value = await work({ query, send, undo });
    if (obstacle === undefined && !isRefused(value)) {
      isCommitted = true;
      const committed = await commit(client);
      if (committed === "kept") return { value };
      if (committed !== "undone") return committed;
    }
    await sent;
    if (obstacle !== undefined) return { again: obstacle };
    if (fault) throw fault.cause;
    if (isRefused(value)) return { value };
    throw new Error("a statement failed in this transaction, so nothing of it was kept");
  } catch (cause) {
    await sent;
    if (obstacle !== undefined && !isCommitted) return { again: obstacle };
    throw fault && !isCommitted ? fault.cause : cause;
  } finally {
    client.release(isStale || isLost(obstacle) || !(await isIdle(client)));
  }
}

async function commit(client: pg.PoolClient): Promise<"kept" | "undone" | { readonly again: unknown }> {
  try {
    const { command } = await client.query("commit");
    return command === "COMMIT" ? "kept" : "undone";
  } catch (cause) {
    if (isTransient(cause) || isUnsent(cause)) return { again: cause };
    // Trying again could do everything twice: only the caller can look what has become of it.
    if (isLost(cause))
      throw unreachable("the connection broke during a commit, which may or may not have been made", cause);
    throw translate(cause);
  }
}

/** Ends what a refusal or fault has left open. False when the connection is of no further use. */
async function isIdle(client: pg.PoolClient): Promise<boolean> {
  if (client.getTransactionStatus() === "I") return true;
  return client.query("rollback").then(
    () => true,
    () => false,
  );
}

async function connect(pool: pg.Pool): Promise<{ readonly client: pg.PoolClient; readonly isNew: boolean }> {
  try {
    const client = await pool.connect();
    const isNew = !known.has(client);
    known.add(client);
    return { client, isNew };
  } catch (cause) {
    const fault = translate(cause);
    throw fault instanceof DatabaseError
      ? fault
      : unreachable("the PostgreSQL server does not answer", cause);
  }
}
/** Connections that have been used before. */
const known = new WeakSet<pg.PoolClient>();

function transactionOn(line: Line, depth: number): Transaction {
  return {
    ...connectionTo(line.query),
    send: async (statement) => line.send(prepared(statement)),
    nested: async (work) => {
      const name = `nested_${depth}`;
      line.send(`savepoint ${name}`);
      let keep = false;
      try {
        const result = await work(transactionOn(line, depth + 1));
        keep = !isRefused(result);
        return result;
      } finally {
        if (keep) line.send(`release ${name}`);
        else await line.undo(name);
      }
    },
  };
}
