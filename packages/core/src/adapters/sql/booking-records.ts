import type { Booking, BookingState, Consent, Holder } from "../../domain/booking.ts";
import { emailKey } from "../../domain/form.ts";
import type { Locale } from "../../domain/municipality.ts";
import type { Mode } from "../../domain/office.ts";
import type { BookingFilter, BookingRecords, BookingWrites } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { and, oneOf, type Sql, sql, whole } from "./sql.ts";

/** A row of `bookings` as {@link BOOKING_COLUMNS} name it. */
export interface BookingRow {
  code: string;
  office: string;
  service: string | null;
  mode: Mode;
  start_at: number;
  end_at: number;
  desk: number;
  state: BookingState;
  expires_at: number | null;
  version: number;
  holder: Holder | null;
  locale: Locale;
  name: string | null;
  email: string | null;
  reason: string | null;
  consent_version: string | null;
  consent_at: number | null;
  created_at: number;
  updated_at: number;
}

export const BOOKING_COLUMNS = sql`code, office, service, mode, start_at, end_at, desk, state, expires_at, version, holder, locale,
  name, email, reason, consent_version, consent_at, created_at, updated_at`;

/** The rows of `bookings`. */
export function bookingRecords(connection: Connection): BookingRecords & BookingWrites {
  // Two presses of one button at once, in two processes: the second waits, and then sees what the first has done.
  // SQLite has one writer at a time anyway.
  const alone = connection.engine === "postgres" && "nested" in connection ? sql`for update` : sql``;
  const select = async (rest: Sql) =>
    (await connection.all<BookingRow>(sql`select ${BOOKING_COLUMNS} from bookings ${rest}`)).map(bookingFrom);

  return {
    get: async (code) => (await select(sql`where code = ${code} ${alone}`))[0] ?? null,

    find: (filter) =>
      select(
        sql`where ${and(conditions(filter))} order by start_at, desk, code
          limit ${filter.limit ?? whole(100_000)}`,
      ),

    liveOf: ({ emailKey: key, holder }, now) =>
      select(sql`where (email_key = ${key} or holder = ${holder}) and end_at > ${now}
        and (state = 'confirmed' or (state = 'pending' and expires_at > ${now}))`),

    unfinishedOf: (holder, now) =>
      select(sql`where holder = ${holder} and end_at > ${now} and state in ('held', 'pending') and expires_at > ${now}
        order by created_at`),

    heldBy: (holder, now) =>
      select(sql`where holder = ${holder} and end_at > ${now} and state = 'held' and expires_at > ${now}
        order by created_at`),

    lapsed: (now, limit) =>
      select(
        sql`where expires_at is not null and expires_at <= ${now} order by expires_at, code limit ${whole(limit)}`,
      ),

    add: async (booking) => {
      const row = toRow(booking);
      const added = await connection.run(sql`
        insert into bookings (code, office, service, mode, start_at, end_at, desk, state, expires_at, version, holder,
          locale, name, email, email_key, reason, consent_version, consent_at, created_at, updated_at)
        values (${row.code}, ${row.office}, ${row.service}, ${row.mode}, ${row.start_at}, ${row.end_at}, ${row.desk},
          ${row.state}, ${row.expires_at}, ${row.version}, ${row.holder}, ${row.locale}, ${row.name}, ${row.email},
          ${keyOf(row.email)}, ${row.reason}, ${row.consent_version}, ${row.consent_at}, ${row.created_at},
          ${row.updated_at})
        on conflict (code) do nothing`);
      return added === 1;
    },

    remove: async (code) => {
      await connection.run(sql`delete from bookings where code = ${code}`);
    },

    replace: async (booking, was, now) => {
      const row = toRow(booking);
      const changed = await connection.run(sql`
        update bookings set service = ${row.service}, mode = ${row.mode}, start_at = ${row.start_at},
          end_at = ${row.end_at}, desk = ${row.desk}, state = ${row.state}, expires_at = ${row.expires_at},
          version = ${row.version}, holder = ${row.holder}, locale = ${row.locale}, name = ${row.name},
          email = ${row.email}, email_key = ${keyOf(row.email)}, reason = ${row.reason},
          consent_version = ${row.consent_version}, consent_at = ${row.consent_at}, updated_at = ${row.updated_at}
        where code = ${row.code} and state = ${was.state} and version = ${was.version}
          and (expires_at is null or expires_at > ${now})`);
      return changed === 1;
    },

    erase: async (code, now) => {
      await connection.run(sql`
        update bookings set name = null, email = null, email_key = null, reason = null, holder = null,
          consent_version = null, consent_at = null, updated_at = ${now}
        where code = ${code}`);
    },

    expire: async (code, now) => {
      const changed = await connection.run(sql`
        update bookings set state = 'expired', expires_at = null, updated_at = ${now}
        where code = ${code} and expires_at <= ${now}`);
      return changed === 1;
    },
  };
}

function conditions(filter: BookingFilter): Sql[] {
  const all: Sql[] = [];
  if (filter.offices) all.push(oneOf(sql`office`, filter.offices));
  if (filter.states) all.push(oneOf(sql`state`, filter.states));
  if (filter.from !== undefined) all.push(sql`start_at >= ${filter.from}`);
  if (filter.to !== undefined) all.push(sql`start_at < ${filter.to}`);
  if (filter.endsAfter !== undefined) all.push(sql`end_at > ${filter.endsAfter}`);
  if (filter.holder !== undefined) all.push(sql`holder = ${filter.holder}`);
  if (filter.email !== undefined) all.push(sql`email_key = ${emailKey(filter.email)}`);
  return all;
}

function keyOf(email: string | null): string | null {
  return email === null ? null : emailKey(email);
}

function toRow(booking: Booking): BookingRow {
  return {
    code: booking.code,
    office: booking.office,
    service: booking.service,
    mode: booking.mode,
    start_at: booking.start,
    end_at: booking.end,
    desk: booking.desk,
    state: booking.state,
    expires_at: booking.expires,
    version: booking.version,
    holder: booking.holder,
    locale: booking.locale,
    name: booking.name,
    email: booking.email,
    reason: booking.reason,
    consent_version: booking.consent?.version ?? null,
    consent_at: booking.consent?.at ?? null,
    created_at: booking.created,
    updated_at: booking.updated,
  };
}

export function bookingFrom(row: BookingRow): Booking {
  const consent: Consent | null =
    row.consent_version !== null && row.consent_at !== null
      ? { version: row.consent_version, at: row.consent_at }
      : null;
  return {
    code: row.code,
    office: row.office,
    service: row.service,
    mode: row.mode,
    start: row.start_at,
    end: row.end_at,
    desk: row.desk,
    state: row.state,
    expires: row.expires_at,
    version: row.version,
    holder: row.holder,
    locale: row.locale,
    name: row.name,
    email: row.email,
    reason: row.reason,
    consent,
    created: row.created_at,
    updated: row.updated_at,
  };
}
