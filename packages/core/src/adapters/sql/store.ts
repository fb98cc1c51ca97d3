import { lazily, seldom } from "../../lazily.ts";
import type { Records, Store, WritableRecords } from "../../ports.ts";
import { bookingRecords } from "./booking-records.ts";
import type { Engine } from "./connection.ts";
import { eventRecords } from "./event-records.ts";
import { municipalityRecord, officeRecords } from "./office-records.ts";

const { inTransaction } = lazily(() => import("./writable-records.ts"));

/** The store over an engine: one set of queries for SQLite and PostgreSQL. */
export function sqlStore(engine: Engine): Store {
  return {
    engine: engine.reader.engine,
    read: records(engine),
    write: (work) => inTransaction(engine, work),
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

/** What most commands look at, and the rest loaded when it is asked for: a server has it with what writes. */
function records({ reader, surveyor }: Engine): Records {
  return {
    municipality: municipalityRecord(reader),
    offices: officeRecords(reader),
    bookings: bookingRecords(reader),
    events: eventRecords(reader),
    claims: seldom(async () => (await import("./claim-records.ts")).claimRecords(reader)),
    outbox: seldom(async () => (await import("./outbox-records.ts")).outboxRecords(reader)),
    chats: seldom(async () => (await import("./chat-records.ts")).chatRecords(reader)),
    waiting: seldom(async () => (await import("./waiting-records.ts")).waitingRecords(reader)),
    trail: seldom(async () => (await import("./trail-records.ts")).trailRecords(reader)),
    statistics: seldom(async () => (await import("./statistics-records.ts")).statisticsRecords(surveyor)),
    groups: seldom(async () => (await import("./group-records.ts")).groupRecords(reader)),
    audit: seldom(async () => (await import("./audit-records.ts")).auditRecords(surveyor)),
    retention: seldom(async () => (await import("./retention-records.ts")).retentionRecords(reader)),
    measures: seldom(async () => (await import("./measure-records.ts")).measureRecords(surveyor)),
  };
}
