import type { OfficeGroup } from "../../domain/office-group.ts";
import type { GroupRecords, GroupWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { type Sql, sql } from "./sql.ts";

interface GroupRow {
  office: string;
  chat: number;
  details: number;
}

/** The rows of `office_groups`, and of `group_codes`, by which a group becomes an office's. */
export function groupRecords(connection: Connection): GroupRecords & GroupWrites {
  const select = async (rest: Sql): Promise<OfficeGroup[]> => {
    const rows = await connection.all<GroupRow>(sql`select office, chat, details from office_groups ${rest}`);
    return rows.map(({ details, ...row }) => ({ ...row, details: details === 1 }));
  };
  return {
    of: async (office) => (await select(sql`where office = ${office}`))[0] ?? null,
    officesOf: (chat) => select(sql`where chat = ${chat} order by office`),

    offer: async ({ hash, office, details, expires }, now) => {
      await connection.run(sql`delete from group_codes where expires_at <= ${now}`);
      await connection.run(sql`
        insert into group_codes (hash, office, details, expires_at)
        values (${hash}, ${office}, ${details ? 1 : 0}, ${expires})`);
    },

    take: async (hash, now) => {
      const [row] = await connection.all<{ office: string; details: number }>(sql`
        delete from group_codes where hash = ${hash} and expires_at > ${now} returning office, details`);
      return row ? { office: row.office, details: row.details === 1 } : null;
    },

    link: async ({ office, chat, details }) => {
      await connection.run(sql`
        insert into office_groups (office, chat, details) values (${office}, ${chat}, ${details ? 1 : 0})
        on conflict (office) do update set chat = excluded.chat, details = excluded.details`);
    },

    unlink: (which) =>
      connection.run(
        "office" in which
          ? sql`delete from office_groups where office = ${which.office}`
          : sql`delete from office_groups where chat = ${which.chat}`,
      ),

    migrate: async (from, to) => {
      await connection.run(sql`update office_groups set chat = ${to} where chat = ${from}`);
    },
  };
}
