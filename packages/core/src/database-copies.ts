import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { place, withScratch } from "./adapters/placement.ts";
import { readSecretFile, secretFileOf } from "./adapters/secret-file.ts";
import { type Config, databaseName } from "./config.ts";
import type { Finding } from "./core.ts";
import type { Actor } from "./domain/event.ts";
import type { StaffAct } from "./domain/staff-act.ts";
import { deriveWith } from "./domain/token.ts";
import { loadConfig } from "./load-config.ts";
import { engineOf, type OpenOptions, type World, worldOf } from "./open-core.ts";
import { DatabaseError } from "./ports.ts";

/** Where the secret is that all links are derived from. It is never in a copy of the database. */
export type SecretPlace =
  | { readonly kind: "environment" }
  | { readonly kind: "file" | "missing"; readonly file: string };

/** Why a copy of the database was not made or not put back; nothing has changed. */
export type CopyRefusal =
  /** PostgreSQL has tools of its own for this. */
  | { readonly code: "not_sqlite" }
  /** `reason` is the system's word: ENOENT, EACCES. */
  | { readonly code: "file_unreadable" | "file_unwritable"; readonly file: string; readonly reason: string }
  /** There is a file already. */
  | { readonly code: "file_exists"; readonly file: string }
  /** The copy would replace the database itself, or its secret. */
  | { readonly code: "file_in_the_way"; readonly file: string }
  /** What should be copied is broken: the doctor tells more. */
  | { readonly code: "database_damaged"; readonly file: string }
  /** Broken; another program's; a newer program's; without the log that lies beside it. */
  | {
      readonly code: "backup_unsound" | "backup_foreign" | "backup_newer" | "backup_unfinished";
      readonly file: string;
    }
  | { readonly code: "database_exists" | "database_in_use"; readonly file: string }
  /** What was read back is not what was written. */
  | { readonly code: "copy_differs"; readonly table: string };

/** What came of working on a copy. */
export type Copied<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: CopyRefusal };

export interface CopyOptions extends OpenOptions {
  /** The copy, relative to `cwd`. */
  readonly file: string;
  /** Replaces what is there. */
  readonly force?: boolean;
  /** Who does it, for the trail; nothing is noted where absent. */
  readonly actor?: Actor;
}

/** A copy of the database that has been made and found sound. */
export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly bookings: number;
  readonly secret: SecretPlace;
  /** The trail of the database says so. It cannot where there is no room left, or tables are of an older version. */
  readonly recorded: boolean;
}

/**
 * Copies the SQLite database as it is at one moment, while others go on working with it, into a file that only this
 * user may read and that is there whole or not at all. Tables of an older version are copied as they are.
 *
 * Throws {@link ConfigError}, and {@link DatabaseError} with `not_initialised`, `busy`, `full`.
 */
export async function backupDatabase(options: CopyOptions): Promise<Copied<Backup>> {
  const config = loadConfig(options);
  const { cwd, force: replace = false } = options;
  const source = sqliteFile(config, cwd);
  if (source === null) return { ok: false, refusal: { code: "not_sqlite" } };
  const file = resolve(cwd, options.file);
  if (!existsSync(source)) throw new DatabaseError("not_initialised", `there is no database file ${source}`);
  if (isAnyOf(file, [source, secretFileOf(source)])) return refuse("file_in_the_way", file);
  if (existsSync(file) && !replace) return refuse("file_exists", file);

  const { copySqlite, inspectSqlite } = await import("./adapters/sql/sqlite-file.ts");
  const copied = await telling("file_unwritable", file, () =>
    withScratch(file, async (folder) => {
      const ready = join(folder, basename(file));
      await copySqlite(source, ready);
      const found = inspectSqlite(ready);
      if (found.state === "unsound") return refuse("database_damaged", source);
      if (found.state === "newer")
        throw new DatabaseError("newer_version", "the database is of a newer version than this program");
      if (found.state !== "ours")
        throw new DatabaseError("not_initialised", "the database holds no tables of ours");
      const { size: bytes } = statSync(ready);
      if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
        return { ok: false, refusal: { code: "file_unwritable", file, reason: "EISDIR" } };
      if (!place(ready, file, { replace })) return refuse("file_exists", file);
      const { bookings, isCurrent } = found;
      return { ok: true, file, bytes, bookings, isCurrent, secret: secretPlace(config, source) };
    }),
  );
  if (!copied.ok) return copied;
  const { isCurrent, ...backup } = copied;
  const act = { act: "backup_made", actor: options.actor, subject: basename(file) } as const;
  return { ...backup, recorded: isCurrent && (await noted(config, options, act)) };
}

/**
 * Writes into the trail of a database what was done with it as a whole. A copy is good also where that cannot be
 * written, on a full disk for instance: false.
 */
export async function noted(
  config: Config,
  options: OpenOptions,
  {
    act,
    actor,
    subject,
  }: { readonly act: StaffAct; readonly actor: Actor | undefined; readonly subject: string },
): Promise<boolean> {
  if (actor === undefined) return false;
  const world = worldOf(options, config);
  try {
    const { sqlStore } = await import("./adapters/sql/store.ts");
    const engine = await engineOf(config, options.cwd, world, { create: false });
    try {
      const at = world.clock.now();
      await sqlStore(engine).write((records) => records.trail.note({ at, actor, act, subject }));
      return true;
    } finally {
      await engine.close();
    }
  } catch (cause) {
    if (cause instanceof DatabaseError) return false;
    throw cause;
  }
}

