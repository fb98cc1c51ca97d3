import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { type Finding, openCore } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MIGRATIONS, SCHEMA_VERSION, SQLITE } from "../../packages/core/src/adapters/sql/migrations.ts";
import { type CommandLine, LINK, townHall } from "./command-line.ts";
import { counters } from "./counter.ts";

const counter = counters();
const path = (name: string) => join(counter.line.folder, name);
const DATABASE = "data/ricevimenti.sqlite";

/** A program's own files, and nothing that was being made ready. */
const filesIn = async (folder: string) => (await readdir(folder)).sort();

async function withCoreOf<T>(
  line: CommandLine,
  work: (core: Awaited<ReturnType<typeof openCore>>) => Promise<T>,
) {
  const core = await openCore({ env: line.env, cwd: line.folder });
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}

test("a booking made before a backup is there after the restore, and its links open", async () => {
  const { line } = counter;
  const { document } = await counter.create({}, "--confirmed");
  const code = document.code ?? "";
  const token = await withCoreOf(line, async (core) => {
    const found = await core.getBooking(code);
    if (!found.ok) throw new Error(`no booking ${code}`);
    return core.linksOf(found.booking).manage.split("/").at(-1) ?? "";
  });

  const made = await line.json("backup", "copia.sqlite");
  expect(made).toMatchObject({
    status: 0,
    document: { file: path("copia.sqlite"), bookings: 1, secret: { kind: "file" } },
  });
  expect((await stat(path("copia.sqlite"))).mode & 0o777).toBe(0o600);
  expect(await filesIn(line.folder)).toEqual(["copia.sqlite", "data"]);

  await counter.create({ start: counter.at(4) });
  const restored = await line.json<{ findings: Finding[] }>("restore", "copia.sqlite", "--force");
  expect(restored.status).toBe(0);
  expect(restored.document.findings.filter(({ level }) => level === "error")).toEqual([]);
  expect((await line.json<unknown[]>("booking", "list")).document).toHaveLength(1);
  await withCoreOf(line, async (core) =>
    expect(await core.follow("manage", token)).toMatchObject({
      ok: true,
      booking: { code, state: "confirmed" },
    }),
  );
  expect((await stat(path(DATABASE))).mode & 0o777).toBe(0o600);
});

test("on another machine the copy and the secret are all it takes", async () => {
  const { line } = counter;
  await counter.create();
  await line.run("backup", "copia.sqlite");
  await mkdir(path("altrove/data"), { recursive: true });
  line.env.DATABASE_URL = `sqlite:${path("altrove/data/ricevimenti.sqlite")}`;
  const without = await line.run("restore", "copia.sqlite");
  expect(without).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/Manca il segreto dei collegamenti: rimetti il file .*ricevimenti\.secret/),
  });
  expect((await line.json("booking", "list")).status).not.toBe(0);
  await rename(path("data/ricevimenti.secret"), path("altrove/data/ricevimenti.secret"));
  expect((await line.json<unknown[]>("booking", "list")).document).toHaveLength(1);
});

