import { strict as assert } from "node:assert";
import type { Core } from "@ricevimenti/core";
import { growTown } from "../support/grown-town.ts";
import { examineHotCalls } from "../support/hot-calls.ts";
import { DatabasePark } from "../support/postgres-park.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { openTown, type TestTown } from "../support/town.ts";
import type { Bench, Figure } from "./bench.ts";
import { freeTimes, holder, officesOf } from "./click-slots.ts";
import { paired } from "./measure.ts";
import { TOWN } from "./workloads.ts";

const DAY = 86_400_000;
const FEW = 1_000;
/** What a row for each of a booking's claims and events takes at least, in bytes. */
const KILOBYTE = 1_000;
const SECRET = "the bench's own secret of 32 bytes and more";

/**
 * The same calls on a town with a million past bookings and on one with a thousand. Before anything is timed, the doctor
 * finds nothing wrong, and every statement that hot calls send is seen to go by its index.
 */
export const growth: Bench = {
  name: "growth",
  async run({ short }) {
    const large = short ? 20_000 : 1_000_000;
    const figures = await compared("SQLite", large, short, async () => ({}));
    if (short) return figures;
    const park = new DatabasePark(await startPostgres());
    try {
      const env = async () => ({ DATABASE_URL: await park.take(false), APP_SECRET: SECRET });
      return [...figures, ...(await compared("PostgreSQL", large, short, env))];
    } finally {
      await park.close();
    }
  },
};

async function compared(
  where: string,
  large: number,
  short: boolean,
  env: () => Promise<Readonly<Record<string, string>>>,
): Promise<Figure[]> {
  const { offices, ids, start } = officesOf(9);
  const municipality = { ...TOWN, policy: { horizon_days: 60 } };
  const open = async (bookings: number) => {
    const town = await openTown({ offices, start, municipality, env: await env() });
    const before = await bytesOf(town);
    await growTown(town, { municipality, offices, bookings });
    const each = ((await bytesOf(town)) - before) / bookings;
    // In its last: the sales of the others are the bench's.
    const faults = (await examineHotCalls(town, ids[8] ?? "")).flatMap((call) => call.faults);
    assert.ok(bookings === FEW || faults.length === 0, faults.join("\n"));
    return {
      town,
      each,
      hold: holder(town.core, await freeTimes(town.core, ids.slice(0, 8)), `past-${bookings}`),
    };
  };
  const few = await open(FEW);
  const many = await open(large);
  try {
    const errors = (await many.town.core.doctor()).filter(({ level }) => level === "error");
    assert.deepEqual(errors, []);
    const rounds = short ? 9 : 15;
    const figure = async (
      what: string,
      calls: number,
      work: (core: Core) => Promise<unknown>,
    ): Promise<Figure> => ({
      what: `${where}: ${what}, ${large.toLocaleString("en")} past bookings to 1,000`,
      unit: "ms",
      goal: { most: 1.2 },
      ...(await paired(
        { floor: () => work(few.town.core), ours: () => work(many.town.core) },
        { calls, rounds },
      )),
    });
    const today = many.town.clock.now();
    const disk = many.each / KILOBYTE;
    return [
      await figure("slots", 50, (core) => core.listSlots({ office: "ufficio-0" })),
      await figure("hold", 40, (core) => (core === few.town.core ? few.hold() : many.hold())),
      await figure("agenda of a day", 100, (core) =>
        core.agenda({ offices: ["ufficio-0"], from: today, to: today + DAY }),
      ),
      await figure("doctor, quick", 3, (core) => core.doctor()),
      {
        what: `${where}: disk for a past booking, to a kilobyte`,
        unit: "bytes",
        floor: KILOBYTE,
        ours: many.each,
        ratio: disk,
        spread: [disk, disk],
        goal: { most: 2 },
      },
    ];
  } finally {
    await few.town[Symbol.asyncDispose]();
    await many.town[Symbol.asyncDispose]();
  }
}

/** What the database takes on disk. */
async function bytesOf({ core }: TestTown): Promise<number> {
  return (await core.records.audit.extent()).bytes;
}