/** A copy that has become the database, and what the doctor found in it. */
export interface Restored {
  readonly file: string;
  readonly database: string;
  readonly secret: SecretPlace;
  readonly findings: readonly Finding[];
  readonly recorded: boolean;
}

/**
 * Puts a copy in the place of the SQLite database: checked first, then put there whole or not at all. Its tables are
 * brought up to date, and the doctor examines all that is in them.
 *
 * Throws {@link ConfigError}, and {@link DatabaseError} with `full`, `read_only`.
 */
export async function restoreDatabase(options: CopyOptions): Promise<Copied<Restored>> {
  const config = loadConfig(options);
  const { cwd, force: replace = false } = options;
  const database = sqliteFile(config, cwd);
  if (database === null) return { ok: false, refusal: { code: "not_sqlite" } };
  const file = resolve(cwd, options.file);
  const reason = unreadable(file);
  if (reason !== null) return { ok: false, refusal: { code: "file_unreadable", file, reason } };
  if (isAnyOf(file, [database])) return refuse("file_in_the_way", file);
  if (existsSync(database) && !replace) return refuse("database_exists", database);

  const { hasLog, inspectSqlite, makeShrinkable, placeSqlite } = await import(
    "./adapters/sql/sqlite-file.ts"
  );
  if (hasLog(file)) return refuse("backup_unfinished", file);
  const placed = await telling("file_unwritable", database, async (): Promise<Copied<object>> => {
    mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
    return withScratch(database, async (folder) => {
      const ready = join(folder, basename(database));
      // Checked as a copy of its own: looking into a database can write to it.
      await pipeline(createReadStream(file), createWriteStream(ready, { flags: "wx", mode: 0o600 }));
      const { state } = inspectSqlite(ready);
      if (state === "unsound" || state === "newer") return refuse(`backup_${state}`, file);
      if (state !== "ours") return refuse("backup_foreign", file);
      makeShrinkable(ready);
      const outcome = placeSqlite(ready, database, { replace });
      return outcome === "placed" ? { ok: true } : refuse(`database_${outcome}`, database);
    });
  });
  if (!placed.ok) return placed;
  const findings = await examined(config, cwd, worldOf(options, config));
  const act = { act: "backup_restored", actor: options.actor, subject: basename(file) } as const;
  const recorded = await noted(config, options, act);
  return { ok: true, file, database, secret: secretPlace(config, database), findings, recorded };
}

/** Brings the tables of a database up to date and examines all that is in them. */
export async function examined(config: Config, cwd: string, world: World): Promise<readonly Finding[]> {
  const [{ sqlStore }, { examineRecords }, { examineSecret, secretName }] = await Promise.all([
    import("./adapters/sql/store.ts"),
    import("./use-cases/doctor.ts"),
    import("./adapters/surroundings.ts"),
  ]);
  const engine = await engineOf(config, cwd, world, { create: false });
  try {
    await engine.migrate();
    const store = sqlStore(engine);
    const name = databaseName(config.database, cwd);
    const kept = await examineRecords({ store, clock: world.clock }, { full: true }, name);
    const secret = knownSecret(config, cwd);
    return secret === null
      ? kept
      : [...kept, await examineSecret(store.read, deriveWith(secret), secretName(config, cwd))];
  } finally {
    await engine.close();
  }
}

/** The secret, if there is one: a copy may be put back before it. */
function knownSecret(config: Config, cwd: string): string | null {
  const file = sqliteFile(config, cwd);
  return config.secret ?? (file === null ? null : readSecretFile(secretFileOf(file)));
}

/** Where the secret of this configuration is looked for. */
export function secretPlace(config: Pick<Config, "secret">, databaseFile: string): SecretPlace {
  if (config.secret !== null) return { kind: "environment" };
  const file = secretFileOf(databaseFile);
  return { kind: readSecretFile(file) === null ? "missing" : "file", file };
}

/** The database's file; null when it is none. */
export function sqliteFile({ database }: Config, cwd: string): string | null {
  return database.engine === "sqlite" ? resolve(cwd, database.file) : null;
}

/** A refusal about a file. */
export function refuse(
  code: Extract<CopyRefusal, { file: string }>["code"] & string,
  file: string,
): Copied<never> {
  return { ok: false, refusal: { code, file } as CopyRefusal };
}

/** The system's word for why a file cannot be read; null when it can. */
function unreadable(file: string): string | null {
  try {
    return statSync(file).isDirectory() ? "EISDIR" : null;
  } catch (cause) {
    return wordOf(cause) ?? "EIO";
  }
}

/** Whether it is one of these files, by whatever name. */
function isAnyOf(file: string, others: readonly string[]): boolean {
  const identity = (path: string) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found ? `${found.dev}/${found.ino}` : path;
  };
  return others.some((other) => identity(other) === identity(file));
}

/** What the system refuses becomes an answer; a full disk and faults of the database stay what they are. */
export async function telling<T>(
  code: "file_unwritable",
  file: string,
  work: () => Promise<Copied<T>>,
): Promise<Copied<T>> {
  try {
    return await work();
  } catch (cause) {
    const reason = cause instanceof DatabaseError ? null : wordOf(cause);
    if (reason === null) throw cause;
    if (reason === "ENOSPC" || reason === "EDQUOT")
      throw new DatabaseError("full", `no room left for ${file}`, cause);
    return { ok: false, refusal: { code, file, reason } };
  }
}

function wordOf(cause: unknown): string | null {
  const { code, syscall } = (cause ?? {}) as { readonly code?: unknown; readonly syscall?: unknown };
  return typeof code === "string" && typeof syscall === "string" ? code : null;
}
