import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digest, type TableDigest } from "../../../packages/core/src/adapters/sql/copy-tables.ts";
import { tableShapes } from "../../../packages/core/src/adapters/sql/table-shapes.ts";
import { loadConfig } from "../../../packages/core/src/load-config.ts";
import { engineOf } from "../../../packages/core/src/open-core.ts";
import { seededRandom } from "../../support/clock.ts";
import { growTown } from "../../support/grown-town.ts";
import { type Examined, examineHotCalls, HOT_CALLS } from "../../support/hot-calls.ts";
import { SILENT } from "../../support/log.ts";
import { ENGINES, IMU, MUNICIPALITY, openTown, TARI, type TestTown } from "../../support/town.ts";

const OFFICES = [IMU, TARI];
const TOWN = { offices: OFFICES, start: "2026-03-01T00:00:00+01:00" };

/**
 * A table of this size PostgreSQL rather reads whole where thousands of its rows are wanted. `npm run bench -- --only
 * growth` asks the same of a million bookings, without exception.
 */
const CHEAPER_WHOLE = ["messages due, bookings lapsed, data to erase", "doctor, quick"];

describe.each(ENGINES)("a town with 20,000 bookings on %s", (engine) => {
  let town: TestTown;
  let examined: readonly Examined[];
  beforeAll(async () => {
    town = await openTown({ ...TOWN, engine });
    await growTown(town, { municipality: MUNICIPALITY, offices: OFFICES, bookings: 20_000, keptDays: 30 });
    examined = await examineHotCalls(town, IMU.id);
  });
  afterAll(() => town[Symbol.asyncDispose]());

  test.for(HOT_CALLS)("$what: every statement it sends goes by its index", ({ what }, { skip }) => {
    skip(engine === "postgres" && CHEAPER_WHOLE.includes(what), "asked by the bench, of a million");
    const found = examined.find((one) => one.what === what);
    expect(found?.plans.length).toBeGreaterThan(0);
    expect(found?.faults).toEqual([]);
  });
});

describe("an invented town", () => {
  test("is lawful to the doctor who reads all of it, and the same on both engines", async () => {
    const digests: TableDigest[][] = [];
    for (const engine of ENGINES) {
      await using town = await openTown({ ...TOWN, engine });
      await growTown(town, {
        municipality: MUNICIPALITY,
        offices: OFFICES,
        bookings: 1_500,
        until: town.clock.now() + 30 * 86_400_000,
      });
      const findings = await town.core.doctor({ full: true });
      expect(findings.filter(({ check }) => RECORDS.includes(check)).map(({ level }) => level)).toEqual(
        RECORDS.map(() => "ok"),
      );
      digests.push(await digestsOf(town));
    }
    expect(digests[0]?.map(({ rows }) => rows)).toEqual([
      1_500,
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(digests[1]).toEqual(digests[0]);
  });

  test("is another one for another seed, and has exactly as many bookings as it was asked for", async () => {
    const towns: TableDigest[][] = [];
    for (const seed of [1, 1, 2]) {
      await using town = await openTown(TOWN);
      await growTown(town, { municipality: MUNICIPALITY, offices: OFFICES, bookings: 700, seed });
      towns.push(await digestsOf(town));
    }
    const [first, again, other] = towns;
    expect(again).toEqual(first);
    expect(other?.[0]).toMatchObject({ rows: 700 });
    expect(other?.[0]?.hash).not.toBe(first?.[0]?.hash);
  });
});

const RECORDS = [
  "claims",
  "live-bookings",
  "event-log",
  "histories",
  "lost-bookings",
  "messages",
  "reminders",
  "messages-given-up",
];

async function digestsOf({ env, folder: cwd, clock }: TestTown): Promise<TableDigest[]> {
  const world = { clock, random: seededRandom(3), log: SILENT };
  const engine = await engineOf(loadConfig({ env, cwd }), cwd, world, { create: false });
  try {
    const found: TableDigest[] = [];
    for (const name of ["bookings", "claims", "events", "outbox"])
      for (const shape of tableShapes().filter((one) => one.name === name))
        found.push(await digest(engine.reader, shape));
    return found;
  } finally {
    await engine.close();
  }
}
