import { CELL } from "../../domain/slot.ts";
import type { AuditRecords } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { type Sql, sql } from "./sql.ts";

/** How many of a kind are named; the doctor says "and more" with its count at this bound. */
const MOST = 1000;

/** Cross-examination of the tables; each answer is a list of booking codes. */
export function auditRecords(connection: Connection): AuditRecords {
  const codes = async (query: Sql) =>
    (await connection.all<{ code: string }>(sql`${query} limit ${MOST}`)).map(({ code }) => code);

  return {
    strayClaims: () =>
      codes(sql`
        select distinct claims.booking as code from claims left join bookings on bookings.code = claims.booking
        where bookings.code is null or bookings.office <> claims.office or bookings.desk <> claims.desk
          or claims.cell * ${CELL} < bookings.start_at or claims.cell * ${CELL} >= bookings.end_at
          or bookings.state in ('expired', 'cancelled')`),

    unclaimedBookings: (now) =>
      codes(sql`
        select bookings.code from bookings
        where bookings.end_at > ${now}
          and (bookings.state = 'confirmed' or (bookings.state in ('held', 'pending') and bookings.expires_at > ${now}))
          and (bookings.end_at - bookings.start_at) / ${CELL} <> (
            select count(*) from claims where claims.booking = bookings.code and claims.desk = bookings.desk
              and claims.office = bookings.office
              and (claims.expires_at is null or claims.expires_at = bookings.expires_at))`),

    unexplainedBookings: () =>
      codes(sql`
        select bookings.code from bookings
        left join events on events.seq = (select max(seq) from events where events.booking = bookings.code)
        where events.seq is null or events.state <> bookings.state or events.start_at <> bookings.start_at
          or events.end_at <> bookings.end_at or events.desk <> bookings.desk or events.mode <> bookings.mode
          or events.version <> bookings.version or events.office <> bookings.office`),

    failedMessages: () => codes(sql`select booking as code from outbox where state = 'failed'`),

    overdueMessages: (before) =>
      codes(sql`select booking as code from outbox where state = 'waiting' and next_at < ${before}`),
  };
}
