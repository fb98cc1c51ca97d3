import type { BookingEvent } from "../../domain/event.ts";
import type { EventRecords, EventWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { sql } from "./sql.ts";

/** The rows of `events`: only ever added to. */
export function eventRecords(connection: Connection): EventRecords & EventWrites {
  return {
    of: (booking) =>
      connection.all<BookingEvent>(sql`
        select seq, booking, at, kind, actor, office, state, mode, start_at as start, end_at as "end", desk, version
        from events where booking = ${booking} order by seq`),

    append: async (event) => {
      await connection.run(sql`
        insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
        values (${event.booking}, ${event.at}, ${event.kind}, ${event.actor}, ${event.office}, ${event.state},
          ${event.mode}, ${event.start}, ${event.end}, ${event.desk}, ${event.version})`);
    },
  };
}
