import type { Sql } from "./sql.ts";

/** One place to send statements to: an engine's own pool of readers, or one transaction. */
export interface Connection {
  readonly engine: "sqlite" | "postgres";
  all<Row>(statement: Sql): Promise<Row[]>;
  /** The one column of each row: no object is made of a row of which thousands may come. */
  column<Value>(statement: Sql): Promise<Value[]>;
  /** Returns how many rows it changed. */
  run(statement: Sql): Promise<number>;
  /**
   * Runs what nothing depends on: a transaction may go on before it is answered. A fault of it then comes to light
   * with a later statement, and at the latest when the transaction ends.
   */
  send(statement: Sql): Promise<void>;
}

/** A transaction: what it ran is undone when `work` of {@link Engine.transaction} refuses or throws. */
export interface Transaction extends Connection {
  /** A transaction inside this one: a refusal or fault in it undoes only its own statements. */
  nested<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** A database: the same face for SQLite and PostgreSQL. */
export interface Engine {
  readonly reader: Connection;
  /**
   * For questions that look over much at once, and seldom: PostgreSQL plans each for its very values, while it plans all
   * others once for any.
   */
  readonly surveyor: Connection;
  /** Runs `work` in one transaction; see {@link Store.write} for what becomes of refusals. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Brings the tables up to this version of the program, once however many processes start together. */
  migrate(): Promise<void>;
  /** See {@link Store.stamp}. */
  stamp(): Promise<string>;
  /** See {@link Store.shrink}. */
  shrink(): Promise<void>;
  close(): Promise<void>;
}
