import type { RetentionRecords, RetentionWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { sql, whole } from "./sql.ts";

/** Statements that take away what is no longer to be kept; a limited number of rows each, so that nobody waits long. */
export function retentionRecords(connection: Connection): RetentionRecords & RetentionWrites {
  return {
    ranAt: async (task) => {
      const [row] = await connection.all<{ ran_at: number }>(
        sql`select ran_at from tasks where name = ${task}`,
      );
      return row?.ran_at ?? null;
    },

    takeTurn: async (task, now, interval) => {
      const taken = await connection.run(sql`
        insert into tasks (name, ran_at) values (${task}, ${now})
        on conflict (name) do update set ran_at = excluded.ran_at where tasks.ran_at <= ${now - interval}`);
      return taken === 1;
    },

    eraseEndedBefore: (end, now, limit) =>
      connection.run(sql`
        update bookings set name = null, email = null, email_key = null, reason = null, holder = null,
          consent_version = null, consent_at = null, updated_at = ${now}
        where code in (
          select code from bookings where (email_key is not null or holder is not null) and end_at < ${end}
          order by end_at limit ${whole(limit)})`),

    dropMessagesBefore: (settled, limit) =>
      connection.run(sql`
        delete from outbox where id in (
          select id from outbox where settled_at is not null and settled_at < ${settled} order by settled_at limit ${whole(limit)})`),

    dropUpdatesBefore: (received, limit) =>
      connection.run(sql`
        delete from chat_updates where id in (
          select id from chat_updates where received_at < ${received} and answered = 1 order by received_at limit ${whole(limit)})`),

    dropRatesBefore: (began, limit) =>
      connection.run(sql`
        delete from rates where name in (
          select name from rates where began_at < ${began} order by began_at limit ${whole(limit)})`),

    dropDraftsBefore: (updated, limit) =>
      connection.run(sql`
        update chats set draft = null where id in (
          select id from chats where draft is not null and updated_at < ${updated} limit ${whole(limit)})`),
  };
}
