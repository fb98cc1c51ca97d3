import { join } from "node:path";
import Database from "better-sqlite3";

const SLOT = 15 * 60_000;
const A_DAY = 20;

/**
 * Fills a SQLite town with `count` past bookings of one office, with their claims, events and mails, as if it had
 * served citizens for years: each day has {@link A_DAY} of them, the last ended the day before `before`.
 */
export function grow(folder: string, office: string, count: number, before: number): void {
  const database = new Database(join(folder, "data/ricevimenti.sqlite"));
  database.pragma("synchronous = OFF");
  database.pragma("cache_size = -64000");
  const numbers = `with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n + 1 < ${count})`;
  const start = `${before} - (n / ${A_DAY} + 1) * 86400000 + (n % ${A_DAY}) * ${SLOT}`;
  const code = "printf('G%06X', n)";
  database.exec(`
    begin;
    insert into bookings (code, office, mode, start_at, end_at, desk, state, version, holder, locale, name, email, email_key,
      reason, consent_version, consent_at, created_at, updated_at)
    ${numbers} select ${code}, '${office}', 'in_person', ${start}, ${start} + ${SLOT}, 1, 'attended', 1, 'web:grown-' || n, 'it',
      'Persona ' || n, 'persona' || n || '@example.org', 'persona' || n || '@example.org', 'Chiarimenti', '1', ${start}, ${start}, ${start}
    from numbers;
    insert into claims (office, cell, desk, booking)
    ${numbers} select '${office}', (${start}) / 300000 + cell, 1, ${code}
    from numbers, (select 0 as cell union all select 1 union all select 2);
    insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
    ${numbers} select ${code}, ${start}, kind, 'citizen', '${office}', state, 'in_person', ${start}, ${start} + ${SLOT}, 1, 1
    from numbers, (select 'held' as kind, 'held' as state union all select 'requested', 'pending'
      union all select 'confirmed', 'confirmed' union all select 'attended', 'attended');
    commit;
    analyze;`);
  database.close();
}
