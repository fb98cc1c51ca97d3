import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CommandLine, commandLine } from "./command-line.ts";

let line: CommandLine;
beforeEach(async () => {
  line = await commandLine();
});
afterEach(() => line[Symbol.asyncDispose]());

const secretFile = async () => {
  const files = await readdir(join(line.folder, "data"));
  return join(line.folder, "data", files.find((name) => /secret/.test(name)) ?? "no secret file");
};

describe("init", () => {
  test("creates database and secret, and says what comes next in three lines", async () => {
    const { status, stdout, stderr } = await line.run("init", "--name", "Comune di Prova");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^Comune registrato: Comune di Prova, Europe\/Rome\.\n/);
    expect(stdout.match(/^\d\. .*ricevimenti|^\d\. .*\.env/gm)).toHaveLength(3);
    const { mode, size } = await stat(await secretFile());
    expect(mode & 0o777).toBe(0o600);
    expect(size).toBeGreaterThanOrEqual(32);
  });

  test("twice says that nothing has changed, and changes nothing", async () => {
    await line.run("init", "--name", "Comune di Prova");
    const secret = await readFile(await secretFile());
    const { status, document } = await line.json("init");
    expect({ status, document }).toMatchObject({
      status: 0,
      document: { unchanged: true, name: "Comune di Prova" },
    });
    expect(await line.run("init", "--name", "Comune di Prova")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/non è cambiato nulla/),
    });
    expect(await readFile(await secretFile())).toEqual(secret);
  });

  test("with other options changes what they say and keeps the rest", async () => {
    await line.run("init", "--name", "Comune di Prova", "--patron-saint", "06-13");
    const { document } = await line.json("init", "--timezone", "Atlantic/Canary", "--locale", "en");
    expect(document).toMatchObject({
      municipality: "changed",
      name: "Comune di Prova",
      timezone: "Atlantic/Canary",
      locale: "en",
    });
    const { document: file } = await line.json<{ municipality: object }>("timetable", "export");
    expect(file.municipality).toEqual({
      name: "Comune di Prova",
      timezone: "Atlantic/Canary",
      locale: "en",
      patron_saint: "06-13",
    });
  });

  test("without a terminal and a name asks nothing and makes nothing", async () => {
    const { status, stdout, stderr } = await line.run("init");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^Manca il nome del comune.*\n$/);
    expect(await readdir(line.folder)).toEqual([]);
  });

  test("refuses a town that cannot be, with every problem, and makes nothing", async () => {
    const { status, document } = await line.json<{ problems: { path: string; message: string }[] }>(
      "init",
      "--name",
      " ",
      "--timezone",
      "Europe/Ozieri",
      "--patron-saint",
      "31-12",
      "--email",
      "nessuna",
    );
    expect(status).toBe(5);
    expect(document.problems.map(({ path }) => path).sort()).toEqual([
      "municipality.email",
      "municipality.name",
      "municipality.patron_saint",
      "municipality.timezone",
    ]);
    expect(await readdir(line.folder)).toEqual([]);
  });

  test("makes a lost secret anew without asking for the town again", async () => {
    await line.run("init", "--name", "Comune di Prova");
    await rm(await secretFile());
    expect((await line.run("slots", "x")).status).not.toBe(0);
    const { status, document } = await line.json("init");
    expect(status).toBe(0);
    expect(document.name).toBe("Comune di Prova");
    expect((await line.run("office", "list")).status).toBe(0);
  });
});

describe("a system that cannot be opened says so in one sentence", () => {
  test("not initialised: 3, with what to do", async () => {
    const { status, stdout, stderr } = await line.run("office", "list");
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
    expect(stderr).toMatch(/^.*ricevimenti init.*\n$/);
    expect(await line.json("agenda")).toMatchObject({ status: 3, document: { error: "not_initialised" } });
    expect(await readdir(line.folder)).toEqual([]);
  });

  test("a database from a newer version: 1, and it stays as it is", async () => {
    await line.run("init", "--name", "Comune di Prova");
    const path = join(line.folder, "data/ricevimenti.sqlite");
    const database = new DatabaseSync(path);
    database.exec("PRAGMA user_version = 100000");
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%migration%'")
      .all();
    for (const { name } of tables) database.exec(`INSERT INTO ${name} DEFAULT VALUES`);
    database.close();
    const { status, stderr } = await line.run("office", "list");
    expect(status).toBe(1);
    expect(stderr).toBe(
      "La base dati è di una versione più recente di questo programma: aggiorna il programma.\n",
    );
    expect(await line.json("office", "list")).toMatchObject({
      status: 1,
      document: { error: "newer_version" },
    });
  });

  test("every problem of the environment at once: 5, and no value is repeated", async () => {
    await writeFile(join(line.folder, ".env"), "PORT=ottanta\nMAIL_URL=pop3://posta\n");
    line.env.APP_SECRET = "troppo-corto";
    const { status, stdout, stderr } = await line.run("doctor");
    expect({ status, stdout }).toEqual({ status: 5, stdout: "" });
    expect(stderr.split("\n").map((text) => text.split(" ")[0])).toEqual(
      expect.arrayContaining(["APP_SECRET", "PORT", "MAIL_URL"]),
    );
    expect(stderr).not.toMatch(/troppo-corto|pop3|ottanta/);
    const { document } = await line.json<{
      error: string;
      problems: { variable: string; problem: string }[];
    }>("doctor");
    expect(document.error).toBe("config_invalid");
    expect(document.problems).toContainEqual(
      expect.objectContaining({ variable: "APP_SECRET", problem: "too_short" }),
    );
  });

  test("a database that is none: 6", async () => {
    await line.run("init", "--name", "Comune di Prova");
    const path = join(line.folder, "data/ricevimenti.sqlite");
    for (const more of ["-wal", "-shm"]) await rm(path + more, { force: true });
    await writeFile(path, "this is not a database ".repeat(1000));
    const { status, stderr } = await line.run("office", "list");
    expect({ status, stderr }).toEqual({
      status: 6,
      stderr: "La base dati non risponde: controlla DATABASE_URL.\n",
    });
  });

  test("what nobody foresaw: 1, without a stack trace unless debugging", async () => {
    await mkdir(join(line.folder, ".env"));
    const { status, stdout, stderr } = await line.run("office", "list");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^Errore imprevisto: [^\n]+\n$/);
    line.env.LOG_LEVEL = "debug";
    expect((await line.run("office", "list")).stderr).toMatch(/ at .*:\d+:\d+/);
    expect(await line.json("office", "list")).toMatchObject({ status: 1, document: { error: "unexpected" } });
  });
});
