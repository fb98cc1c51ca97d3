/** A hold as raw better-sqlite3: one transaction of the rows that ours writes, prepared once, nothing looked at. */
import { join } from "node:path";
import Database from "better-sqlite3";

const CELL = 5 * 60_000;

export interface RawHolds {
  hold(office: string, start: number): void;
  close(): void;
}

/** @param schema a database of ours, whose tables and indexes are made again, empty */
export function rawHolds(folder: string, schema: string): RawHolds {
  const database = new Database(join(folder, `floor-${Math.trunc(performance.now() * 1000)}.sqlite`));
  const model = new Database(schema, { readonly: true });
  const tables = model.prepare(
    "select sql from sqlite_master where sql is not null and name not like 'sqlite_%'",
  );
  for (const text of tables.pluck().all()) database.exec(String(text));
  model.close();
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  const claim = database.prepare(
    "insert into claims (office, cell, desk, booking, expires_at) values (?, ?, 1, ?, ?), (?, ?, 1, ?, ?), (?, ?, 1, ?, ?)",
  );
  const booking = database.prepare(`
    insert into bookings (code, office, mode, start_at, end_at, desk, state, expires_at, version, holder, locale, created_at, updated_at)
    values (?, ?, 'in_person', ?, ?, 1, 'held', ?, 1, ?, 'it', ?, ?)`);
  const event = database.prepare(`
    insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
    values (?, ?, 'held', 'citizen', ?, 'held', 'in_person', ?, ?, 1, 1)`);
  let count = 0;
  const hold = database.transaction((office: string, start: number) => {
    // As scattered as ours are: rows that come in the order of their keys share pages that ours cannot.
    const code = ((count * 0x9e3779b1) >>> 0).toString(36).padStart(7, "0");
    count++;
    const cell = start / CELL;
    const end = start + 3 * CELL;
    const rows = [cell, cell + 1, cell + 2].flatMap((one) => [office, one, code, start]);
    claim.run(...rows);
    booking.run(code, office, start, end, start, `web:floor-${count}`, start, start);
    event.run(code, start, office, start, end);
  });
  return {
    hold: (office, start) => hold.immediate(office, start),
    close: () => database.close(),
  };
}
