import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Core, type Finding, openCore } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digest } from "../../packages/core/src/adapters/sql/copy-tables.ts";
import { openPostgres } from "../../packages/core/src/adapters/sql/postgres.ts";
import { tableShapes } from "../../packages/core/src/adapters/sql/table-shapes.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { onDatabase } from "../support/postgres-park.ts";
import { type CommandLine, LINK } from "./command-line.ts";
import { counters } from "./counter.ts";

const counter = counters();
const SQLITE = "sqlite:./data/ricevimenti.sqlite";
let postgres: TestDatabase;
beforeEach(async () => {
  postgres = await freshDatabase({ bare: true });
});
afterEach(() => postgres[Symbol.asyncDispose]() as Promise<void>);

interface MoveDocument {
  readonly from: string;
  readonly to: string;
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly hash: string }[];
  readonly secret: { readonly kind: string; readonly file?: string };
  readonly outdated: boolean;
  readonly findings: readonly Finding[];
}

const move = (target: string, ...args: string[]) =>
  counter.line.json<MoveDocument>("migrate-to", target, ...args);
const rowsIn = ({ tables }: MoveDocument, name: string) => tables.find(({ table }) => table === name)?.rows;
const errors = ({ findings }: MoveDocument) => findings.filter(({ level }) => level === "error");

/** How many connections of the program's are at a statement like that. */
async function statementsAtWork(like: string): Promise<number> {
  return onDatabase(postgres.url, async (client) => {
    const { rows } = await client.query(
      `select 1 from pg_stat_activity
        where datname = current_database() and application_name = 'ricevimenti' and query like $1`,
      [like],
    );
    return rows.length;
  });
}

/** From now on the command line works on that database, with the secret of the town. */
async function turnTo(line: CommandLine, url: string): Promise<void> {
  line.env.APP_SECRET ??= (await readFile(join(line.folder, "data/ricevimenti.secret"), "utf8")).trim();
  line.env.DATABASE_URL = url;
}

async function onCore<T>(line: CommandLine, work: (core: Core) => Promise<T>): Promise<T> {
  const core = await openCore({ env: line.env, cwd: line.folder });
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}

/** A booking confirmed, one moved, one cancelled, one only asked for. */
async function livelyTown(): Promise<string> {
  const { line, at, create } = counter;
  const { document } = await create({}, "--confirmed");
  const moved = await create(
    { start: at(4), name: 'D’Angelo Niccolò 漢字 \\ " 🙂', email: "b@example.it" },
    "--confirmed",
  );
  await line.run("booking", "move", moved.document.code ?? "", "--start", at(8));
  const gone = await create({ start: at(12), email: "c@example.it" }, "--confirmed");
  await line.run("booking", "cancel", gone.document.code ?? "");
  await create({ start: at(16), email: "d@example.it" });
  return document.code ?? "";
}

