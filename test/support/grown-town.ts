import { type Booking, type Clock, type OutgoingMessage, resolvePolicy } from "@ricevimenti/core";
import type { Engine, Transaction } from "../../packages/core/src/adapters/sql/connection.ts";
import { insertRows } from "../../packages/core/src/adapters/sql/copy-tables.ts";
import { type Sql, type SqlValue, sql } from "../../packages/core/src/adapters/sql/sql.ts";
import { emailKey } from "../../packages/core/src/domain/form.ts";
import { owedNotices } from "../../packages/core/src/domain/owed-notices.ts";
import { CELL, DAY, type Instant } from "../../packages/core/src/domain/slot.ts";
import { loadConfig } from "../../packages/core/src/load-config.ts";
import { engineOf } from "../../packages/core/src/open-core.ts";
import { historyOf, INVENTED_STATES, storyOf } from "./booking-stories.ts";
import { seededRandom } from "./clock.ts";
import { inventedBookings, type TownSize } from "./invented-bookings.ts";
import { SILENT } from "./log.ts";
import type { TestTown } from "./town.ts";

/** Fills a town that is in a folder or where the environment says; other processes may have it open. */
export async function growTown(
  { env, folder: cwd, clock }: Pick<TestTown, "env" | "folder"> & { readonly clock: Clock },
  options: Omit<GrowOptions, "now" | "until"> & Partial<GrowOptions>,
): Promise<void> {
  const now = clock.now();
  const world = { clock, random: seededRandom(5), log: SILENT };
  const engine = await engineOf(loadConfig({ env, cwd }), cwd, world, { create: false });
  try {
    await grow(engine, { now, until: now, ...options });
  } finally {
    await engine.close();
  }
}

export interface GrowOptions extends TownSize {
  /** How long the town has kept citizens' data and messages, in days; what its rule says where not given. */
  readonly keptDays?: number;
}

/**
 * Part of the rows after which indexes are made, of 1. Made at the end their pages would be full to the brim, and each
 * new row would split one, as in no town that has grown by the day.
 */
const PACKED = 0.6;

/**
 * Fills a town without bookings with invented ones, on either engine, with all that belongs to them: claims, events,
 * and for those whose data the town still keeps what was said about them. The doctor finds nothing wrong with it.
 * Memory does not grow with their number.
 */
export async function grow(engine: Engine, { keptDays, ...size }: GrowOptions): Promise<void> {
  const [known] = await engine.reader.all(sql`select 1 from bookings limit 1`);
  if (known) throw new Error("this town has bookings of its own");
  const town = size.municipality.policy;
  const policies = new Map(size.offices.map(({ id, policy }) => [id, resolvePolicy(town, policy)]));
  const kept = size.now - (keptDays ?? resolvePolicy(town).retention_days) * DAY;
  let indexes = await dropIndexes(engine);
  let grown = 0;
  for (const { from, to, bookings } of inventedBookings(size)) {
    if (grown > size.bookings * PACKED) {
      await makeIndexes(engine, indexes);
      indexes = [];
    }
    grown += bookings.length;
    await engine.transaction(async (transaction) => {
      await insertRows(
        transaction,
        BOOKINGS,
        bookings.map((booking) => rowOf(booking, kept)),
      );
      await derive(transaction, from, to);
      const messages = bookings
        .filter(({ end }) => end >= kept)
        .flatMap((booking) => messagesOf(booking, policies.get(booking.office), kept));
      await insertRows(
        transaction,
        OUTBOX,
        messages.map(({ message, created }) => messageRow(message, created, size.now)),
      );
    });
  }
  await makeIndexes(engine, indexes);
  // As the server does of its own accord. SQLite counts its rows only when it is told to, and no town tells it.
  if (engine.reader.engine === "postgres") await engine.reader.run(sql`vacuum analyze`);
}

/** Takes away the indexes that are not needed meanwhile: made at the end they cost a third. Returns how they are made. */
async function dropIndexes(engine: Engine): Promise<readonly string[]> {
  const found = await engine.reader.all<{ name: string; definition: string }>(
    engine.reader.engine === "sqlite"
      ? sql`select name, sql as definition from sqlite_master where type = 'index' and sql is not null`
      : sql`select indexname as name, indexdef as definition from pg_indexes
          where schemaname = 'public' and indexdef not like 'CREATE UNIQUE%'`,
  );
  const idle = found.filter(({ name }) => name !== "bookings_by_start");
  await engine.transaction(async (it) => {
    for (const { name } of idle) await it.run(text(`drop index "${name}"`));
  });
  return idle.map(({ definition }) => definition);
}

