import type { Occupancy } from "../../domain/occupancy.ts";
import { CELL } from "../../domain/slot.ts";
import type { ClaimRecords, ClaimWrites, DeskPlace } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { join, oneOf, type Sql, sql } from "./sql.ts";

/** More than an opening may have: a cell and its desk are one number while they are read. */
const DESKS = 64;

/** The rows of `claims`: one desk's five minutes each, taken by one booking (invariant 1). */
export function claimRecords(connection: Connection): ClaimRecords & ClaimWrites {
  return {
    taken: async (office, fromCell, toCell, now, except = "") => {
      const seats = await connection.column<number>(sql`
        select cell * ${DESKS} + desk from claims
        where office = ${office} and cell >= ${fromCell} and cell < ${toCell}
          and (expires_at is null or expires_at > ${now}) and booking <> ${except}
        order by cell, desk`);
      return occupancyOf(seats);
    },

    takenOf: async (offices, fromCell, toCell, now) => {
      const rows = await connection.all<{ office: string; seat: number }>(sql`
        select office, cell * ${DESKS} + desk as seat from claims
        where ${oneOf(sql`office`, offices)} and cell >= ${fromCell} and cell < ${toCell}
          and (expires_at is null or expires_at > ${now})
        order by office, cell, desk`);
      const seats = Map.groupBy(rows, ({ office }) => office);
      return (office) => occupancyOf((seats.get(office) ?? []).map(({ seat }) => seat));
    },

    claim: async ({ booking, office, desk, start, end, expires }, now) => {
      const rows = [];
      for (let cell = start / CELL; cell < end / CELL; cell++) {
        rows.push(sql`(${office}, ${cell}, ${desk}, ${booking}, ${expires})`);
      }
      const insert = sql`insert into claims (office, cell, desk, booking, expires_at) values ${join(rows)}`;
      const here = cellsOf({ office, desk, start, end });
      const free = await connection.run(sql`${insert} on conflict (office, cell, desk) do nothing`);
      if (free === rows.length) return true;

      // Looked at first: PostgreSQL locks what it would take over, and those who come too late would wait in a row.
      const [other] = await connection.all(sql`
        select booking from claims
        where ${here} and booking <> ${booking} and (expires_at is null or expires_at > ${now}) limit 1`);
      if (other === undefined) {
        // A claim whose time has passed gives way inside this very statement (invariant 2).
        const taken = await connection.run(sql`
          ${insert}
          on conflict (office, cell, desk) do update set booking = excluded.booking, expires_at = excluded.expires_at
          where claims.expires_at <= ${now} or claims.booking = excluded.booking`);
        if (taken === rows.length) return true;
      } else if (free === 0) return false;
      await connection.run(sql`delete from claims where ${here} and booking = ${booking}`);
      return false;
    },

    extend: async (claim) =>
      (await connection.run(sql`update claims set expires_at = ${claim.expires} where ${own(claim)}`)) ===
      (claim.end - claim.start) / CELL,

    release: async (place, keep) => {
      await connection.run(
        keep
          ? sql`delete from claims where ${own(place)} and not (${cellsOf(keep)})`
          : sql`delete from claims where ${own(place)}`,
      );
    },
  };
}

function occupancyOf(seats: readonly number[]): Occupancy {
  return {
    cells: seats.map((seat) => Math.floor(seat / DESKS)),
    desks: seats.map((seat) => seat % DESKS),
  };
}

/** The way the primary key is looked up. */
function cellsOf({ office, desk, start, end }: Omit<DeskPlace, "booking">): Sql {
  return sql`office = ${office} and cell >= ${start / CELL} and cell < ${end / CELL} and desk = ${desk}`;
}

/** A cell of the place may have lapsed and be somebody else's by now. */
function own(place: DeskPlace): Sql {
  return sql`${cellsOf(place)} and booking = ${place.booking}`;
}
