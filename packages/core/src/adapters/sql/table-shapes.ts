import Database from "better-sqlite3";
import { migrateSqlite } from "./migrate.ts";

/** One of the program's tables, as both engines have it. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** The column that counts by itself. */
  readonly serial: string | null;
}

/** The tables the migrations make, read from a database in memory: a table added one day is among them. */
export function tableShapes(): readonly TableShape[] {
  const database = new Database(":memory:");
  try {
    migrateSqlite(database);
    return database
      .prepare<[], { name: string; sql: string }>(
        "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .all()
      .map(({ name, sql }) => {
        const columns = database.pragma(`table_info(${name})`) as { name: string; pk: number }[];
        const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
        return {
          name,
          columns: columns.map((column) => column.name),
          key: key.map((column) => column.name),
          serial: /\bautoincrement\b/i.test(sql) ? (key[0]?.name ?? null) : null,
        };
      });
  } finally {
    database.close();
  }
}
