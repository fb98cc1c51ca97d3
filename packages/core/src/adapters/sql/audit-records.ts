import type { BookingEvent } from "../../domain/event.ts";
import type { OutboxEntry } from "../../domain/message.ts";
import { CELL, DAY } from "../../domain/slot.ts";
import type { AuditRecords, History } from "../../ports.ts";
import { BOOKING_COLUMNS, type BookingRow, bookingFrom } from "./booking-records.ts";
import type { Connection } from "./connection.ts";
import { messageFrom, OUTBOX_COLUMNS, type OutboxRow } from "./outbox-records.ts";
import { oneOf, type Sql, sql } from "./sql.ts";
import { QUICKLY_REWRITTEN } from "./sqlite-room.ts";

/** How many of a kind are named; the doctor says "and more" with its count at this bound. */
const MOST = 1000;

/** A booking beside one of its events; all of the event's columns are null where it has none. */
type StoryRow = BookingRow & {
  [Column in keyof Omit<BookingEvent, "booking"> as `event_${Column}`]: BookingEvent[Column] | null;
};

/** Cross-examination of the tables. */
export function auditRecords(connection: Connection): AuditRecords {
  const codes = async (query: Sql) =>
    (await connection.all<{ code: string }>(sql`${query} limit ${MOST}`)).map(({ code }) => code);

  return {
    damage: async () => {
      if (connection.engine === "postgres") return [];
      const rows = await connection.all<{ integrity_check: string }>(sql`pragma integrity_check(10)`);
      return rows.map(({ integrity_check }) => integrity_check).filter((line) => line !== "ok");
    },

    startOfRecent: async (now, count) => {
      const [row] = await connection.all<{ start_at: number }>(sql`
        select start_at from bookings where start_at <= ${now} order by start_at desc limit 1 offset ${count - 1}`);
      return row?.start_at ?? 0;
    },

    histories: async ({ start, code }, limit) => {
      // In one statement: what happens meanwhile is in both the bookings and their events, or in neither.
      const rows = await connection.all<StoryRow>(sql`
        select bookings.*, events.seq as event_seq, events.at as event_at, events.kind as event_kind,
          events.actor as event_actor, events.office as event_office, events.state as event_state,
          events.mode as event_mode, events.start_at as event_start, events.end_at as event_end,
          events.desk as event_desk, events.version as event_version
        from (
          select ${BOOKING_COLUMNS} from bookings where start_at >= ${start} and (start_at, code) > (${start}, ${code})
          order by start_at, code limit ${limit}) as bookings
        left join events on events.booking = bookings.code
        order by bookings.start_at, bookings.code, events.seq`);
      const stories = storiesIn(rows);
      // Afterwards: whatever caused a message was read before it.
      const messages = await connection.all<OutboxRow>(sql`
        select ${OUTBOX_COLUMNS} from outbox where ${oneOf(sql`booking`, [...stories.keys()])} order by id`);
      for (const row of messages) stories.get(row.booking)?.messages.push(messageFrom(row));
      return [...stories.values()];
    },

    lostBookings: (newest) =>
      codes(sql`
        select distinct told.booking as code
        from ${newest === undefined ? sql`events` : sql`(select booking from events order by seq desc limit ${newest})`} as told
        left join bookings on bookings.code = told.booking
        where bookings.code is null`),

    strayClaims: (since) =>
      codes(sql`
        ${since === undefined ? sql`` : sql`with recent as materialized (${recentSince(since)})`}
        select distinct claims.booking as code
        from ${since === undefined ? sql`claims` : claimsSince(since)}
          left join ${since === undefined ? sql`bookings` : sql`recent as bookings`} on bookings.code = claims.booking
        where bookings.code is null or bookings.office <> claims.office or bookings.desk <> claims.desk
          or claims.cell * ${CELL} < bookings.start_at or claims.cell * ${CELL} >= bookings.end_at
          or bookings.state in ('expired', 'cancelled')`),

    // No slot is as long as a day, and starts are indexed.
    unclaimedBookings: (now) =>
      codes(sql`
        select bookings.code from bookings
        where bookings.end_at > ${now} and bookings.start_at > ${now - DAY}
          and (bookings.state = 'confirmed' or (bookings.state in ('held', 'pending') and bookings.expires_at > ${now}))
          and (bookings.end_at - bookings.start_at) / ${CELL} <> (
            select count(*) from claims
            where claims.office = bookings.office and claims.desk = bookings.desk
              and claims.cell >= bookings.start_at / ${CELL} and claims.cell < bookings.end_at / ${CELL}
              and claims.booking = bookings.code
              and (claims.expires_at is null or claims.expires_at = bookings.expires_at))`),

    failedMessages: () => codes(sql`select booking as code from outbox where state = 'failed'`),

    overdueMessages: (before) =>
      codes(sql`select booking as code from outbox where state = 'waiting' and next_at < ${before}`),

    extent: async () => {
      const [row] = await connection.all<{ version: number; bytes: number; vacuum: number }>(
        connection.engine === "postgres"
          ? sql`select version, pg_database_size(current_database()) as bytes, 1 as vacuum from schema_version`
          : sql`select user_version as version, page_count * page_size as bytes, auto_vacuum as vacuum
              from pragma_user_version, pragma_page_count, pragma_page_size, pragma_auto_vacuum`,
      );
      const { version = 0, bytes = 0, vacuum = 1 } = row ?? {};
      return { version, bytes, shrinks: vacuum !== 0 || bytes <= QUICKLY_REWRITTEN };
    },
  };
}

/**
 * All that claims since then can belong to, as no slot is as long as a day: read in the order of time, and not each by
 * its code from all there ever was.
 */
function recentSince(since: number): Sql {
  return sql`select code, office, desk, start_at, end_at, state from bookings where start_at >= ${since - DAY}`;
}

/** By way of the offices there are or have been: the claims' key begins with the office. */
function claimsSince(since: number): Sql {
  return sql`(select distinct office from office_revisions) as known
    join claims on claims.office = known.office and claims.cell >= ${Math.floor(since / CELL)}`;
}

function storiesIn(rows: readonly StoryRow[]) {
  const stories = new Map<string, History & { events: BookingEvent[]; messages: OutboxEntry[] }>();
  for (const row of rows) {
    const story = stories.get(row.code) ?? { booking: bookingFrom(row), events: [], messages: [] };
    stories.set(row.code, story);
    const event = eventIn(row);
    if (event) story.events.push(event);
  }
  return stories;
}

function eventIn(row: StoryRow): BookingEvent | null {
  if (row.event_seq === null) return null;
  return {
    seq: row.event_seq,
    booking: row.code,
    at: row.event_at,
    kind: row.event_kind,
    actor: row.event_actor,
    office: row.event_office,
    state: row.event_state,
    mode: row.event_mode,
    start: row.event_start,
    end: row.event_end,
    desk: row.event_desk,
    version: row.event_version,
  } as BookingEvent;
}
