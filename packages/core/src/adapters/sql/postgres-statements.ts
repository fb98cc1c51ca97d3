import pg from "pg";
import type { Connection } from "./connection.ts";
import { dollar, flatten, type Sql, type SqlValue } from "./sql.ts";

/** Puts a statement to the server. */
export type Query = (statement: string | pg.QueryConfig) => Promise<pg.QueryResult>;

/** How a statement is put to the server. */
type Wording = (statement: Sql) => pg.QueryConfig;

/** A connection whose statements take one way to the server. */
export function connectionTo(query: Query, worded: Wording = prepared): Connection {
  const run = async (statement: Sql) => (await query(worded(statement))).rowCount ?? 0;
  return {
    engine: "postgres",
    all: async <Row>(statement: Sql) => (await query(worded(statement))).rows as Row[],
    column: async <Value>(statement: Sql) => {
      const { rows } = await query({ ...worded(statement), rowMode: "array" } as pg.QueryConfig);
      return (rows as [Value][]).map(([value]) => value);
    },
    run,
    send: async (statement) => void (await run(statement)),
  };
}

/** Of texts, which are as many as there are places in the program that ask something. */
const names = new Map<string, string>();

/** Under a name, so that the server parses and plans a text once for each connection. */
export function prepared(statement: Sql) {
  const { text, values } = flatten(statement, dollar);
  let name = names.get(text);
  if (name === undefined) {
    name = `statement_${names.size}`;
    names.set(text, name);
  }
  return { name, text, values: [...values] };
}

/** With its values in the text: planned for them, and forgotten. */
export function written(statement: Sql) {
  const { text, values } = flatten(statement, dollar);
  return { text: text.replace(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1])) };
}

function literal(value: SqlValue | undefined): string {
  if (typeof value === "string") return pg.escapeLiteral(value);
  // In brackets, or a negative number behind a minus would begin a comment.
  return `(${value ?? null})`;
}

/** How the driver is to read a column of a type. */
export function parserOf(oid: number, format?: "text" | "binary") {
  return oid === pg.types.builtins.INT8 ? safeInteger : pg.types.getTypeParser(oid, format as "text");
}

/** Instants, cells, counts and chat ids are bigint in the tables and numbers in the program. */
function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is more than a number can hold exactly`);
  return value;
}
