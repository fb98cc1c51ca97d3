import { describe, expect, test } from "vitest";
import { claimRecords } from "../../../packages/core/src/adapters/sql/claim-records.ts";
import { dollar, flatten, type Sql, sql } from "../../../packages/core/src/adapters/sql/sql.ts";
import { MINUTE } from "../../../packages/core/src/domain/slot.ts";
import type { ClaimWrites, DeskClaim } from "../../../packages/core/src/ports.ts";
import { seededRandom } from "../../support/clock.ts";
import { onDatabase } from "../../support/postgres-park.ts";
import { ENGINES } from "../../support/town.ts";
import { cell, claim, NOW, TEN } from "./builders.ts";
import { count, useStore } from "./open-store.ts";

const at = (minutes: number) => TEN + minutes * MINUTE;

describe.each(ENGINES)("claims on %s", (engine) => {
  const db = useStore(engine);
  const take = (wanted: Partial<DeskClaim>, now = NOW) =>
    db.store.write(({ claims }) => claims.claim(claim(wanted), now));
  /** Taken cells as minutes after ten, with their desk. */
  const taken = async (options: { now?: number; except?: string; office?: string } = {}) => {
    const { now = NOW, except, office = "tributi-imu" } = options;
    const { cells, desks } = await db.store.read.claims.taken(
      office,
      cell(at(-60)),
      cell(at(120)),
      now,
      except,
    );
    return cells.map((one, i) => [(one - cell(TEN)) * 5, desks[i]]);
  };

  test("take every five minutes of their time, at one desk of one office", async () => {
    expect(await take({ desk: 2 })).toBe(true);
    expect(await taken()).toEqual([
      [0, 2],
      [5, 2],
      [10, 2],
    ]);
    expect(await taken({ office: "anagrafe" })).toEqual([]);
  });

  test("are told of for several offices at once, each its own", async () => {
    await take({ expires: NOW + 5 });
    await take({ booking: "BBB-222", office: "anagrafe", desk: 2, start: at(10) });
    await take({ booking: "CCC-222", office: "anagrafe", expires: NOW });
    const takenOf = await db.store.read.claims.takenOf(
      ["tributi-imu", "anagrafe", "suap"],
      cell(at(-60)),
      cell(at(120)),
      NOW,
    );
    for (const office of ["tributi-imu", "anagrafe", "suap"]) {
      const own = await db.store.read.claims.taken(office, cell(at(-60)), cell(at(120)), NOW);
      expect(takenOf(office)).toEqual(own);
    }
    expect(takenOf("tributi-imu").cells).toHaveLength(3);
    expect(new Set(takenOf("anagrafe").desks)).toEqual(new Set([2]));
    expect(takenOf("suap").cells).toEqual([]);
  });

  test("are told of for the cells asked for, the last one left out", async () => {
    await take({});
    const { cells } = await db.store.read.claims.taken("tributi-imu", cell(at(5)), cell(at(10)), NOW);
    expect(cells).toEqual([cell(at(5))]);
  });

  test("are told of in the order of time, then of desks", async () => {
    await take({ booking: "BBB-222", desk: 2 });
    await take({ booking: "AAA-222", desk: 1, end: at(5) });
    expect(await taken()).toEqual([
      [0, 1],
      [0, 2],
      [5, 2],
      [10, 2],
    ]);
  });

  test("are not told of to the booking that has them, nor when they have lapsed", async () => {
    await take({ expires: NOW + 1 });
    expect(await taken({ except: "K7P-4QX" })).toEqual([]);
    expect(await taken({ now: NOW })).toHaveLength(3);
    expect(await taken({ now: NOW + 1 })).toEqual([]);
  });

  test.each([
    ["the same time", 0, 15],
    ["a longer time around it", -5, 20],
    ["twenty minutes that begin in its last five", 10, 30],
    ["twenty minutes that end in its first five", -15, 5],
    ["five minutes in the middle", 5, 10],
  ])("refuse another booking %s, and leave nothing of it behind", async (_, from, to) => {
    await take({});
    expect(await take({ booking: "BBB-222", start: at(from), end: at(to) })).toBe(false);
    expect(await taken()).toEqual([
      [0, 1],
      [5, 1],
      [10, 1],
    ]);
    expect(await taken({ except: "K7P-4QX" })).toEqual([]);
  });

  test("are no obstacle beside them, at another desk or in another office", async () => {
    await take({});
    expect(await take({ booking: "AAA-222", start: at(15), end: at(35) })).toBe(true);
    expect(await take({ booking: "BBB-222", start: at(-20), end: at(0) })).toBe(true);
    expect(await take({ booking: "CCC-222", desk: 2 })).toBe(true);
    expect(await take({ booking: "DDD-222", office: "anagrafe" })).toBe(true);
  });

  test("that have lapsed give way, even if only some have", async () => {
    await take({ end: at(10), expires: NOW + 5 });
    await take({ booking: "BBB-222", start: at(10), end: at(15), expires: NOW + 6 });
    expect(await take({ booking: "CCC-222" }, NOW + 5)).toBe(false);
    expect(await take({ booking: "CCC-222" }, NOW + 6)).toBe(true);
    expect(await taken({ except: "CCC-222" })).toEqual([]);
  });

  test("of the booking itself are no obstacle", async () => {
    await take({});
    expect(await take({ start: at(5), end: at(20), expires: NOW + 9 })).toBe(true);
    expect(await taken()).toEqual([
      [0, 1],
      [5, 1],
      [10, 1],
      [15, 1],
    ]);
  });

  test("are extended together, for a time or for good", async () => {
    await take({ expires: NOW + 5 });
    const extend = (expires: number | null) =>
      db.store.write(({ claims }) => claims.extend(claim({ expires })));
    expect(await extend(NOW + 9)).toBe(true);
    expect(await taken({ now: NOW + 8 })).toHaveLength(3);
    expect(await extend(null)).toBe(true);
    expect(await taken({ now: NOW + 1e12 })).toHaveLength(3);
  });

  test("are not extended as before when another has taken one over", async () => {
    await take({ expires: NOW + 5 });
    await take({ booking: "BBB-222", start: at(10), end: at(30) }, NOW + 5);
    expect(await db.store.write(({ claims }) => claims.extend(claim({ expires: null })))).toBe(false);
  });

  test("are given back, all or all but those kept", async () => {
    await take({});
    await take({ desk: 2, start: at(30), end: at(40) });
    await take({ booking: "BBB-222", desk: 3 });
    const release = (...places: Parameters<ClaimWrites["release"]>) =>
      db.store.write(({ claims }) => claims.release(...places));
    await release(
      claim({ desk: 2, start: at(30), end: at(40) }),
      claim({ desk: 2, start: at(35), end: at(60) }),
    );
    expect(await taken({ except: "BBB-222" })).toEqual([
      [0, 1],
      [5, 1],
      [10, 1],
      [35, 2],
    ]);
    await release(claim({}));
    await release(claim({ desk: 2, start: at(30), end: at(40) }));
    await release(claim({ desk: 3 }));
    expect(await taken()).toEqual([
      [0, 3],
      [5, 3],
      [10, 3],
    ]);
  });

  test("are not given back when another has taken them over", async () => {
    await take({ expires: NOW + 5 });
    await take({ booking: "BBB-222", start: at(10), end: at(15) }, NOW + 5);
    await db.store.write(({ claims }) => claims.release(claim({})));
    expect(await taken()).toEqual([[10, 1]]);
  });

  test("cannot be written twice past the records either: the table's key refuses it", async () => {
    await take({});
    const again = db.raw(sql`
      insert into claims (office, cell, desk, booking) values ('tributi-imu', ${cell(at(5))}, 1, 'BBB-222')`);
    await expect(again).rejects.toThrow(/unique/i);
    const moved = db.raw(sql`update claims set cell = ${cell(at(5))} where cell = ${cell(at(10))}`);
    await expect(moved).rejects.toThrow(/unique/i);
    expect(await taken()).toEqual([
      [0, 1],
      [5, 1],
      [10, 1],
    ]);
  });

  test.each([
    ["free", false],
    ["lapsed", true],
  ])(
    "that are %s and asked for by forty at once, through two processes' connections, are had by one",
    async (_, lapsed) => {
      if (lapsed) await take({ booking: "LLL-222", expires: NOW });
      const stores = [db.store, db.another().store];
      const wishes = Array.from({ length: 40 }, (_, i) =>
        (stores[i % 2] ?? db.store).write(({ claims }) => claims.claim(claim({ booking: `B${i}` }), NOW)),
      );
      const had = await Promise.all(wishes);
      expect(had.filter(Boolean)).toHaveLength(1);
      const winner = { booking: `B${had.indexOf(true)}` };
      expect(await db.engine.reader.all(sql`select booking from claims`)).toEqual([winner, winner, winner]);
    },
  );

  test("of all lengths, crossing each other at once, are had whole or not at all", async () => {
    const stores = [db.store, db.another().store];
    const bytes = seededRandom(7)(400);
    const wishes = Array.from({ length: 100 }, (_, i) => {
      const start = at(((bytes[2 * i] ?? 0) % 24) * 5);
      const end = start + (1 + ((bytes[2 * i + 1] ?? 0) % 6)) * 5 * MINUTE;
      return claim({ booking: `B${i}`, start, end, desk: 1 + (i % 2) });
    });
    const had = await Promise.all(
      wishes.map((wish, i) => (stores[i % 2] ?? db.store).write(({ claims }) => claims.claim(wish, NOW))),
    );
    const won = wishes.filter((_, i) => had[i]);
    const cells = won.reduce((sum, { start, end }) => sum + (end - start) / (5 * MINUTE), 0);
    expect(await count(db.engine.reader, sql`select 1 from claims`)).toBe(cells);
    for (const { booking, start, end } of won) {
      const own = sql`select 1 from claims where booking = ${booking}`;
      expect(await count(db.engine.reader, own)).toBe((end - start) / (5 * MINUTE));
    }
    // 24 to 29 cells at two desks, wishes of 3.5 cells: at least a handful must have fitted.
    expect(won.length).toBeGreaterThan(8);
  });

  test.runIf(engine === "postgres")("are not held up by those who came too late for them", async () => {
    await take({ expires: NOW + 5 });
    await db.store.write(async (late) => {
      expect(await late.claims.claim(claim({ booking: "BBB-222", end: at(20) }), NOW)).toBe(false);
      expect(await db.store.write(({ claims }) => claims.extend(claim({ expires: null })))).toBe(true);
    });
  });

  test.runIf(engine === "postgres")("waiting for each other in crossing orders never deadlock", async () => {
    // Past the engine, which would try again and say nothing.
    const attempt = (wish: DeskClaim) =>
      onDatabase(db.where, async (client) => {
        await client.query("begin");
        const query = (statement: Sql) => {
          const { text, values } = flatten(statement, dollar);
          return client.query(text, [...values]);
        };
        const had = await claimRecords({
          engine: "postgres",
          all: async (statement) => (await query(statement)).rows,
          column: async <Value>(statement: Sql) =>
            (await query(statement)).rows.map((row) => Object.values(row)[0] as Value),
          run: async (statement) => (await query(statement)).rowCount ?? 0,
          send: async (statement) => void (await query(statement)),
        }).claim(wish, NOW);
        await client.query("commit");
        return had;
      });
    for (let round = 0; round < 5; round++) {
      const wishes = Array.from({ length: 10 }, (_, i) => {
        const start = at(60 * round + ((i * 3) % 5) * 5);
        return claim({ booking: `${round}/${i}`, start, end: start + 30 * MINUTE });
      });
      const had = await Promise.all(wishes.map(attempt));
      expect(had.filter(Boolean)).toHaveLength(1);
    }
  });
});
