import type { BookingState } from "../../domain/booking.ts";
import type { Channel } from "../../domain/message.ts";
import type { MeasureRecords } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { sql } from "./sql.ts";

/** Numbers for whoever watches over the system; read from indexes that do not grow with the years. */
export function measureRecords(connection: Connection): MeasureRecords {
  return {
    bookings: (since, now) =>
      connection.all<{ office: string; state: BookingState; count: number }>(sql`
        select office, case when expires_at <= ${now} then 'expired' else state end as state, count(*) as count
        from bookings where start_at >= ${since}
        group by 1, 2 order by 1, 2`),

    unconfirmed: async (office, now) => {
      const [row] = await connection.all<{ count: number }>(
        sql`select count(*) as count from bookings where expires_at > ${now} and office = ${office}`,
      );
      return row?.count ?? 0;
    },

    outbox: (now) =>
      connection.all<{ channel: Channel; waiting: number; due: number; oldest: number | null }>(sql`
        select channel, count(*) as waiting, sum(case when next_at <= ${now} then 1 else 0 end) as due,
          min(case when next_at <= ${now} then due_at end) as oldest
        from outbox where state = 'waiting' group by channel order by channel`),

    failedMessages: async () => {
      const [row] = await connection.all<{ count: number }>(
        sql`select count(*) as count from outbox where state = 'failed'`,
      );
      return row?.count ?? 0;
    },
  };
}