async function makeIndexes(engine: Engine, indexes: readonly string[]): Promise<void> {
  for (const definition of indexes) await engine.transaction((it) => it.run(text(definition)));
}

type Row = Readonly<Record<string, SqlValue>>;

const BOOKINGS = {
  name: "bookings",
  columns:
    "code office service mode start_at end_at desk state expires_at version holder locale name email email_key reason consent_version consent_at created_at updated_at".split(
      " ",
    ),
};
const OUTBOX = {
  name: "outbox",
  columns:
    "message_key booking version kind channel due_at until_at state attempts next_at lease created_at settled_at".split(
      " ",
    ),
};

function rowOf(booking: Booking, kept: Instant): Row {
  const {
    start: start_at,
    end: end_at,
    expires: expires_at,
    created: created_at,
    updated: updated_at,
  } = booking;
  const { code, office, service, mode, desk, state, version, locale, holder, name, email, reason } = booking;
  const row = {
    code,
    office,
    service,
    mode,
    start_at,
    end_at,
    desk,
    state,
    expires_at,
    version,
    locale,
    created_at,
  };
  if (end_at < kept) return { ...row, updated_at: end_at + (created_at - start_at) };
  const consent = {
    consent_version: booking.consent?.version ?? null,
    consent_at: booking.consent?.at ?? null,
  };
  const email_key = email === null ? null : emailKey(email);
  return { ...row, updated_at, holder, name, email, email_key, reason, ...consent };
}

/** Claims and events follow from the bookings: made where these are, they need not be sent. */
async function derive(transaction: Transaction, from: Instant, to: Instant): Promise<void> {
  const theirs = sql`start_at >= ${from} and start_at < ${to}`;
  const cells = text(Array.from({ length: 24 }, (_, cell) => `select ${cell} as cell`).join(" union all "));
  await transaction.run(sql`
    insert into claims (office, cell, desk, booking)
    select office, start_at / ${CELL} + cell, desk, code from bookings, (${cells}) as cells
    where ${theirs} and state not in ('cancelled', 'expired') and start_at + cell * ${CELL} < end_at
    order by 1, 2, 3`);
  await transaction.run(sql`
    insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
    select code, case when after is null then end_at else created_at + after end, kind, actor, office, chapter_state,
      mode, start_at, end_at, desk, chapter_version
    from bookings, (${text(CHAPTERS)}) as chapters
    where ${theirs} and outcome = state order by start_at, code, step`);
}

const CHAPTERS = INVENTED_STATES.flatMap((outcome) =>
  storyOf(outcome).map(
    ({ kind, state, actor, version, after }, step) =>
      `select '${outcome}' as outcome, ${step} as step, '${kind}' as kind, '${state}' as chapter_state,
        '${actor}' as actor, ${version} as chapter_version, ${after === "end" ? "cast(null as bigint)" : after} as after`,
  ),
).join(" union all ");

function messagesOf(booking: Booking, policy: ReturnType<typeof resolvePolicy> | undefined, kept: Instant) {
  if (!policy) return [];
  const events = historyOf(booking).map((event, seq) => ({ ...event, seq }));
  return owedNotices(booking, events, policy, kept).map((message) => ({ message, created: booking.created }));
}

function messageRow(message: OutgoingMessage, created_at: Instant, now: Instant): Row {
  const { key: message_key, booking, version, kind, channel, due: due_at, until: until_at } = message;
  const row = { message_key, booking, version, kind, channel, due_at, until_at, next_at: due_at, created_at };
  return due_at > now
    ? { ...row, state: "waiting", attempts: 0, lease: 0, settled_at: null }
    : { ...row, state: "sent", attempts: 1, lease: 1, settled_at: due_at };
}

/** Text of ours, never anything that came from outside. */
function text(words: string): Sql {
  return { strings: [words], values: [] };
}
