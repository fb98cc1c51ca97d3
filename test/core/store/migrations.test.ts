import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../packages/core/src/adapters/sql/connection.ts";
import {
  MIGRATIONS,
  POSTGRES,
  SCHEMA_VERSION,
  SQLITE,
} from "../../../packages/core/src/adapters/sql/migrations.ts";
import { sql } from "../../../packages/core/src/adapters/sql/sql.ts";
import { sqlStore } from "../../../packages/core/src/adapters/sql/store.ts";
import type { TestEngine } from "../../support/town.ts";
import { ENGINES, MUNICIPALITY } from "../../support/town.ts";
import { booking, keep } from "./builders.ts";
import { makePlace, type Place, statement } from "./open-store.ts";

const PROCESSES = 10;

describe.each(ENGINES)("migrations on %s", (kind) => {
  const places: Place[] = [];
  const bare = async () => {
    const place = await makePlace(kind, { bare: true });
    places.push(place);
    return place;
  };
  afterEach(async () => {
    for (const place of places.splice(0)) await place.remove();
  });

  test("make the tables where there are none, and change nothing the next time", async () => {
    const place = await bare();
    const engine = place.open();
    await engine.migrate();
    expect(await versionsIn(kind, engine.reader)).toEqual([SCHEMA_VERSION]);
    const store = sqlStore(engine);
    await store.write(({ municipality }) => municipality.set(MUNICIPALITY));
    await store.close();

    const again = place.open({ create: false });
    await again.migrate();
    expect(await sqlStore(again).read.municipality.get()).toMatchObject({ revision: 1 });
    await again.close();
  });

  test("are not made where nobody asked for a new database", async () => {
    const place = await bare();
    const opening = async () => {
      const engine = place.open({ create: false });
      await engine.migrate().finally(() => engine.close());
    };
    await expect(opening()).rejects.toMatchObject({ name: "DatabaseError", code: "not_initialised" });
    const engine = place.open();
    await engine.migrate();
    await engine.close();
  });

  test("refuse a database that a newer program has changed, and leave it as it is", async () => {
    const place = await bare();
    const engine = place.open();
    await engine.migrate();
    const newer = SCHEMA_VERSION + 1;
    await (kind === "sqlite"
      ? engine.transaction((it) => it.run(statement(`pragma user_version = ${newer}`)))
      : engine.transaction((it) => it.run(sql`update schema_version set version = ${newer}`)));
    await expect(engine.migrate()).rejects.toMatchObject({ name: "DatabaseError", code: "newer_version" });
    expect(await versionsIn(kind, engine.reader)).toEqual([newer]);
    await engine.close();
  });

  const earlier = Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 1);
  test.skipIf(earlier.length === 0).each(earlier)(
    "bring a database of version %i up to date, with all it holds",
    async (version) => {
      const place = await bare();
      const engine = place.open();
      await engine.transaction(async (it) => {
        for (const { statements } of MIGRATIONS.slice(0, version)) {
          for (const text of statements(kind === "sqlite" ? SQLITE : POSTGRES)) await it.run(statement(text));
        }
        if (kind === "sqlite") await it.run(statement(`pragma user_version = ${version}`));
        else await it.run(statement(`create table schema_version as select ${version} as version`));
      });
      const store = sqlStore(engine);
      await keep(store, booking());
      await engine.migrate();
      expect(await versionsIn(kind, engine.reader)).toEqual([SCHEMA_VERSION]);
      expect(await store.read.bookings.get(booking().code)).toEqual(booking());
      await store.close();
    },
  );

  test("that fail leave nothing behind, and are made whole the next time", async () => {
    const place = await bare();
    const engine = place.open();
    // A table of another program, under a name that one of ours wants.
    await engine.transaction((it) => it.run(statement("create table chat_updates (id integer)")));
    await expect(engine.migrate()).rejects.toThrow(/chat_updates.*exists/);
    await engine.transaction((it) => it.run(statement("drop table chat_updates")));
    await engine.migrate();
    expect(await versionsIn(kind, engine.reader)).toEqual([SCHEMA_VERSION]);
    await engine.close();
  });

  test(`are made once when ${PROCESSES} processes start together`, async () => {
    const place = await bare();
    const children = Array.from({ length: PROCESSES }, () => startProcess(kind, place.where));
    await Promise.all(children.map(({ ready }) => ready));
    for (const { child } of children) child.send("go");
    const ends = await Promise.all(children.map(({ ended }) => ended));
    expect(ends).toEqual(children.map(() => ({ status: 0, said: "" })));
    const engine = place.open({ create: false });
    expect(await versionsIn(kind, engine.reader)).toEqual([SCHEMA_VERSION]);
    await engine.close();
  });
});

/** The version the database says it has; more than one would be a version too many. */
async function versionsIn(kind: TestEngine, reader: Connection): Promise<number[]> {
  const rows = await reader.all<{ version?: number; user_version?: number }>(
    kind === "sqlite" ? statement("pragma user_version") : sql`select version from schema_version`,
  );
  return rows.map(({ version, user_version }) => version ?? user_version ?? Number.NaN);
}

function startProcess(kind: TestEngine, where: string) {
  const file = new URL("migrating-process.ts", import.meta.url);
  const child: ChildProcess = fork(file, [kind, where], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return {
    child,
    ready: once(child, "message"),
    ended: once(child, "close").then(([status]) => ({ status: status as number, said })),
  };
}
