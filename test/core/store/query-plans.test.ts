import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditRecords } from "../../../packages/core/src/adapters/sql/audit-records.ts";
import { bookingRecords } from "../../../packages/core/src/adapters/sql/booking-records.ts";
import { chatRecords } from "../../../packages/core/src/adapters/sql/chat-records.ts";
import { claimRecords } from "../../../packages/core/src/adapters/sql/claim-records.ts";
import type { Connection, Engine } from "../../../packages/core/src/adapters/sql/connection.ts";
import { eventRecords } from "../../../packages/core/src/adapters/sql/event-records.ts";
import { measureRecords } from "../../../packages/core/src/adapters/sql/measure-records.ts";
import { outboxRecords } from "../../../packages/core/src/adapters/sql/outbox-records.ts";
import { rateRecords } from "../../../packages/core/src/adapters/sql/rate-records.ts";
import type { Sql } from "../../../packages/core/src/adapters/sql/sql.ts";
import { CELL, DAY, MINUTE } from "../../../packages/core/src/domain/slot.ts";
import { plansOf, type Question } from "../../support/query-plans.ts";
import { ENGINES } from "../../support/town.ts";
import { cell, NOW, TEN } from "./builders.ts";
import { makePlace, type Place, statement } from "./open-store.ts";

const BOOKINGS = 20_000;
const A_DAY = 100;

type Records = ReturnType<typeof recordsOn>;
const recordsOn = (connection: Connection, surveyor: Connection) => ({
  bookings: bookingRecords(connection),
  claims: claimRecords(connection),
  events: eventRecords(connection),
  outbox: outboxRecords(connection),
  chats: chatRecords(connection),
  audit: auditRecords(surveyor),
  measures: measureRecords(surveyor),
  rates: rateRecords(connection),
});

const PLACE = { booking: "B17", office: "office-1", desk: 1, start: NOW, end: NOW + 3 * CELL };

/** What is asked all day long, and the index that must answer it however many bookings there have been. */
const HOT: readonly [string, (records: Records) => Promise<unknown>, readonly string[]][] = [
  [
    "the taken cells of a fortnight",
    ({ claims }) => claims.taken("office-1", cell(NOW), cell(NOW + 14 * DAY), NOW),
    ["claims key"],
  ],
  [
    "the taken cells of several offices",
    ({ claims }) => claims.takenOf(["office-1", "office-2"], cell(NOW), cell(NOW + 7 * DAY), NOW),
    ["claims key"],
  ],
  ["what a booking gives back", ({ claims }) => claims.release(PLACE), ["claims key"]],
  ["what a booking holds on to", ({ claims }) => claims.extend({ ...PLACE, expires: null }), ["claims key"]],
  ["a booking by its code", ({ bookings }) => bookings.get("B17"), ["bookings key"]],
  [
    "an office's day sheet",
    ({ bookings }) =>
      bookings.find({ offices: ["office-1"], from: NOW, to: NOW + DAY, states: ["confirmed"] }),
    // By office or by start: the engine knows which of them is less to read.
    ["bookings_by_"],
  ],
  [
    "the town's day sheet",
    ({ bookings }) => bookings.find({ from: NOW, to: NOW + DAY, states: ["confirmed"] }),
    ["bookings_by_start"],
  ],
  [
    "what a chat has before it",
    ({ bookings }) => bookings.find({ holder: "web:17", endsAfter: NOW }),
    ["bookings_by_holder"],
  ],
  ["what a chat holds", ({ bookings }) => bookings.heldBy("web:17", NOW), ["bookings_by_holder"]],
  ["what a chat has begun", ({ bookings }) => bookings.unfinishedOf("web:17", NOW), ["bookings_by_holder"]],
  [
    "a citizen's bookings",
    ({ bookings }) => bookings.find({ email: "c17@example.org" }),
    ["bookings_by_email"],
  ],
  [
    "an address's live bookings",
    ({ bookings }) => bookings.liveOf({ emailKey: "c17@example.org", holder: null }, NOW),
    ["bookings_by_email"],
  ],
  [
    "a chat's live bookings",
    ({ bookings }) => bookings.liveOf({ emailKey: null, holder: "web:17" }, NOW),
    ["bookings_by_holder"],
  ],
  [
    "both",
    ({ bookings }) => bookings.liveOf({ emailKey: "c17@example.org", holder: "web:17" }, NOW),
    ["bookings_by_email", "bookings_by_holder"],
  ],
  ["what has lapsed", ({ bookings }) => bookings.lapsed(NOW, 50), ["bookings_by_expiry"]],
  ["a booking's events", ({ events }) => events.of("B17"), ["events_by_booking"]],
  ["when a message is next due", ({ outbox }) => outbox.nextDue(["mail"]), ["outbox_waiting"]],
  [
    "what is due",
    ({ outbox }) => outbox.lease(NOW, NOW + MINUTE, 10, ["mail", "telegram"]),
    ["outbox_waiting"],
  ],
  ["a booking's messages", ({ outbox }) => outbox.find({ booking: "B17" }), ["outbox_by_booking"]],
  ["messages given up", ({ audit }) => audit.failedMessages(), ["outbox_failed"]],
  ["messages overdue", ({ audit }) => audit.overdueMessages(NOW - DAY), ["outbox_waiting"]],
  ["the state of bookings to come", ({ measures }) => measures.bookings(NOW - DAY, NOW), ["bookings_by_"]],
  [
    "an office's unconfirmed bookings",
    ({ measures }) => measures.unconfirmed("office-1", NOW),
    ["bookings_"],
  ],
  ["how much waits", ({ measures }) => measures.outbox(NOW), ["outbox_waiting"]],
  ["how much was given up", ({ measures }) => measures.failedMessages(), ["outbox_failed"]],
  ["how often something was used", ({ rates }) => rates.use("mails/x", NOW, DAY), []],
  ["chats owed an answer", ({ chats }) => chats.owed(NOW), ["chat_updates_owed"]],
];

