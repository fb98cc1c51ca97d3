import type { TrailEntry } from "../../domain/staff-act.ts";
import type { TrailRecords, TrailWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { sql } from "./sql.ts";

/** What officials did: the rows of `staff_acts`, and of the logs that bookings and offices have. */
export function trailRecords(connection: Connection): TrailRecords & TrailWrites {
  return {
    find: async ({ from, to, limit }) => {
      const found = await connection.all<TrailEntry>(sql`
        select * from (
          select at, actor, act, subject from staff_acts where at >= ${from} and at < ${to}
          union all
          select at, actor, 'booking_' || kind as act, booking as subject from events
          where at >= ${from} and at < ${to} and actor like 'staff:%'
          union all
          select at, actor, case when definition is null then 'office_removed' else 'office_saved' end as act,
            office as subject from office_revisions
          where at >= ${from} and at < ${to} and actor like 'staff:%') as trail
        order by at desc, act, subject limit ${limit}`);
      return found.toReversed();
    },

    note: async ({ at, actor, act, subject }) => {
      await connection.run(
        sql`insert into staff_acts (at, actor, act, subject) values (${at}, ${actor}, ${act}, ${subject})`,
      );
    },
  };
}
