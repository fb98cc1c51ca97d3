import type { Channel, MessageKind, OutboxEntry } from "../../domain/message.ts";
import type { OutboxRecords, OutboxWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { and, oneOf, type Sql, sql, whole } from "./sql.ts";

/** A row of `outbox` as {@link OUTBOX_COLUMNS} name it. */
export interface OutboxRow {
  id: number;
  message_key: string;
  booking: string;
  version: number;
  kind: MessageKind;
  channel: Channel;
  due_at: number;
  until_at: number | null;
  state: OutboxEntry["state"];
  attempts: number;
  next_at: number;
  lease: number;
  error: string | null;
  created_at: number;
  settled_at: number | null;
}

export const OUTBOX_COLUMNS = sql`id, message_key, booking, version, kind, channel, due_at, until_at, state, attempts, next_at, lease,
  error, created_at, settled_at`;

/** The rows of `outbox`: what is to be told, written with what caused it (invariant 4). */
export function outboxRecords(connection: Connection): OutboxRecords & OutboxWrites {
  return {
    find: async ({ booking, states, limit }) => {
      const conditions: Sql[] = [];
      if (booking !== undefined) conditions.push(sql`booking = ${booking}`);
      if (states) conditions.push(oneOf(sql`state`, states));
      const rows = await connection.all<OutboxRow>(
        sql`select ${OUTBOX_COLUMNS} from outbox where ${and(conditions)} order by id limit ${limit ?? whole(100_000)}`,
      );
      return rows.map(messageFrom);
    },

    nextDue: async (channels) => {
      const [row] = await connection.all<{ next_at: number }>(sql`
        select next_at from outbox where state = 'waiting' and ${oneOf(sql`channel`, channels)} order by next_at limit 1`);
      return row?.next_at ?? null;
    },

    add: async (message, now) => {
      await connection.send(sql`
        insert into outbox (message_key, booking, version, kind, channel, due_at, until_at, state, attempts, next_at,
          lease, created_at)
        values (${message.key}, ${message.booking}, ${message.version}, ${message.kind}, ${message.channel},
          ${message.due}, ${message.until}, 'waiting', 0, ${message.due}, 0, ${now})
        on conflict (message_key) do nothing`);
    },

    lease: async (now, until, limit, channels) => {
      // Workers on PostgreSQL pass over each other's rows; SQLite lets only one of them write at a time.
      const skip = connection.engine === "postgres" ? sql`for update skip locked` : sql``;
      // Named first, because PostgreSQL may run a subquery several times and then lease more than the limit.
      const rows = await connection.all<OutboxRow>(sql`
        with due as (
          select id from outbox where state = 'waiting' and next_at <= ${now} and ${oneOf(sql`channel`, channels)}
          order by next_at, id limit ${whole(limit)} ${skip})
        update outbox set next_at = ${until}, lease = lease + 1, attempts = attempts + 1
        where id in (select id from due)
        returning ${OUTBOX_COLUMNS}`);
      return rows.map(messageFrom).sort((a, b) => a.id - b.id);
    },

    settle: async ({ id, lease }, result) => {
      const change =
        result.state === "waiting"
          ? sql`next_at = ${result.next}, error = ${result.error}`
          : sql`state = ${result.state}, settled_at = ${result.at}, error = ${result.error ?? null}`;
      const settled = await connection.run(
        sql`update outbox set ${change} where id = ${id} and lease = ${lease} and state = 'waiting'`,
      );
      return settled === 1;
    },

    retry: (now) =>
      connection.run(sql`
        update outbox set state = 'waiting', attempts = 0, next_at = ${now}, settled_at = null where state = 'failed'`),
  };
}

export function messageFrom(row: OutboxRow): OutboxEntry {
  return {
    id: row.id,
    key: row.message_key,
    booking: row.booking,
    version: row.version,
    kind: row.kind,
    channel: row.channel,
    due: row.due_at,
    until: row.until_at,
    state: row.state,
    attempts: row.attempts,
    next: row.next_at,
    lease: row.lease,
    error: row.error,
    created: row.created_at,
    settled: row.settled_at,
  };
}
