import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { withScratch } from "./adapters/placement.ts";
import type { Connection, Engine, Transaction } from "./adapters/sql/connection.ts";
import type { TableDigest } from "./adapters/sql/copy-tables.ts";
import { sql } from "./adapters/sql/sql.ts";
import type { TableShape } from "./adapters/sql/table-shapes.ts";
import { type Config, databaseName } from "./config.ts";
import type { Finding } from "./core.ts";
import {
  type Copied,
  examined,
  noted,
  refuse,
  type SecretPlace,
  secretPlace,
  sqliteFile,
  telling,
} from "./database-copies.ts";
import type { Actor } from "./domain/event.ts";
import { loadConfig } from "./load-config.ts";
import { engineOf, type OpenOptions, secretOf, type World, worldOf } from "./open-core.ts";
import { DatabaseError } from "./ports.ts";

export interface MoveOptions extends OpenOptions {
  /** As `DATABASE_URL` would name it. */
  readonly target: string;
  /** Replaces the town that is there. */
  readonly force?: boolean;
  /** Who does it, for the trails of both; nothing is noted where absent. */
  readonly actor?: Actor;
}

/** A town that is now in another database as well. */
export interface Moved {
  /** The two databases, without user and password. */
  readonly from: string;
  readonly to: string;
  /** What was copied, and found in the other database again. */
  readonly tables: readonly TableDigest[];
  readonly secret: SecretPlace;
  /** Others wrote to the old database after the moment that was copied: the copy lacks that. */
  readonly outdated: boolean;
  readonly findings: readonly Finding[];
  /** The trails of both databases say so. */
  readonly recorded: boolean;
}

/**
 * Copies a whole town into another database: as it is at one moment, while others go on working with it, all or
 * nothing. What has been copied is read back and compared, table by table; then the doctor examines it. The old
 * database stays as it is, and in use until the environment names the other.
 *
 * Throws {@link ConfigError} also about `target`, under the name `DATABASE_URL`, and {@link DatabaseError}.
 */
export async function moveDatabase(options: MoveOptions): Promise<Copied<Moved>> {
  const { cwd, env, target, force = false, actor } = options;
  const source = loadConfig(options);
  const file = sqliteFile(source, cwd);
  // The database first: where there is none, the missing secret only follows from it.
  if (file !== null && !existsSync(file))
    throw new DatabaseError("not_initialised", `there is no database file ${file}`);
  const secret = secretOf(source, cwd);
  const goal = loadConfig({ cwd, env: { ...env, DATABASE_URL: target, APP_SECRET: secret } });
  const [from, to] = [databaseName(source.database, cwd), databaseName(goal.database, cwd)];
  if (from === to) return refuse("file_in_the_way", to);
  const world = worldOf(options, source);
  const { tableShapes } = await import("./adapters/sql/table-shapes.ts");
  const job: Job = { shapes: tableShapes(), to, cwd, world, force };

  const copied = await atOneMoment(source, job, async (snapshot) => {
    const before = await marksOf(snapshot);
    const filled = await located(to, () => fill(goal, snapshot, job));
    return filled.ok ? { ...filled, before } : filled;
  });
  if (!copied.ok) return copied;
  const after = await withEngine(source.database, job, (engine) => marksOf(engine.reader));
  const findings = await located(to, () => examined(goal, cwd, world));
  const there = await noted(goal, options, { act: "moved_from", actor, subject: from });
  const here = await noted(source, options, { act: "moved_to", actor, subject: to });
  return {
    ok: true,
    from,
    to,
    tables: copied.tables,
    secret: secretPlace(source, file ?? ""),
    outdated: after !== copied.before,
    findings,
    recorded: there && here,
  };
}

interface Job {
  readonly shapes: readonly TableShape[];
  readonly to: string;
  readonly cwd: string;
  readonly world: World;
  readonly force: boolean;
}

type Filled = Copied<{ readonly tables: readonly TableDigest[] }>;

/** Shows a database as it is at one moment, and keeps nobody from writing to it. */
async function atOneMoment<T>(
  source: Config,
  job: Job,
  work: (snapshot: Connection) => Promise<Copied<T>>,
): Promise<Copied<T>> {
  const file = sqliteFile(source, job.cwd);
  if (file === null) {
    return withEngine(source.database, job, (engine) =>
      engine.transaction(async (snapshot) => {
        await snapshot.run(sql`set transaction isolation level repeatable read, read only`);
        return work(snapshot);
      }),
    );
  }
  const { copySqlite, inspectSqlite } = await import("./adapters/sql/sqlite-file.ts");
  return telling("file_unwritable", file, () =>
    withScratch(file, async (folder) => {
      const copy = join(folder, basename(file));
      await copySqlite(file, copy);
      if (inspectSqlite(copy).state === "unsound") return refuse("database_damaged", file);
      return withEngine({ engine: "sqlite", file: copy }, job, (engine) => work(engine.reader));
    }),
  );
}

