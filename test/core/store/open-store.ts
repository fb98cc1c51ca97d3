import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Connection, Engine } from "../../../packages/core/src/adapters/sql/connection.ts";
import { openPostgres } from "../../../packages/core/src/adapters/sql/postgres.ts";
import { type Sql, sql } from "../../../packages/core/src/adapters/sql/sql.ts";
import { openSqlite } from "../../../packages/core/src/adapters/sql/sqlite.ts";
import { makeSqliteFile } from "../../../packages/core/src/adapters/sql/sqlite-new-file.ts";
import { sqlStore } from "../../../packages/core/src/adapters/sql/store.ts";
import type { Store } from "../../../packages/core/src/ports.ts";
import { freshDatabase } from "../../support/postgres.ts";
import type { TestEngine } from "../../support/town.ts";

/** A database and the store on it. */
export interface TestStore {
  readonly store: Store;
  readonly engine: Engine;
  /** The database's address, or its file. */
  readonly where: string;
  /** A second process's way to the same database, closed after the test. */
  another(): TestStore;
  /** Statements past the records, as somebody with a database tool would run them. */
  raw(statement: Sql): Promise<number>;
}

/** Opens the database of one engine for a suite and empties it before each of its tests. */
export function useStore(kind: TestEngine): TestStore {
  let place: Place;
  let first: TestStore;
  const others: Engine[] = [];
  const opened = (engine: Engine): TestStore => ({
    store: sqlStore(engine),
    engine,
    where: place.where,
    another: () => {
      const other = place.open();
      others.push(other);
      return opened(other);
    },
    raw: (statement) => engine.transaction((transaction) => transaction.run(statement)),
  });
  beforeAll(async () => {
    place = await makePlace(kind);
    first = opened(place.open());
    await first.engine.migrate();
  });
  beforeEach(() => empty(first.engine));
  afterEach(async () => {
    for (const other of others.splice(0)) await other.close();
  });
  afterAll(async () => {
    await first.store.close();
    await place.remove();
  });
  return {
    get store() {
      return first.store;
    },
    get engine() {
      return first.engine;
    },
    get where() {
      return first.where;
    },
    another: () => first.another(),
    raw: (statement) => first.raw(statement),
  };
}

/** Where a database is, and how a process opens it. */
export interface Place {
  readonly where: string;
  open(options?: { readonly create?: boolean }): Engine;
  remove(): Promise<void>;
}

/** A place for a database; `bare` means that there are no tables yet. */
export async function makePlace(kind: TestEngine, { bare = false } = {}): Promise<Place> {
  const jitter = Math.random;
  if (kind === "postgres") {
    const database = await freshDatabase({ bare });
    const settings = { url: database.url, poolSize: 10, statementTimeout: 15_000, jitter };
    return {
      where: database.url,
      open: ({ create = true } = {}) => openPostgres({ ...settings, create }),
      remove: () => database[Symbol.asyncDispose]() as Promise<void>,
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "ricevimenti-store-"));
  const file = join(folder, "town.sqlite");
  return {
    where: file,
    open: ({ create = true } = {}) => {
      if (create) makeSqliteFile(file);
      return openSqlite({ file, create, jitter });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function empty(engine: Engine): Promise<void> {
  return engine.transaction(async (transaction) => {
    const tables = await transaction.all<{ name: string }>(
      engine.reader.engine === "sqlite"
        ? sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
        : sql`select tablename as name from pg_tables
            where schemaname = 'public' and tablename <> 'schema_version'`,
    );
    for (const { name } of tables) await transaction.run(statement(`delete from ${name}`));
  });
}

/** A statement whose text is not known beforehand. */
export function statement(text: string): Sql {
  return { strings: [text], values: [] };
}

/** The one number a query counts. */
export async function count(connection: Connection, query: Sql): Promise<number> {
  const [row] = await connection.all<{ n: number }>(sql`select count(*) as n from (${query}) as counted`);
  return row?.n ?? Number.NaN;
}
