import type { RateRecords } from "../../ports.ts";
import type { Connection } from "./connection.ts";
import { sql } from "./sql.ts";

/** The rows of `rates`: how often something has been used in the span of time that is running. */
export function rateRecords(connection: Connection): RateRecords {
  return {
    use: async (name, now, span) => {
      const over = sql`rates.began_at <= ${now - span}`;
      const [row] = await connection.all<{ uses: number; began: number }>(sql`
        insert into rates (name, began_at, uses) values (${name}, ${now}, 1)
        on conflict (name) do update set
          uses = case when ${over} then 1 else rates.uses + 1 end,
          began_at = case when ${over} then excluded.began_at else rates.began_at end
        returning uses, began_at as began`);
      return row ?? { uses: 1, began: now };
    },
  };
}
