import { randomBytes } from "node:crypto";
import pg from "pg";
import { openPostgres } from "../../packages/core/src/adapters/sql/postgres.ts";
import type { PostgresServer } from "./postgres-server.ts";

/**
 * The databases of one server. Making one costs half a second of the disk's time when others use it too, so those that
 * are given back are emptied for the next.
 */
export class DatabasePark {
  readonly #server: PostgresServer;
  /** Those given back, some of them still being emptied. */
  readonly #free: Promise<string>[] = [];

  constructor(server: PostgresServer) {
    this.#server = server;
  }

  /** Address of a database that nobody else has: with the program's tables, empty; or `bare`, without any. */
  async take(bare: boolean): Promise<string> {
    const known = bare ? undefined : await this.#free.shift();
    if (known !== undefined) return this.#url(known);
    const name = `${bare ? "bare" : "town"}_${randomBytes(8).toString("hex")}`;
    await onDatabase(this.#server.url, (client) =>
      client.query(`create database ${name} strategy file_copy`),
    );
    if (!bare) await makeTables(this.#url(name));
    return this.#url(name);
  }

  async giveBack(name: string): Promise<void> {
    if (name.startsWith("bare_")) {
      await onDatabase(this.#server.url, (client) => client.query(`drop database ${name} with (force)`));
      return;
    }
    const emptied = empty(this.#url(name)).then(() => name);
    // Whoever takes it next is told; when nobody does, nobody minds.
    emptied.catch(() => {});
    this.#free.push(emptied);
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#free);
    await this.#server.stop();
  }

  #url(name: string): string {
    const url = new URL(this.#server.url);
    url.pathname = `/${name}`;
    return url.href;
  }
}

async function makeTables(url: string): Promise<void> {
  const engine = openPostgres({ url, poolSize: 1, statementTimeout: 0, create: true, jitter: () => 0 });
  await engine.migrate();
  await engine.close();
}

async function empty(url: string): Promise<void> {
  await onDatabase(url, async (client) => {
    await client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables
      where schemaname = 'public' and tablename <> 'schema_version'`);
    await client.query(`truncate ${rows.map((row) => row.name).join(", ")} restart identity`);
  });
}

/** Works on a database beside the program under test. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