/** A walk through all rows there are; through the few of a partial index, or those just found, it is none. */
const WHOLE_TABLE =
  /Seq Scan on (?!due)|SCAN (?!due|\w+ USING (?:COVERING )?INDEX (outbox_waiting|outbox_failed|chat_updates_owed))/;

describe.each(ENGINES)("on %s with many bookings", (kind) => {
  let place: Place;
  let engine: Engine;
  beforeAll(async () => {
    place = await makePlace(kind);
    engine = place.open();
    await engine.migrate();
    await fill(engine);
  });
  afterAll(async () => {
    await engine.close();
    await place.remove();
  });

  test.each(HOT)("%s is found by its index", async (_, ask, indexes) => {
    for (const { steps } of await plansOf(engine, place.where, await asked(engine, ask))) {
      for (const index of indexes) expect(steps).toContain(index);
      expect(steps).not.toMatch(WHOLE_TABLE);
    }
  });

  // The day everybody comes, PostgreSQL still believes that nobody is unconfirmed.
  test("a crowd since the rows were counted changes no plan", async () => {
    const change = (text: string) => engine.transaction((it) => it.run(statement(text)));
    await change("update bookings set state = 'confirmed', expires_at = null where expires_at is not null");
    await countRows(engine);
    await change(`
      insert into bookings (code, office, mode, start_at, end_at, desk, state, expires_at, version, holder, locale,
        created_at, updated_at)
      select code || '-crowd', office, mode, start_at, end_at, 2, 'held', ${NOW + MINUTE}, 1, code, locale, 0, 0
      from bookings where start_at > ${NOW - 30 * DAY}`);
    const questions = await asked(engine, ({ bookings }) => bookings.unfinishedOf("web:nobody", NOW));
    for (const { steps } of await plansOf(engine, place.where, questions))
      expect(steps).toContain("bookings_by_holder");
  });
});

/** The statements that answer a question, as they would be sent; nothing is. */
async function asked(engine: Engine, ask: (records: Records) => Promise<unknown>): Promise<Question[]> {
  const questions: Question[] = [];
  const noting = (by: Question["by"]): Connection => {
    const note = (statement: Sql) => {
      questions.push({ statement, by });
    };
    return {
      engine: engine.reader.engine,
      all: async (statement) => {
        note(statement);
        return [];
      },
      column: async (statement) => {
        note(statement);
        return [];
      },
      run: async (statement) => {
        note(statement);
        return 0;
      },
      send: async (statement) => note(statement),
    };
  };
  await ask(recordsOn(noting("reader"), noting("surveyor")));
  return questions;
}

/** Bookings in ten offices up to a week from now: nearly all of them are over, and so are their messages. */
async function fill(engine: Engine): Promise<void> {
  const numbers = `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${BOOKINGS})`;
  const start = `${TEN} + cast((n - ${BOOKINGS}) / ${A_DAY} as bigint) * ${DAY} + (n % ${A_DAY}) * ${15 * MINUTE}`;
  const text = (prefix: string, n: string) => `'${prefix}' || cast(${n} as text)`;
  const isLate = (n: string) => `${n} > ${BOOKINGS - 60}`;
  await engine.transaction(async (it) => {
    await it.run(
      statement(`${numbers}
      insert into bookings (code, office, mode, start_at, end_at, desk, state, expires_at, version, holder, locale,
        name, email, email_key, created_at, updated_at)
      select ${text("B", "n")}, ${text("office-", "n % 10")}, 'in_person', ${start}, ${start} + ${15 * MINUTE}, 1,
        case when ${isLate("n")} then 'held' else 'confirmed' end, case when ${isLate("n")} then ${NOW} + n end, 1,
        ${text("web:", "n % 1000")}, 'it', 'Mario Rossi', 'x', 'c' || cast(n % 1000 as text) || '@example.org', 0, 0
      from numbers where true`),
    );
    for (const minutes of [0, 5, 10]) {
      await it.run(
        statement(`
        insert into claims (office, cell, desk, booking)
        select office, start_at / ${5 * MINUTE} + ${minutes / 5}, 1, code from bookings where true`),
      );
    }
    await it.run(
      statement(`
      insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
      select code, 0, 'held', 'citizen', office, state, mode, start_at, end_at, desk, version from bookings`),
    );
    await it.run(
      statement(`
      insert into outbox (message_key, booking, version, kind, channel, due_at, state, attempts, next_at, lease, created_at)
      select code, code, 1, 'invitation', 'mail', start_at, case when start_at > ${NOW} then 'waiting' else 'sent' end, 1,
        start_at, 1, 0 from bookings`),
    );
    await it.run(
      statement(`${numbers}
      insert into chat_updates (id, chat, received_at, answered)
      select n, n % 1000, n, case when ${isLate("n")} then 0 else 1 end from numbers where true`),
    );
  });
  await countRows(engine);
}

/** What plans go by until it is done again. */
async function countRows({ reader, transaction }: Engine): Promise<void> {
  if (reader.engine === "postgres") await reader.run(statement("analyze"));
  else await transaction((it) => it.run(statement("analyze")));
}
