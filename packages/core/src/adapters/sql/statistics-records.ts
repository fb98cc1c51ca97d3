import { DAY } from "../../domain/slot.ts";
import type { AppointmentsRow, HappenedRow, LeadRow, StatisticsRecords } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { sql } from "./sql.ts";

/** Counts over `events` and `bookings`, neither of which needs the person to be counted. */
export function statisticsRecords(connection: Connection): StatisticsRecords {
  return {
    // An official's booking is confirmed without a request: it counts as both. A hold that lapsed was no request.
    happened: (from, to) =>
      connection.all<HappenedRow>(sql`
        select office, mode, kind, count(*) as count from (
          select office, mode, kind from events
          where at >= ${from} and at < ${to} and kind in ('requested', 'confirmed', 'moved', 'cancelled')
          union all
          select office, mode, 'requested' as kind from events as direct
          where at >= ${from} and at < ${to} and kind = 'confirmed' and not exists (
            select 1 from events where events.booking = direct.booking and events.kind = 'requested')
          union all
          select office, mode, kind from events as lapsed
          where at >= ${from} and at < ${to} and kind = 'expired' and exists (
            select 1 from events where events.booking = lapsed.booking and events.kind = 'requested')) as happened
        group by office, mode, kind order by office, mode, kind`),

    appointments: (from, to) =>
      connection.all<AppointmentsRow>(sql`
        select office, mode, state, count(*) as count, cast(sum(end_at - start_at) as bigint) as length from bookings
        where start_at >= ${from} and start_at < ${to} and state in ('confirmed', 'attended', 'no_show')
        group by office, mode, state order by office, mode, state`),

    leadTimes: (from, to) =>
      connection.all<LeadRow>(sql`
        select below, count(*) as count, cast(sum(ahead) as bigint) as length from (
          select start_at - created_at as ahead,
            case when start_at - created_at < ${DAY} then 1
              when start_at - created_at < ${3 * DAY} then 3
              when start_at - created_at < ${7 * DAY} then 7
              when start_at - created_at < ${14 * DAY} then 14
              when start_at - created_at < ${30 * DAY} then 30 end as below
          from bookings
          where start_at >= ${from} and start_at < ${to} and state in ('confirmed', 'attended', 'no_show')) as leads
        group by below order by below`),
  };
}
