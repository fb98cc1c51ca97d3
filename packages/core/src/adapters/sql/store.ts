import { seldom } from "../../lazily.ts";
import type { Store, WritableRecords } from "../../ports.ts";
import { bookingRecords } from "./booking-records.ts";
import { chatRecords } from "./chat-records.ts";
import { claimRecords } from "./claim-records.ts";
import type { Connection, Engine, Transaction } from "./connection.ts";
import { eventRecords } from "./event-records.ts";
import { groupRecords } from "./group-records.ts";
import { municipalityRecord, officeRecords } from "./office-records.ts";
import { outboxRecords } from "./outbox-records.ts";
import { rateRecords } from "./rate-records.ts";
import { retentionRecords } from "./retention-records.ts";
import { sql } from "./sql.ts";
import { trailRecords } from "./trail-records.ts";
import { waitingRecords } from "./waiting-records.ts";

/** The store over an engine: one set of queries for SQLite and PostgreSQL. */
export function sqlStore(engine: Engine): Store {
  return {
    engine: engine.reader.engine,
    read: records(engine.reader, engine.surveyor),
    write: (work) => engine.transaction((transaction) => work(records(transaction))),
    stamp: () => engine.stamp(),
    shrink: () => engine.shrink(),
    close: () => engine.close(),
  };
}

/** A store whose writes are all part of one transaction that is already open. */
export function storeWithin(records: WritableRecords): Store {
  let stamps = 0;
  return {
    engine: records.engine,
    read: records,
    write: (work) => records.nested(work),
    // What is being written changes at every step.
    stamp: async () => `uncommitted ${++stamps}`,
    // Not before what frees the room has been committed.
    shrink: async () => {},
    close: async () => {},
  };
}

const made = new WeakMap<Connection, WritableRecords>();

function records(connection: Connection | Transaction, surveyor: Connection = connection): WritableRecords {
  const known = made.get(connection) ?? makeRecords(connection, surveyor);
  made.set(connection, known);
  return known;
}

function makeRecords(connection: Connection | Transaction, surveyor: Connection): WritableRecords {
  return {
    engine: connection.engine,
    municipality: municipalityRecord(connection),
    offices: officeRecords(connection),
    claims: claimRecords(connection),
    bookings: bookingRecords(connection),
    events: eventRecords(connection),
    outbox: outboxRecords(connection),
    chats: chatRecords(connection),
    waiting: waitingRecords(connection),
    trail: trailRecords(connection),
    statistics: seldom(async () => (await import("./statistics-records.ts")).statisticsRecords(surveyor)),
    groups: groupRecords(connection),
    audit: seldom(async () => (await import("./audit-records.ts")).auditRecords(surveyor)),
    retention: retentionRecords(connection),
    measures: seldom(async () => (await import("./measure-records.ts")).measureRecords(surveyor)),
    rates: rateRecords(connection),
    serialise: async (key) => {
      if (connection.engine === "postgres") {
        await connection.all(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
      }
    },
    nested: (work) => {
      if (!("nested" in connection)) throw new Error("not in a transaction");
      return connection.nested((transaction) => work(records(transaction)));
    },
  };
}
