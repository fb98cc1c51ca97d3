/** A hold as bare `pg`: the statements of ours that find and take a time, prepared, one round trip each. */
import pg from "pg";

const CELL = 5 * 60_000;

export interface PostgresHolds {
  /** By one of the connections. */
  hold(connection: number, office: string, start: number): Promise<void>;
  close(): Promise<void>;
}

export async function postgresHolds(url: string, connections: number): Promise<PostgresHolds> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  for (const client of clients) await client.connect();
  let count = 0;
  return {
    hold: async (connection, office, start) => {
      const client = clients[connection];
      if (!client) throw new Error(`no connection ${connection}`);
      const code = `F${(count++).toString(36).padStart(6, "0")}`;
      const cell = start / CELL;
      const end = start + 3 * CELL;
      const ask = (name: string, text: string, values: readonly unknown[]) =>
        client.query({ name, text, values: [...values] });
      await client.query("begin");
      await ask("lock", "select pg_advisory_xact_lock(hashtextextended($1, 0))", [`web:${code}`]);
      await ask(
        "office",
        "select offices.revision, municipality.revision from offices cross join municipality where offices.id = $1",
        [office],
      );
      await ask(
        "unfinished",
        "select * from bookings where holder = $1 and end_at > $2 and state in ('held', 'pending') and expires_at > $2",
        [`web:${code}`, start],
      );
      await ask("taken", "select cell, desk from claims where office = $1 and cell >= $2 and cell < $3", [
        office,
        cell,
        cell + 3,
      ]);
      await ask(
        "claim",
        `insert into claims (office, cell, desk, booking, expires_at)
         values ($1, $2, 1, $5, $6), ($1, $3, 1, $5, $6), ($1, $4, 1, $5, $6)`,
        [office, cell, cell + 1, cell + 2, code, start],
      );
      await ask(
        "booking",
        `insert into bookings (code, office, mode, start_at, end_at, desk, state, expires_at, version, holder, locale, created_at, updated_at)
         values ($1, $2, 'in_person', $3, $4, 1, 'held', $3, 1, $5, 'it', $3, $3)`,
        [code, office, start, end, `web:${code}`],
      );
      await ask(
        "event",
        `insert into events (booking, at, kind, actor, office, state, mode, start_at, end_at, desk, version)
         values ($1, $3, 'held', 'citizen', $2, 'held', 'in_person', $3, $4, 1, 1)`,
        [code, office, start, end],
      );
      await client.query("commit");
    },
    close: async () => {
      for (const client of clients) await client.end();
    },
  };
}
