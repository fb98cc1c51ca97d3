import type { Holder } from "../../domain/booking.ts";
import { emailKey } from "../../domain/form.ts";
import type { Locale } from "../../domain/municipality.ts";
import { personOf, type WaitingEntry } from "../../domain/waiting.ts";
import type { Wish } from "../../domain/wish.ts";
import type { WaitingRecords, WaitingWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { type Sql, sql, whole } from "./sql.ts";

interface WaitingRow {
  code: string;
  office: string;
  service: string | null;
  wish: string;
  holder: Holder;
  locale: Locale;
  name: string | null;
  email: string | null;
  reason: string | null;
  consent_version: string | null;
  consent_at: number | null;
  proven: number;
  asked: number;
  joined_at: number;
  until_at: number;
}

const COLUMNS = sql`code, office, service, wish, holder, locale, name, email, reason, consent_version, consent_at,
  proven, asked, joined_at, until_at`;
/** More than any office will ever have. */
const MOST = 1000;

/** The rows of `waiting`: who is on which office's list. Their order is that of the rows' numbers. */
export function waitingRecords(connection: Connection): WaitingRecords & WaitingWrites {
  const select = async (rest: Sql) =>
    (await connection.all<WaitingRow>(sql`select ${COLUMNS} from waiting ${rest}`)).map(entryFrom);
  return {
    isAwaited: async (office, now) => {
      const rows = await connection.all(
        sql`select 1 from waiting where office = ${office} and proven = 1 and until_at > ${now} limit 1`,
      );
      return rows.length > 0;
    },

    offices: async (now) => {
      const rows = await connection.all<{ office: string }>(
        sql`select distinct office from waiting where proven = 1 and until_at > ${now} order by office`,
      );
      return rows.map(({ office }) => office);
    },

    inOrder: (office, now) =>
      select(
        sql`where office = ${office} and proven = 1 and until_at > ${now} order by place limit ${whole(MOST)}`,
      ),

    get: async (code) => (await select(sql`where code = ${code}`))[0] ?? null,

    find: async (office, person) =>
      (await select(sql`where office = ${office} and person = ${person}`))[0] ?? null,

    of: ({ holder, email }) => {
      const person = email === undefined ? null : `email:${emailKey(email)}`;
      return select(sql`where holder = ${holder ?? null} or person = ${person} order by place`);
    },

    save: async (entry) => {
      const { code, office, service, holder, locale, contact, asked, joined, until } = entry;
      const wish = JSON.stringify(entry.wish);
      const proven = entry.proven ? 1 : 0;
      const { name = null, email = null, reason = null, consent } = contact ?? {};
      const { version = null, at = null } = consent ?? {};
      await connection.run(sql`
        insert into waiting (code, office, person, service, wish, holder, locale, name, email, reason,
          consent_version, consent_at, proven, asked, joined_at, until_at)
        values (${code}, ${office}, ${personOf(entry)}, ${service}, ${wish}, ${holder}, ${locale}, ${name}, ${email},
          ${reason}, ${version}, ${at}, ${proven}, ${asked}, ${joined}, ${until})
        on conflict (code) do update set service = excluded.service, wish = excluded.wish, holder = excluded.holder,
          locale = excluded.locale, name = excluded.name, email = excluded.email, reason = excluded.reason,
          consent_version = excluded.consent_version, consent_at = excluded.consent_at, proven = excluded.proven,
          asked = excluded.asked, until_at = excluded.until_at`);
    },

    pin: async (code) => {
      const skip = connection.engine === "postgres" ? sql`for update skip locked` : sql``;
      const rows = await connection.all(sql`select 1 from waiting where code = ${code} ${skip}`);
      return rows.length > 0;
    },

    remove: async (code) => {
      await connection.run(sql`delete from waiting where code = ${code}`);
    },

    dropBefore: (now, limit) =>
      connection.run(sql`
        delete from waiting where place in (
          select place from waiting where until_at <= ${now} order by until_at limit ${whole(limit)})`),
  };
}

function entryFrom(row: WaitingRow): WaitingEntry {
  const { name, email, reason, consent_version: version, consent_at: at } = row;
  const isKnown = name !== null && email !== null && reason !== null && version !== null && at !== null;
  return {
    code: row.code,
    office: row.office,
    service: row.service,
    wish: wishFrom(row.wish),
    holder: row.holder,
    locale: row.locale,
    contact: isKnown ? { name, email, reason, consent: { version, at } } : null,
    proven: row.proven === 1,
    asked: row.asked,
    joined: row.joined_at,
    until: row.until_at,
  };
}

/** Wishes written before there was a choice of weekdays say nothing of them. */
function wishFrom(json: string): Wish {
  return { days: null, ...(JSON.parse(json) as Omit<Wish, "days">) };
}
