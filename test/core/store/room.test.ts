import { fork } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import { backupDatabase, moveDatabase, restoreDatabase } from "@ricevimenti/core";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { Booty, Errand } from "../../support/contender.ts";
import { growTown } from "../../support/grown-town.ts";
import {
  accepted,
  IMU,
  MUNICIPALITY,
  openTown,
  TARI,
  type TestTown,
  WEDNESDAY_NINE,
} from "../../support/town.ts";

const OFFICES = [IMU, TARI];
/** What SQLite calls a file that gives back room when it is asked to. */
const INCREMENTAL = 2;

const fileOf = ({ folder }: TestTown) => join(folder, "data/ricevimenti.sqlite");

/** Works on a file with a tool of SQLite's own. */
function onFile<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const modeOf = (file: string) => onFile(file, (database) => database.pragma("auto_vacuum", { simple: true }));

/** The same file as a version before this one would have made it. */
async function asOfOld(town: TestTown, megabytes = 0): Promise<void> {
  await town.core.close();
  onFile(fileOf(town), (database) => {
    database.pragma("auto_vacuum = NONE");
    database.exec("vacuum; create table ballast (bytes blob)");
    for (let count = 0; count < megabytes; count++)
      database.exec("insert into ballast values (zeroblob(1000000))");
  });
  await town.reopen();
}

const databaseFinding = async ({ core }: TestTown) =>
  (await core.doctor()).find(({ check }) => check === "database");

test("what the rule on keeping data takes away makes the file smaller, while others go on booking", async () => {
  await using town = await openTown({ offices: OFFICES });
  await growTown(town, { municipality: MUNICIPALITY, offices: OFFICES, bookings: 7_000, keptDays: 3_650 });
  const before = (await town.core.records.audit.extent()).bytes;
  const messages = (await town.core.records.outbox.find({})).length;

  const citizens = fork(new URL("../../support/contender.ts", import.meta.url), { execArgv: [] });
  await once(citizens, "message");
  const { slots } = accepted(await town.core.listSlots({ office: IMU.id }));
  const starts = slots.slice(0, 60).map(({ start }) => start);
  const { env, folder: cwd } = town;
  const errand: Errand = { env, cwd, now: WEDNESDAY_NINE, name: "p", office: IMU.id, starts, citizens: 1 };
  citizens.send(errand);
  const began = performance.now();
  const [[booty], { erased }] = await Promise.all([
    once(citizens, "message") as Promise<[Booty]>,
    town.core.tick(),
  ]);
  const took = performance.now() - began;
  citizens.kill();
  expect(erased).toBeGreaterThan(4_000);
  expect(booty).toMatchObject({ faults: [], refused: {} });
  // A second for three writes is what somebody notices, on a machine that has nothing else to do: there it is a tenth.
  expect(booty.longest).toBeLessThan(Math.max(1_000, took / 2));

  const { sold } = booty;
  for (const code of sold) expect(await town.core.records.bookings.get(code)).not.toBeNull();
  expect((await town.core.records.bookings.find({})).length).toBe(7_000 + sold.length);
  expect((await town.core.records.outbox.find({})).length).toBeLessThan(messages / 2);
  const findings = await town.core.doctor({ full: true });
  expect(findings.filter(({ level, check }) => level === "error" && check !== "mail")).toEqual([]);
  // The log is worked into the file when the last one closes it.
  await town.reopen();
  expect(statSync(fileOf(town)).size).toBeLessThan(before * 0.85);
  // A megabyte stays for the days to come.
  const free = onFile(fileOf(town), (database) => database.pragma("freelist_count", { simple: true }));
  expect(free).toBeLessThanOrEqual(256);
});

test("a small file from before is rewritten by the daily task, and nothing is lost", async () => {
  await using town = await openTown({ offices: OFFICES });
  await growTown(town, { municipality: MUNICIPALITY, offices: OFFICES, bookings: 300 });
  await asOfOld(town);
  expect(modeOf(fileOf(town))).toBe(0);
  expect(await databaseFinding(town)).toMatchObject({ level: "ok" });
  await town.core.tick();
  expect(modeOf(fileOf(town))).toBe(INCREMENTAL);
  expect((await town.core.records.bookings.find({})).length).toBe(300);
});

test("of a large one the doctor says how, because nobody could book meanwhile", async () => {
  await using town = await openTown({ offices: OFFICES });
  await growTown(town, { municipality: MUNICIPALITY, offices: OFFICES, bookings: 300 });
  await asOfOld(town, 40);
  await town.core.tick();
  expect(modeOf(fileOf(town))).toBe(0);
  expect(await databaseFinding(town)).toMatchObject({ level: "warning", ailment: "database-never-shrinks" });

  await town.core.close();
  const { env, folder: cwd } = town;
  accepted((await backupDatabase({ env, cwd, file: "copy.sqlite" })) as never);
  accepted((await restoreDatabase({ env, cwd, file: "copy.sqlite", force: true })) as never);
  await town.reopen();
  expect(modeOf(fileOf(town))).toBe(INCREMENTAL);
  expect(await databaseFinding(town)).toMatchObject({ level: "ok" });
  expect((await town.core.records.bookings.find({})).length).toBe(300);
});

test("copies of a database, and a database moved into a file, give back room as it did", async () => {
  await using town = await openTown({ offices: OFFICES });
  const { env, folder: cwd } = town;
  expect(modeOf(fileOf(town))).toBe(INCREMENTAL);
  accepted((await backupDatabase({ env, cwd, file: "copy.sqlite" })) as never);
  accepted((await moveDatabase({ env, cwd, target: "sqlite:./other.sqlite" })) as never);
  for (const file of ["copy.sqlite", "other.sqlite"]) expect(modeOf(join(cwd, file))).toBe(INCREMENTAL);
});