test("a town goes from SQLite to PostgreSQL and back: everything is there, links open, numbers go on", async () => {
  const { line } = counter;
  const code = await livelyTown();
  const manage = await onCore(line, async (core) => {
    const found = await core.getBooking(code);
    if (!found.ok) throw new Error(`no booking ${code}`);
    return core.linksOf(found.booking).manage.split("/").at(-1) ?? "";
  });
  const agenda = await line.json("booking", "list");

  const there = await move(postgres.url);
  expect({ status: there.status, errors: errors(there.document) }).toEqual({ status: 0, errors: [] });
  expect(rowsIn(there.document, "bookings")).toBe(4);
  expect(there.document).toMatchObject({ outdated: false, secret: { kind: "file" } });
  expect(there.document.findings.find(({ check }) => check === "database")?.detail).toMatch(
    /^postgres:\/\/127\.0\.0\.1:\d+\/\w+, v\d+, \d+\.\d MB$/,
  );
  expect(there.document.tables.map(({ table }) => table)).toEqual(tableShapes().map(({ name }) => name));

  await turnTo(line, postgres.url);
  expect(await line.json("booking", "list")).toEqual(agenda);
  await onCore(line, async (core) =>
    expect(await core.follow("manage", manage)).toMatchObject({ ok: true, booking: { code } }),
  );
  // The numbers of events and messages go on where they were.
  expect(await counter.create({ start: counter.at(20), email: "e@example.it" })).toMatchObject({ status: 0 });
  const events = await onCore(line, (core) => core.records.events.of(code));
  expect(events.map(({ kind }) => kind)).toEqual(["held", "confirmed"]);

  // The file of before is still there.
  expect(await move(SQLITE)).toMatchObject({ status: 4, document: { error: "database_exists" } });
  const back = await move(SQLITE, "--force");
  expect({ status: back.status, errors: errors(back.document) }).toEqual({ status: 0, errors: [] });
  expect(back.document).toMatchObject({ outdated: false, secret: { kind: "environment" } });
  expect(rowsIn(back.document, "bookings")).toBe(5);
  await turnTo(line, SQLITE);
  expect((await line.json<unknown[]>("booking", "list")).document).toHaveLength(4);
  expect(await counter.create({ start: counter.at(24), email: "f@example.it" })).toMatchObject({ status: 0 });
  expect((await line.json<Finding[]>("doctor", "--full")).status).toBe(0);
}, 60_000);

test("what counts and hashes say is what the other database holds", async () => {
  await livelyTown();
  const { document } = await move(postgres.url);
  const engine = openPostgres({
    url: postgres.url,
    poolSize: 1,
    statementTimeout: 0,
    create: false,
    jitter: () => 0,
  });
  try {
    const held = [];
    for (const shape of tableShapes()) held.push(await digest(engine.reader, shape));
    // That it was moved is noted afterwards, in both.
    const copied = (tables: readonly { readonly table: string }[]) =>
      tables.filter(({ table }) => table !== "staff_acts");
    expect(copied(document.tables)).toEqual(copied(held));
    expect(new Set(held.filter(({ rows }) => rows > 0).map(({ hash }) => hash)).size).toBeGreaterThan(4);
    await onDatabase(postgres.url, (client) => client.query("update bookings set desk = desk + 1"));
    const bookings = tableShapes().find(({ name }) => name === "bookings");
    if (!bookings) throw new Error("no table of bookings");
    expect((await digest(engine.reader, bookings)).hash).not.toBe(
      document.tables.find(({ table }) => table === "bookings")?.hash,
    );
  } finally {
    await engine.close();
  }
});

test("says in sentences what was done and what is left to do, and never the password", async () => {
  const { line } = counter;
  const url = new URL(postgres.url);
  url.password = "segretissima";
  const { status, stdout, stderr } = await line.run("migrate-to", url.href);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(
    /^Copiate e ricontrollate \d+ tabelle, \d+ righe: da .*ricevimenti\.sqlite a postgres:\/\/127/,
  );
  expect(stdout).toMatch(/^3\. .*APP_SECRET .*ricevimenti\.secret/m);
  expect(stdout).not.toMatch(/segretissima|postgres@/);
  url.port = "1";
  const silent = await line.run("migrate-to", url.href);
  expect(silent.status).toBe(6);
  expect(silent.stdout + silent.stderr).not.toContain("segretissima");
  const wrong = await line.run("migrate-to", "mysql://comune:segretissima@db/comune");
  expect(wrong).toMatchObject({ status: 5, stderr: expect.stringMatching(/^DATABASE_URL non va bene/) });
  expect(wrong.stderr).not.toContain("segretissima");
});

