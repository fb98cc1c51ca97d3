import type { Database } from "better-sqlite3";
import { DatabaseError } from "../../ports.ts";
import { MIGRATIONS, POSTGRES, SCHEMA_VERSION, SQLITE } from "./migrations.ts";

/** Applies what is missing in one transaction that other processes wait for. */
export function migrateSqlite(database: Database): void {
  // Whoever finds nothing to do writes nothing: from a full disk or a read-only file can still be read.
  if (database.pragma("user_version", { simple: true }) === SCHEMA_VERSION) return;
  database
    .transaction(() => {
      const current = database.pragma("user_version", { simple: true }) as number;
      refuseNewer(current);
      for (const migration of MIGRATIONS.slice(current)) {
        for (const statement of migration.statements(SQLITE)) database.exec(statement);
      }
      database.pragma(`user_version = ${SCHEMA_VERSION}`);
    })
    .immediate();
}

/** All that PostgreSQL's migrations need of a connection. */
type Query = (statement: string) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>;

/**
 * Whether PostgreSQL's tables are as this program wants them. Throws {@link DatabaseError}: `newer_version`, and
 * `not_initialised` when there are none and none are to be made.
 */
export async function isUpToDate(query: Query, create: boolean): Promise<boolean> {
  const { rows } = await query("select to_regclass('schema_version') is not null as known");
  if (rows[0]?.known !== true) {
    if (create) return false;
    throw new DatabaseError("not_initialised", "the database holds no tables of this program yet");
  }
  const version = await versionOf(query);
  refuseNewer(version);
  return version === SCHEMA_VERSION;
}

/** Applies what is missing in the transaction `query` runs in; other processes wait for its end and find it done. */
export async function migratePostgres(query: Query): Promise<void> {
  await query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await query("create table if not exists schema_version (version integer not null)");
  const current = await versionOf(query);
  refuseNewer(current);
  for (const migration of MIGRATIONS.slice(current)) {
    for (const statement of migration.statements(POSTGRES)) await query(statement);
  }
  await query("delete from schema_version");
  await query(`insert into schema_version (version) values (${SCHEMA_VERSION})`);
}
/** Any number will do, so long as it stays the same. */
const MIGRATION_LOCK = 7_303_014;

async function versionOf(query: Query): Promise<number> {
  const { rows } = await query("select version from schema_version");
  return rows.length === 0 ? 0 : Number(rows[0]?.version);
}

/** A database that a newer program has changed is left alone: this one would not know what its tables mean. */
function refuseNewer(version: number): void {
  if (version > SCHEMA_VERSION) {
    throw new DatabaseError(
      "newer_version",
      `the database is of version ${version}, this program knows up to ${SCHEMA_VERSION}: update the program`,
    );
  }
}
