import { createHash } from "node:crypto";
import type { Connection, Transaction } from "./connection.ts";
import { and, join, type Sql, type SqlValue, sql } from "./sql.ts";
import type { TableShape } from "./table-shapes.ts";

/** What is in a table: its rows, and a SHA-256 over all they hold, in the order of the key; the same on both engines. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
}

type Row = Readonly<Record<string, SqlValue>>;

/** Rows read at a time. */
const BATCH = 500;
/** Values in one statement at most: the smaller of the engines' limits is 32,766. */
const MOST_VALUES = 16_000;

/**
 * Copies every row of the tables into the same tables, all of them empty, of another database, and reads back what has
 * become of it.
 *
 * @param source must show one moment throughout
 * @returns what the source held, and the first table that holds something else in the copy
 */
export async function copyTables(
  source: Connection,
  target: Transaction,
  shapes: readonly TableShape[],
): Promise<{ readonly tables: readonly TableDigest[]; readonly differs: string | null }> {
  const tables: TableDigest[] = [];
  for (const shape of shapes) {
    tables.push(await digest(source, shape, (rows) => insertRows(target, shape, rows)));
    if (shape.serial !== null)
      await count(target, shape.name, shape.serial, await counted(source, shape.name, shape.serial));
  }
  for (const [index, shape] of shapes.entries()) {
    const { rows, hash } = await digest(target, shape);
    if (rows !== tables[index]?.rows || hash !== tables[index]?.hash) return { tables, differs: shape.name };
  }
  return { tables, differs: null };
}

/** The first of the tables that holds anything; null when all are empty. */
export async function firstFilled(
  connection: Connection,
  shapes: readonly TableShape[],
): Promise<string | null> {
  for (const { name } of shapes) {
    const rows = await connection.all(sql`select 1 from ${named(name)} limit 1`);
    if (rows.length > 0) return name;
  }
  return null;
}

/** Takes everything out of the tables. */
export async function emptyTables(target: Transaction, shapes: readonly TableShape[]): Promise<void> {
  for (const { name } of shapes) await target.run(sql`delete from ${named(name)}`);
}

/** Counts and hashes a table. */
export async function digest(
  connection: Connection,
  shape: TableShape,
  each: (rows: readonly Row[]) => Promise<void> = async () => {},
): Promise<TableDigest> {
  const hash = createHash("sha256");
  let rows = 0;
  for (let last: Row | undefined; ; ) {
    const batch: readonly Row[] = await connection.all<Row>(batchAfter(shape, last));
    for (const row of batch)
      hash.update(`${JSON.stringify(shape.columns.map((column) => row[column] ?? null))}\n`);
    await each(batch);
    rows += batch.length;
    last = batch.at(-1);
    if (batch.length < BATCH) return { table: shape.name, rows, hash: hash.digest("hex") };
  }
}

function batchAfter({ name, columns, key }: TableShape, last: Row | undefined): Sql {
  const order = join(key.map(named));
  const beyond = last && sql`(${order}) > (${join(key.map((column) => last[column] ?? null))})`;
  return sql`select ${join(columns.map(named))} from ${named(name)}
    where ${and(beyond ? [beyond] : [])} order by ${order} limit ${BATCH}`;
}

/** Adds rows to a table, as many in a statement as the engines take. */
export async function insertRows(
  target: Transaction,
  { name, columns }: Pick<TableShape, "name" | "columns">,
  rows: readonly Row[],
): Promise<void> {
  const atOnce = Math.max(1, Math.floor(MOST_VALUES / columns.length));
  for (let from = 0; from < rows.length; from += atOnce) {
    const values = rows
      .slice(from, from + atOnce)
      .map((row) => sql`(${join(columns.map((column) => row[column] ?? null))})`);
    await target.run(sql`insert into ${named(name)} (${join(columns.map(named))}) values ${join(values)}`);
  }
}

/** The highest number a counting column has given, also to rows that are gone; 0 when it has given none. */
async function counted(connection: Connection, table: string, column: string): Promise<number> {
  if (connection.engine === "sqlite") {
    const [row] = await connection.all<{ seq: number }>(
      sql`select seq from sqlite_sequence where name = ${table}`,
    );
    return row?.seq ?? 0;
  }
  const [sequence] = await connection.all<{ name: string }>(
    sql`select pg_get_serial_sequence(${table}, ${column}) as name`,
  );
  const [row] = await connection.all<{ last: number }>(
    sql`select case when is_called then last_value else 0 end as last from ${text(sequence?.name ?? "")}`,
  );
  return row?.last ?? 0;
}

/** The counting column goes on after this number. */
async function count(target: Transaction, table: string, column: string, last: number): Promise<void> {
  if (last === 0) return;
  if (target.engine === "postgres") {
    await target.all(sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${last})`);
    return;
  }
  await target.run(sql`delete from sqlite_sequence where name = ${table}`);
  await target.run(sql`insert into sqlite_sequence (name, seq) values (${table}, ${last})`);
}

/** A name of ours, never one that came from outside. */
function named(name: string): Sql {
  return text(`"${name}"`);
}

function text(words: string): Sql {
  return { strings: [words], values: [] };
}