describe("migrate-to refuses, and changes nothing", () => {
  const holding = () =>
    onDatabase(
      postgres.url,
      async (client) => (await client.query("select definition from municipality")).rows,
    );

  test("a database that holds a town, unless told to replace it", async () => {
    expect((await move(postgres.url)).status).toBe(0);
    await onDatabase(postgres.url, (client) =>
      client.query(`update municipality set definition = '{"name":"Altro"}'`),
    );
    expect(await move(postgres.url)).toMatchObject({ status: 4, document: { error: "database_exists" } });
    expect(await holding()).toEqual([{ definition: '{"name":"Altro"}' }]);
    expect((await move(postgres.url, "--force")).status).toBe(0);
    expect(JSON.stringify(await holding())).toContain("Comune di Prova");
  });

  test("to replace a town that a service works on", async () => {
    const { line } = counter;
    expect((await move(postgres.url)).status).toBe(0);
    const service = spawn(LINK, ["start", "--only", "worker"], {
      cwd: line.folder,
      env: { ...line.env, DATABASE_URL: postgres.url, APP_SECRET: "x".repeat(40) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const closed = once(service, "close");
    await once(createInterface({ input: service.stdout }), "line");
    expect(await move(postgres.url, "--force")).toMatchObject({
      status: 4,
      document: { error: "database_in_use" },
    });
    service.kill("SIGKILL");
    await closed;
  });

  test("the database it comes from", async () => {
    expect(await move("sqlite:data/../data/ricevimenti.sqlite", "--force")).toMatchObject({
      status: 4,
      document: { error: "file_in_the_way" },
    });
  });

  test("another program's database", async () => {
    await onDatabase(postgres.url, (client) => client.query("create table bookings (hotel text)"));
    expect(await move(postgres.url)).toMatchObject({ status: 5, document: { error: "backup_foreign" } });
  });

  test("where there is no town yet", async () => {
    const { line } = counter;
    await rm(join(line.folder, "data"), { recursive: true });
    expect((await move(postgres.url)).status).toBe(3);
    expect(await readdir(line.folder)).toEqual([]);
  });

  test("a damaged database", async () => {
    const { line } = counter;
    const file = join(line.folder, "data/ricevimenti.sqlite");
    const bytes = await readFile(file);
    for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 512);
    await writeFile(file, bytes);
    expect(await move(postgres.url)).toMatchObject({ status: 1, document: { error: "database_damaged" } });
  });
});

test("killed in the middle it leaves nothing behind, and can be run again", async () => {
  const { line } = counter;
  await livelyTown();
  await onCore(line, async (core) => {
    await core.atomically(async (_, records) => {
      for (let id = 1; id <= 20_000; id++)
        await records.chats.save({ id, locale: "it", draft: null, version: 1, screen: null, updated: 1 });
    });
  });
  const child = spawn(LINK, ["migrate-to", postgres.url], {
    cwd: line.folder,
    env: line.env,
    stdio: "ignore",
  });
  const closed = once(child, "close");
  // Its transaction is at work as soon as the tables are there and somebody is inside one.
  await expect
    .poll(() => statementsAtWork("insert into%"), { timeout: 10_000, interval: 2 })
    .toBeGreaterThan(0);
  child.kill("SIGKILL");
  await closed;
  await expect.poll(() => statementsAtWork("%"), { timeout: 10_000, interval: 20 }).toBe(0);
  const left = await onDatabase(postgres.url, async (client) => {
    const { rows } = await client.query(
      "select (select count(*) from bookings) + (select count(*) from chats) as n",
    );
    return rows;
  });
  expect(left).toEqual([{ n: "0" }]);
  expect(await move(postgres.url)).toMatchObject({ status: 0, document: { outdated: false } });
});

test("while others go on booking the copy is of one moment, and it is said that it is outdated", async () => {
  const { line } = counter;
  const writer = spawn(
    process.execPath,
    [new URL("busy-writer.ts", import.meta.url).pathname, line.folder, "{}"],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const closed = once(writer, "close");
  const lines = createInterface({ input: writer.stdout });
  const confirmed: string[] = [];
  lines.on("line", (code) => confirmed.push(code));
  while (confirmed.length < 10) await once(lines, "line");
  const before = confirmed.length;
  const { status, document } = await move(postgres.url);
  writer.stdin.end();
  await closed;
  expect({ status, errors: errors(document), outdated: document.outdated }).toEqual({
    status: 0,
    errors: [],
    outdated: true,
  });
  expect(rowsIn(document, "bookings")).toBeGreaterThanOrEqual(before);
});
