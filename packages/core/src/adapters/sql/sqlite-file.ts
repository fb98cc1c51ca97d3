import { closeSync, existsSync, openSync, rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { place } from "../placement.ts";
import { SCHEMA_VERSION } from "./migrations.ts";
import { translate } from "./sqlite.ts";
import { isShrinkable, rewrite } from "./sqlite-room.ts";

/** What a file is, seen from outside. */
export type SqliteFile =
  | { readonly state: "ours"; readonly bookings: number; readonly isCurrent: boolean }
  /** No SQLite database, or a broken one; a database without tables; another program's; a newer program's. */
  | { readonly state: "unsound" | "blank" | "foreign" | "newer" };

/** How long to wait for other processes, in milliseconds. */
const PATIENCE = 10_000;
/** Tables this program has had from the first. */
const OURS = ["municipality", "bookings", "claims", "events", "outbox"];
/** What SQLite keeps beside a database. */
const COMPANIONS = ["-wal", "-shm", "-journal"];

/** Looks into a file that is there: whether it is sound, and whose it is. */
export function inspectSqlite(file: string): SqliteFile {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true, timeout: PATIENCE });
    if (database.pragma("integrity_check(1)", { simple: true }) !== "ok") return { state: "unsound" };
    const tables = database
      .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all();
    if (tables.length === 0) return { state: "blank" };
    const version = Number(database.pragma("user_version", { simple: true }));
    if (version < 1 || !OURS.every((name) => tables.includes(name))) return { state: "foreign" };
    if (version > SCHEMA_VERSION) return { state: "newer" };
    return {
      state: "ours",
      isCurrent: version === SCHEMA_VERSION,
      bookings: Number(database.prepare("select count(*) from bookings").pluck().get()),
    };
  } catch (cause) {
    if (isDamage(cause)) return { state: "unsound" };
    throw translate(cause);
  } finally {
    database?.close();
  }
}

/**
 * Copies a database as it is at one moment into a new file that only this user may read, whoever is writing to it
 * meanwhile: all of it in one step, because a copy made in several begins anew with every write of another process.
 */
export async function copySqlite(file: string, copy: string): Promise<void> {
  closeSync(openSync(copy, "wx", 0o600));
  let source: Database.Database | undefined;
  try {
    source = new Database(file, { fileMustExist: true, timeout: PATIENCE });
    source.pragma("query_only = ON");
    await source.backup(copy, { progress: () => Number.MAX_SAFE_INTEGER });
  } catch (cause) {
    throw translate(cause);
  } finally {
    source?.close();
  }
  setAlone(copy);
}

/** A copy is one file: with a log beside it, the one would some day travel without the other. */
export function setAlone(copy: string): void {
  const database = new Database(copy, { fileMustExist: true });
  try {
    database.pragma("journal_mode = DELETE");
  } catch (cause) {
    if (!isDamage(cause)) throw translate(cause);
  } finally {
    database.close();
  }
}

/** Makes a copy one that gives room back, where it is from before files did: a moment for each hundred megabytes. */
export function makeShrinkable(copy: string): void {
  const database = new Database(copy, { fileMustExist: true });
  try {
    if (!isShrinkable(database)) rewrite(database);
  } catch (cause) {
    throw translate(cause);
  } finally {
    database.close();
  }
}

/** Whether a log that has not been worked in lies beside a database: it is in use, or a copy that somebody made of half. */
export function hasLog(file: string): boolean {
  return ["-wal", "-journal"].some((end) => (statSync(file + end, { throwIfNoEntry: false })?.size ?? 0) > 0);
}

/**
 * Puts a database in the place of another, or where there is none.
 *
 * @returns `in_use`, and nothing has changed, while another process has it open, as far as SQLite's locks tell;
 *   `exists` when there is one that may not be replaced
 */
export function placeSqlite(
  ready: string,
  file: string,
  { replace }: { readonly replace: boolean },
): "placed" | "in_use" | "exists" {
  if (existsSync(file) && !replace) return "exists";
  const old = existsSync(file) ? openAlone(file) : null;
  if (old === "in_use") return old;
  try {
    // SQLite would take what belonged to the old database for the new one's, and work it in.
    for (const companion of COMPANIONS) rmSync(file + companion, { force: true });
    return place(ready, file, { replace }) ? "placed" : "exists";
  } finally {
    old?.close();
  }
}

/**
 * Opens a database and keeps everybody else out. Whoever has a database with a log open holds a lock on it even while
 * idle, and the log cannot be given up before they are gone. Null when it is too broken for anybody to work with.
 */
function openAlone(file: string): Database.Database | "in_use" | null {
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma("journal_mode = DELETE");
    database.exec("begin exclusive");
    return database;
  } catch (cause) {
    database.close();
    if (isDamage(cause)) return null;
    if (cause instanceof Database.SqliteError && cause.code.startsWith("SQLITE_BUSY")) return "in_use";
    throw translate(cause);
  }
}

function isDamage(cause: unknown): boolean {
  return (
    cause instanceof Database.SqliteError &&
    (cause.code === "SQLITE_NOTADB" || cause.code.startsWith("SQLITE_CORRUPT"))
  );
}
