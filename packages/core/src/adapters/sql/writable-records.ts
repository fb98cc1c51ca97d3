import { seldom } from "../../lazily.ts";
import type { WritableRecords } from "../../ports.ts";
import { bookingRecords } from "./booking-records.ts";
import { chatRecords } from "./chat-records.ts";
import { claimRecords } from "./claim-records.ts";
import type { Engine, Transaction } from "./connection.ts";
import { eventRecords } from "./event-records.ts";
import { groupRecords } from "./group-records.ts";
import { municipalityRecord, officeRecords } from "./office-records.ts";
import { outboxRecords } from "./outbox-records.ts";
import { rateRecords } from "./rate-records.ts";
import { retentionRecords } from "./retention-records.ts";
import { sql } from "./sql.ts";
import { trailRecords } from "./trail-records.ts";
import { waitingRecords } from "./waiting-records.ts";

/** Runs `work` on the records of one transaction; see {@link Store.write}. */
export function inTransaction<T>(engine: Engine, work: (records: WritableRecords) => Promise<T>): Promise<T> {
  return engine.transaction((transaction) => work(records(transaction)));
}

const made = new WeakMap<Transaction, WritableRecords>();

function records(transaction: Transaction): WritableRecords {
  const known = made.get(transaction) ?? makeRecords(transaction);
  made.set(transaction, known);
  return known;
}

/** All that may be written is there at once: statements leave in the order in which they are asked for. */
function makeRecords(transaction: Transaction): WritableRecords {
  return {
    engine: transaction.engine,
    municipality: municipalityRecord(transaction),
    offices: officeRecords(transaction),
    claims: claimRecords(transaction),
    bookings: bookingRecords(transaction),
    events: eventRecords(transaction),
    outbox: outboxRecords(transaction),
    chats: chatRecords(transaction),
    waiting: waitingRecords(transaction),
    trail: trailRecords(transaction),
    statistics: seldom(async () => (await import("./statistics-records.ts")).statisticsRecords(transaction)),
    groups: groupRecords(transaction),
    audit: seldom(async () => (await import("./audit-records.ts")).auditRecords(transaction)),
    retention: retentionRecords(transaction),
    measures: seldom(async () => (await import("./measure-records.ts")).measureRecords(transaction)),
    rates: rateRecords(transaction),
    serialise: async (key) => {
      if (transaction.engine === "postgres") {
        await transaction.all(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
      }
    },
    nested: (work) => transaction.nested((inner) => work(records(inner))),
  };
}