async function fill(goal: Config, snapshot: Connection, job: Job): Promise<Filled> {
  const file = sqliteFile(goal, job.cwd);
  return file === null ? fillPostgres(goal, snapshot, job) : fillSqlite(file, snapshot, job);
}

/** One transaction: interrupted, it leaves tables without a row. */
async function fillPostgres(goal: Config, snapshot: Connection, job: Job): Promise<Filled> {
  const engine = await engineOf({ database: patient(goal.database) }, job.cwd, job.world, { create: true });
  try {
    const { reader } = engine;
    const obstacle = await obstacleIn(reader, job);
    if (obstacle) return obstacle;
    await engine.migrate();
    return await engine.transaction(async (target) => {
      await target.all(sql`select pg_advisory_xact_lock(hashtextextended('ricevimenti migrate-to', 0))`);
      return pour(snapshot, target, job);
    });
  } finally {
    await engine.close();
  }
}

async function obstacleIn(reader: Connection, { to, force }: Job): Promise<Copied<never> | null> {
  const has = async (table: string) => {
    const [row] = await reader.all<{ known: number }>(
      sql`select case when to_regclass(${table}) is null then 0 else 1 end as known`,
    );
    return row?.known === 1;
  };
  const ours = await has("schema_version");
  if (!ours) return (await has("bookings")) ? refuse("backup_foreign", to) : null;
  if (!force) return null;
  const others = await reader.all(sql`select pid from pg_stat_activity
    where datname = current_database() and application_name = 'ricevimenti' and pid <> pg_backend_pid()`);
  return others.length > 0 ? refuse("database_in_use", to) : null;
}

/** A file made ready beside its place, so that it is there whole or not at all. */
async function fillSqlite(file: string, snapshot: Connection, job: Job): Promise<Filled> {
  const { placeSqlite, setAlone } = await import("./adapters/sql/sqlite-file.ts");
  return telling("file_unwritable", file, async () => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return withScratch(file, async (folder): Promise<Filled> => {
      const ready = join(folder, basename(file));
      const poured = await withEngine(
        { engine: "sqlite", file: ready },
        job,
        (engine) => engine.transaction((target) => pour(snapshot, target, job)),
        { create: true },
      );
      if (!poured.ok) return poured;
      setAlone(ready);
      const outcome = placeSqlite(ready, file, { replace: job.force });
      return outcome === "placed" ? poured : refuse(`database_${outcome}`, file);
    });
  });
}

async function pour(snapshot: Connection, target: Transaction, { shapes, to, force }: Job): Promise<Filled> {
  const { copyTables, emptyTables, firstFilled } = await import("./adapters/sql/copy-tables.ts");
  if ((await firstFilled(target, shapes)) !== null) {
    if (!force) return refuse("database_exists", to);
    await emptyTables(target, shapes);
  }
  const { tables, differs } = await copyTables(snapshot, target, shapes);
  return differs === null
    ? { ok: true, tables }
    : { ok: false, refusal: { code: "copy_differs", table: differs } };
}

/** What changes with whatever others do: bookings, deliveries, chats. */
async function marksOf(connection: Connection): Promise<string> {
  const [row] = await connection.all(sql`select
    (select max(seq) from events) as event, (select max(id) from outbox) as message,
    (select count(*) from outbox where state = 'waiting') as waiting,
    (select max(updated_at) from chats) as chat, (select max(id) from chat_updates) as news`);
  return JSON.stringify(row);
}

/** A database with its tables, opened for as long as the work takes: one connection, and no limit on a statement's time. */
async function withEngine<T>(
  database: Config["database"],
  { cwd, world }: Job,
  work: (engine: Engine) => Promise<T>,
  { create = false } = {},
): Promise<T> {
  const engine = await engineOf({ database: patient(database) }, cwd, world, { create });
  try {
    await engine.migrate();
    return await work(engine);
  } finally {
    await engine.close();
  }
}

function patient(database: Config["database"]): Config["database"] {
  return database.engine === "sqlite" ? database : { ...database, poolSize: 1, statementTimeout: 0 };
}

/** Faults of one database are told with its name: there are two. */
async function located<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof DatabaseError) || cause.where !== null) throw cause;
    throw new DatabaseError(cause.code, cause.message, cause, where);
  }
}
