import { DatabasePark } from "../support/postgres-park.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { openTown } from "../support/town.ts";
import type { Bench } from "./bench.ts";
import { freeTimes, holder, officesOf } from "./click-slots.ts";
import { postgresHolds } from "./floors/postgres-holds.ts";
import { quantile, rate, ratios } from "./measure.ts";

const AT_ONCE = 8;

/** Holds on PostgreSQL through the public use case, eight at once, against the same statements by bare `pg`. */
export const postgres: Bench = {
  name: "postgres-holds",
  async run({ short }) {
    const park = new DatabasePark(await startPostgres());
    try {
      return [await compared(await park.take(false), await park.take(false), short)];
    } finally {
      await park.close();
    }
  },
};

async function compared(url: string, floorUrl: string, short: boolean) {
  const { offices, ids, start } = officesOf(20);
  const env = (database: string) => ({
    DATABASE_URL: database,
    APP_SECRET: "the bench's own secret of 32 bytes and more",
  });
  const policy = { horizon_days: 60 };
  await using town = await openTown({ offices, start, env: env(url), municipality: { policy } });
  await using plain = await openTown({ offices, start, env: env(floorUrl), municipality: { policy } });
  const times = await freeTimes(town.core, ids);
  const floor = await postgresHolds(plain.env.DATABASE_URL ?? "", AT_ONCE);
  const ours = holder(town.core, times);
  let next = 0;
  const floorHold = (connection: number) => {
    const time = times[next++];
    if (!time) throw new Error("no more free times: the bench needs more offices");
    return floor.hold(connection, time.office, time.start);
  };
  const calls = short ? 400 : 1_200;
  const rates: Record<"floor" | "ours", number[]> = { floor: [], ours: [] };
  for (let round = -1; round < (short ? 3 : 7); round++) {
    const one = { floor: await rate(calls, AT_ONCE, floorHold), ours: await rate(calls, AT_ONCE, ours) };
    if (round < 0) continue;
    rates.floor.push(one.floor);
    rates.ours.push(one.ours);
  }
  await floor.close();
  return {
    what: `holds on PostgreSQL, ${AT_ONCE} at once`,
    unit: "/s",
    floor: quantile(rates.floor, 0.5),
    ours: quantile(rates.ours, 0.5),
    ...ratios(rates.ours, rates.floor),
    goal: { least: 0.5 },
  };
}
