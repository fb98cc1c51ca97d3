import { ANNOUNCEMENTS, type Announcement, type BookingEvent } from "../../domain/event.ts";
import type { EventRecords, EventWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { oneOf, sql } from "./sql.ts";

/** Values in one statement: far below what either engine takes. */
const CHUNK = 500;

/** The rows of `events`: only ever added to. */
export function eventRecords(connection: Connection): EventRecords & EventWrites {
  return {
    of: (booking) =>
      connection.all<BookingEvent>(sql`
        select seq, booking, at, kind, actor, office, state, mode, start_at as start, end_at as "end", desk, version
        from events where booking = ${booking} order by seq`),

    announced: async (bookings) => {
      const told = new Map<string, Announcement>();
      const versions = new Map(bookings.map(({ code, version }) => [code, version]));
      const codes = [...versions.keys()];
      for (let from = 0; from < codes.length; from += CHUNK) {
        const rows = await connection.all<{ booking: string; kind: Announcement; version: number }>(sql`
          select booking, kind, version from events
          where ${oneOf(sql`booking`, codes.slice(from, from + CHUNK))} and ${oneOf(sql`kind`, ANNOUNCEMENTS)}
          order by seq`);
        for (const { booking, kind, version } of rows)
          if (versions.get(booking) === version) told.set(booking, kind);
      }
      return told;
    },

    append: async (event) => {
      await connection.send(sql`
        insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
        values (${event.booking}, ${event.at}, ${event.kind}, ${event.actor}, ${event.office}, ${event.state},
          ${event.mode}, ${event.start}, ${event.end}, ${event.desk}, ${event.version})`);
    },
  };
}
