import type { Connection, Engine, Transaction } from "../../packages/core/src/adapters/sql/connection.ts";
import { dollar, flatten, type Sql, sql } from "../../packages/core/src/adapters/sql/sql.ts";
import { onDatabase } from "./postgres-park.ts";

/** How an engine would answer one statement. */
export interface Plan {
  readonly statement: string;
  /** One line a step; the index behind a table's primary key is called "TABLE key" on both engines. */
  readonly steps: string;
}

/**
 * How the engine would go about statements; nothing is run. On PostgreSQL each has two plans: that of the first call,
 * and the one it settles on after some, which may be made for any values.
 *
 * @param address of the PostgreSQL database
 */
export async function plansOf(
  engine: Engine,
  address: string,
  statements: readonly Sql[],
): Promise<readonly Plan[]> {
  if (engine.reader.engine === "postgres") return postgresPlans(address, statements);
  const plans: Plan[] = [];
  for (const query of statements) {
    const rows = await engine.reader.all<{ detail: string }>(sql`explain query plan ${query}`);
    const steps = rows
      .map(({ detail }) => detail)
      .join("\n")
      .replace(/(\w+) USING PRIMARY KEY/, "$1 USING $1 key")
      .replace("sqlite_autoindex_bookings_1", "bookings key");
    plans.push({ statement: flatten(query, dollar).text, steps });
  }
  return plans;
}

/** PostgreSQL looks at the values five times before it asks itself whether a plan for any values would cost less. */
const CALLS = 7;

function postgresPlans(address: string, statements: readonly Sql[]): Promise<readonly Plan[]> {
  return onDatabase(address, async (client) => {
    const plans: Plan[] = [];
    for (const query of statements) {
      const { text: statement, values } = flatten(query, dollar);
      // Statements about the session itself have no plan.
      if (!/^\s*(select|insert|update|delete|with)\b/i.test(statement)) continue;
      const written = values.map((value) =>
        value === null ? "null" : typeof value === "number" ? `${value}` : client.escapeLiteral(value),
      );
      const execute = values.length === 0 ? "execute hot" : `execute hot (${written.join(", ")})`;
      await client.query(`prepare hot as ${statement}`);
      for (let call = 1; call <= CALLS; call++) {
        const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${execute}`);
        const steps = rows.map((row) => row["QUERY PLAN"]).join("\n");
        if (call === 1 || call === CALLS) plans.push({ statement, steps: steps.replaceAll("_pkey", " key") });
      }
      await client.query("deallocate hot");
    }
    return plans;
  });
}

/** Tables that grow with the years; of the bot's updates a week is kept. */
const GROWING = ["bookings", "claims", "events", "outbox"];
/** Indexes that hold only what has not come to its end, however much there has been. */
const OF_THE_PRESENT = ["outbox_waiting", "outbox_failed", "bookings_by_expiry", "bookings_unconfirmed"];

/** Steps of a plan that go through all there ever was. */
export function wholeWalks({ steps }: Plan): readonly string[] {
  const lines = steps.split("\n");
  return lines.filter((line, at) => {
    if (OF_THE_PRESENT.some((index) => line.includes(index))) return false;
    const [, table = ""] =
      /^SCAN (\w+)/.exec(line) ??
      /(?:Seq Scan|Index (?:Only )?Scan(?: Backward)? using \S+) on (\w+)/.exec(
        line.replace(" key ", "_key "),
      ) ??
      [];
    if (!GROWING.includes(table)) return false;
    // What has been found already goes by the name of the table it was found in.
    if (new RegExp(`(CO-ROUTINE|MATERIALIZE) ${table}$`, "m").test(steps)) return false;
    // An index gone through from its beginning to its end has no condition to begin and end at.
    const rest = lines.slice(at + 1);
    const next = rest.findIndex((one) => one.includes("->"));
    return !rest.slice(0, next === -1 ? undefined : next).some((one) => one.includes("Index Cond:"));
  });
}

/** The same engine, telling of every statement that goes through it. */
export function watched(engine: Engine, tell: (statement: Sql) => void): Engine {
  const connection = (of: Connection): Connection => ({
    engine: of.engine,
    all: (statement) => {
      tell(statement);
      return of.all(statement);
    },
    column: (statement) => {
      tell(statement);
      return of.column(statement);
    },
    run: (statement) => {
      tell(statement);
      return of.run(statement);
    },
    send: (statement) => {
      tell(statement);
      return of.send(statement);
    },
  });
  const transaction = (of: Transaction): Transaction => ({
    ...connection(of),
    nested: (work) => of.nested((inner) => work(transaction(inner))),
  });
  return {
    ...engine,
    reader: connection(engine.reader),
    transaction: (work) => engine.transaction((of) => work(transaction(of))),
  };
}