describe("a copy made while another process books", () => {
  test("is sound, and holds whatever was confirmed before", async () => {
    const { line } = counter;
    const writer = spawn(
      process.execPath,
      [new URL("busy-writer.ts", import.meta.url).pathname, line.folder, "{}"],
      {
        stdio: ["pipe", "pipe", "inherit"],
      },
    );
    const confirmed: string[] = [];
    const lines = createInterface({ input: writer.stdout });
    const atLeast = async (count: number) => {
      while (confirmed.length < count) await once(lines, "line");
    };
    lines.on("line", (code) => confirmed.push(code));
    const closed = once(writer, "close");
    await atLeast(20);
    const before = [...confirmed];
    const { status, document } = await line.json("backup", "copia.sqlite");
    const during = confirmed.length - before.length;
    await atLeast(confirmed.length + 1);
    writer.stdin.end();
    expect(await closed).toEqual([0, null]);

    expect({ status, isBusy: during > 0 }).toEqual({ status: 0, isBusy: true });
    expect(document.bookings).toBeGreaterThanOrEqual(before.length);
    expect(Number(document.bookings)).toBeLessThan(confirmed.length + 1);
    const copy = new DatabaseSync(path("copia.sqlite"), { readOnly: true });
    const kept = new Set(
      copy
        .prepare("select code from bookings")
        .all()
        .map(({ code }) => code),
    );
    copy.close();
    expect(before.filter((code) => !kept.has(code))).toEqual([]);
    const restored = await line.json<{ findings: Finding[] }>("restore", "copia.sqlite", "--force");
    expect(restored.status).toBe(0);
    expect(restored.document.findings.filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe("backup refuses, and changes nothing", () => {
  const backup = (...args: string[]) => counter.line.json("backup", ...args);

  test("to replace a file without --force", async () => {
    await writeFile(path("appunti.txt"), "importanti");
    expect(await backup("appunti.txt")).toMatchObject({ status: 4, document: { error: "file_exists" } });
    expect(await readFile(path("appunti.txt"), "utf8")).toBe("importanti");
    expect((await backup("appunti.txt", "--force")).status).toBe(0);
    expect((await readFile(path("appunti.txt"))).subarray(0, 15).toString()).toBe("SQLite format 3");
  });

  test("to write over the database or its secret, even with --force", async () => {
    const secret = await readFile(path("data/ricevimenti.secret"), "utf8");
    for (const file of [DATABASE, `./${DATABASE}`, "data/ricevimenti.secret"]) {
      expect(await backup(file, "--force")).toMatchObject({
        status: 4,
        document: { error: "file_in_the_way" },
      });
    }
    expect(await readFile(path("data/ricevimenti.secret"), "utf8")).toBe(secret);
  });

  test("a place that cannot be written to", async () => {
    expect(await backup("manca/copia.sqlite")).toMatchObject({
      status: 1,
      document: { error: "file_unwritable" },
    });
    expect(await backup("data", "--force")).toMatchObject({ status: 1, document: { reason: "EISDIR" } });
    expect(await filesIn(counter.line.folder)).toEqual(["data"]);
  });

  test("a database that is damaged, or not there", async () => {
    const { line } = counter;
    const bytes = await readFile(path(DATABASE));
    // The first page tells what the file is; the damage is behind it.
    for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 512);
    await writeFile(path(DATABASE), bytes);
    const { status, document } = await line.json("backup", "copia.sqlite");
    expect({ status, error: document.error }).toEqual({ status: 1, error: "database_damaged" });
    await rm(path(DATABASE));
    expect(await backup("copia.sqlite")).toMatchObject({ status: 3, document: { error: "not_initialised" } });
    expect(await filesIn(line.folder)).toEqual(["data"]);
  });

  test("PostgreSQL, which has tools of its own, without looking for its server", async () => {
    const { line } = counter;
    line.env.DATABASE_URL = "postgres://comune:segretissima@127.0.0.1:1/comune";
    line.env.APP_SECRET = "the same for every process of the town";
    for (const command of ["backup", "restore"]) {
      await writeFile(path("copia.sqlite"), "");
      const { status, stderr } = await line.run(command, "copia.sqlite");
      expect({ status, stderr }).toEqual({
        status: 4,
        stderr: expect.stringMatching(/^Questo comando.*pg_dump/),
      });
      expect(stderr).not.toContain("segretissima");
    }
  });
});

describe("restore refuses, and changes nothing", () => {
  let before: Buffer;
  beforeEach(async () => {
    await counter.create();
    expect((await counter.line.run("backup", "copia.sqlite")).status).toBe(0);
    before = await readFile(path(DATABASE));
  });
  afterEach(async () => {
    expect((await readFile(path(DATABASE))).equals(before)).toBe(true);
    expect((await readdir(path("data"))).filter((name) => name.startsWith("."))).toEqual([]);
  });
  const restore = (...args: string[]) => counter.line.json("restore", ...args);

  test("without --force where there is a database", async () => {
    expect(await restore("copia.sqlite")).toMatchObject({
      status: 4,
      document: { error: "database_exists" },
    });
    expect((await counter.line.run("restore", "copia.sqlite")).stderr).toMatch(/aggiungi --force/);
  });

  test("a file that is not there, a folder, and the database itself", async () => {
    expect(await restore("manca.sqlite", "--force")).toMatchObject({
      status: 3,
      document: { reason: "ENOENT" },
    });
    expect(await restore("data", "--force")).toMatchObject({ status: 1, document: { reason: "EISDIR" } });
    expect(await restore(DATABASE, "--force")).toMatchObject({
      status: 4,
      document: { error: "file_in_the_way" },
    });
  });

  test.each<[string, string, (file: string) => Promise<void>]>([
    ["no database", "backup_unsound", (file) => writeFile(file, "questa non è una base dati\n".repeat(500))],
    ["one cut off", "backup_unsound", async (file) => writeFile(file, before.subarray(0, before.length / 2))],
    ["one with damaged pages", "backup_unsound", async (file) => writeFile(file, holed(before))],
    ["random bytes", "backup_unsound", (file) => writeFile(file, randomBytes(100_000))],
    ["an empty file", "backup_foreign", (file) => writeFile(file, "")],
    [
      "another program's",
      "backup_foreign",
      async (file) => altered(file, "create table clienti (nome text)"),
    ],
    [
      "a newer program's",
      "backup_newer",
      async (file) => {
        await writeFile(file, before);
        altered(file, `pragma user_version = ${SCHEMA_VERSION + 1}`);
      },
    ],
    [
      "one that is in use, with its log beside it",
      "backup_unfinished",
      async (file) => {
        await writeFile(file, before);
        await writeFile(`${file}-wal`, "x");
      },
    ],
  ])("%s: %s", async (_, error, make) => {
    await make(path("guasto.sqlite"));
    expect(await restore("guasto.sqlite", "--force")).toMatchObject({ status: 5, document: { error } });
  });

  test("while the service runs on the database", async () => {
    const { line } = counter;
    const service = spawn(LINK, ["start", "--only", "worker"], {
      cwd: line.folder,
      env: line.env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const closed = once(service, "close");
    try {
      await once(createInterface({ input: service.stdout }), "line");
      expect(await restore("copia.sqlite", "--force")).toMatchObject({
        status: 4,
        document: { error: "database_in_use" },
      });
      expect((await line.run("booking", "list")).status).toBe(0);
    } finally {
      service.kill("SIGKILL");
      await closed;
    }
    // What the killed service had delivered is in its log still; nothing of it was lost or replaced.
    expect((await line.json<unknown[]>("booking", "list")).document).toHaveLength(1);
    before = await readFile(path(DATABASE));
  });
});

test("a copy that an older program made is brought up to date", async () => {
  await using line = await townHall();
  await rm(join(line.folder, DATABASE));
  const old = new DatabaseSync(join(line.folder, "vecchia.sqlite"));
  for (const statement of MIGRATIONS[0]?.statements(SQLITE) ?? []) old.exec(statement);
  const town = JSON.stringify({ name: "Comune di Prova", timezone: "Europe/Rome", locale: "it" });
  old.prepare("insert into municipality values (1, ?, 1)").run(town);
  old.exec("pragma user_version = 1");
  old.close();
  expect(await line.run("restore", "vecchia.sqlite")).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/è ora la base dati/),
  });
  expect((await line.json<Finding[]>("doctor", "--full")).status).toBe(0);
  const now = new DatabaseSync(join(line.folder, DATABASE), { readOnly: true });
  expect(now.prepare("pragma user_version").get()).toEqual({ user_version: SCHEMA_VERSION });
  now.close();
});

/** A database whose first page is whole. */
function holed(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 4096; at < copy.length; at += 4096) copy.fill(0xa5, at, at + 512);
  return copy;
}

function altered(file: string, statement: string): void {
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
}
