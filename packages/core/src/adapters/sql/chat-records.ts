import type { Chat, ChatRecords, ChatWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { sql } from "./sql.ts";

/** The rows of `chats` and `chat_updates`: where each conversation stands, and which updates it has taken in. */
export function chatRecords(connection: Connection): ChatRecords & ChatWrites {
  return {
    get: async (id) => {
      const [row] = await connection.all<Chat>(
        sql`select id, locale, draft, version, screen, updated_at as updated from chats where id = ${id}`,
      );
      return row ?? null;
    },

    owed: async (before) => {
      const rows = await connection.all<{ chat: number }>(
        sql`select distinct chat from chat_updates where answered = 0 and received_at < ${before}`,
      );
      return rows.map((row) => row.chat);
    },

    receive: async (update, chat, now) => {
      const added = await connection.run(sql`
        insert into chat_updates (id, chat, received_at, answered) values (${update}, ${chat}, ${now}, 0)
        on conflict (id) do nothing`);
      if (added === 1) return "new";
      const [row] = await connection.all<{ answered: number }>(
        sql`select answered from chat_updates where id = ${update}`,
      );
      return row?.answered === 0 ? "owed" : "answered";
    },

    answered: async (update) => {
      await connection.run(sql`update chat_updates set answered = 1 where id = ${update}`);
    },

    settle: async (chat, before) => {
      await connection.run(
        sql`update chat_updates set answered = 1 where chat = ${chat} and answered = 0 and received_at < ${before}`,
      );
    },

    save: async ({ id, locale, draft, version, screen, updated }) => {
      await connection.run(sql`
        insert into chats (id, locale, draft, version, screen, updated_at)
        values (${id}, ${locale}, ${draft}, ${version}, ${screen}, ${updated})
        on conflict (id) do update set locale = excluded.locale, draft = excluded.draft, version = excluded.version,
          screen = excluded.screen, updated_at = excluded.updated_at`);
    },

    forget: async (id) => {
      await connection.run(sql`delete from chats where id = ${id}`);
      await connection.run(sql`delete from chat_updates where chat = ${id}`);
    },
  };
}
