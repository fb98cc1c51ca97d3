import type pg from "pg";
import type { Connection, Engine, Transaction } from "../../packages/core/src/adapters/sql/connection.ts";
import { dollar, flatten, type Sql, type SqlValue, sql } from "../../packages/core/src/adapters/sql/sql.ts";
import { onDatabase } from "./postgres-park.ts";

/** How an engine would answer one statement. */
export interface Plan {
  readonly statement: string;
  /** One line a step; the index behind a table's primary key is called "TABLE key" on both engines. */
  readonly steps: string;
}

/** A statement, and which of an engine's connections it is put to. */
export interface Question {
  readonly statement: Sql;
  readonly by: "reader" | "surveyor";
}

/**
 * How the engine would go about statements, planned as the program has them planned; nothing is run.
 *
 * @param address of the PostgreSQL database
 */
export async function plansOf(
  engine: Engine,
  address: string,
  questions: readonly Question[],
): Promise<readonly Plan[]> {
  if (engine.reader.engine === "postgres") return postgresPlans(engine, address, questions);
  const plans: Plan[] = [];
  for (const { statement, by } of questions) {
    const rows = await engine[by].all<{ detail: string }>(sql`explain query plan ${statement}`);
    const steps = rows
      .map(({ detail }) => detail)
      .join("\n")
      .replace(/(\w+) USING PRIMARY KEY/, "$1 USING $1 key")
      .replace("sqlite_autoindex_bookings_1", "bookings key");
    plans.push({ statement: flatten(statement, dollar).text, steps });
  }
  return plans;
}

async function postgresPlans(
  engine: Engine,
  address: string,
  questions: readonly Question[],
): Promise<readonly Plan[]> {
  const [mode] = await engine.reader.column<string>(sql`select current_setting('plan_cache_mode')`);
  return onDatabase(address, async (client) => {
    await client.query(`set plan_cache_mode = ${mode}`);
    const plans: Plan[] = [];
    for (const { statement, by } of questions) {
      const { text, values } = flatten(statement, dollar);
      // Statements about the session itself have no plan.
      if (!/^\s*(select|insert|update|delete|with)\b/i.test(text)) continue;
      const found = await (by === "surveyor"
        ? engine.surveyor.column<string>(sql`explain ${statement}`)
        : explainPrepared(client, text, values));
      plans.push({ statement: text, steps: found.join("\n").replaceAll("_pkey", " key") });
    }
    return plans;
  });
}

/** Explaining a statement with its values beside it would show a plan for these values. */
async function explainPrepared(
  client: pg.Client,
  text: string,
  values: readonly SqlValue[],
): Promise<readonly string[]> {
  const written = values.map((value) =>
    typeof value === "string" ? client.escapeLiteral(value) : `${value}`,
  );
  await client.query(`prepare hot as ${text}`);
  const { rows } = await client.query<{ "QUERY PLAN": string }>(
    `explain execute hot ${written.length === 0 ? "" : `(${written.join(", ")})`}`,
  );
  await client.query("deallocate hot");
  return rows.map((row) => row["QUERY PLAN"]);
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
export function watched(engine: Engine, tell: (question: Question) => void): Engine {
  const connection = (of: Connection, by: Question["by"] = "reader"): Connection => {
    const telling =
      <Result>(ask: (statement: Sql) => Promise<Result>) =>
      (statement: Sql) => {
        tell({ statement, by });
        return ask(statement);
      };
    return {
      engine: of.engine,
      all: <Row>(statement: Sql) => telling((it) => of.all<Row>(it))(statement),
      column: <Value>(statement: Sql) => telling((it) => of.column<Value>(it))(statement),
      run: telling((it) => of.run(it)),
      send: telling((it) => of.send(it)),
    };
  };
  const transaction = (of: Transaction): Transaction => ({
    ...connection(of),
    nested: (work) => of.nested((inner) => work(transaction(inner))),
  });
  return {
    ...engine,
    reader: connection(engine.reader),
    surveyor: connection(engine.surveyor, "surveyor"),
    transaction: (work) => engine.transaction((of) => work(transaction(of))),
  };
}
