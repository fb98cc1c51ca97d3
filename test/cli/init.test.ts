import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Finding } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CommandLine, commandLine, execute, freeTimes, LINK, townHall } from "./command-line.ts";

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

  test("makes a lost or empty secret anew while nobody has booked, without asking for the town again", async () => {
    await line.run("init", "--name", "Comune di Prova");
    const path = await secretFile();
    for (const spoil of [() => rm(path), () => writeFile(path, "")]) {
      await spoil();
      expect((await line.run("slots", "x")).status).not.toBe(0);
      const { status, document } = await line.json("init");
      expect({ status, document }).toMatchObject({
        status: 0,
        document: { unchanged: false, secret: "created", name: "Comune di Prova" },
      });
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await line.run("office", "list")).status).toBe(0);
    }
  });

  test("refused, makes no secret", async () => {
    await line.run("init", "--name", "Comune di Prova");
    await rm(await secretFile());
    expect((await line.run("init", "--timezone", "Europe/Ozieri")).status).toBe(5);
    expect((await readdir(join(line.folder, "data"))).filter((name) => name.endsWith(".secret"))).toEqual([]);
  });

  test("keeps citizens' data to the user it runs as", async () => {
    await mkdir(join(line.folder, "data"), { mode: 0o755 });
    await line.run("init", "--name", "Comune di Prova");
    for (const name of await readdir(join(line.folder, "data"))) {
      expect([name, (await stat(join(line.folder, "data", name))).mode & 0o077]).toEqual([name, 0]);
    }
  });

  test("where no folder can be made says so, and ends", async () => {
    line.env.DATABASE_URL = "sqlite:/proc/ricevimenti/x/comune.sqlite";
    const { status, stderr } = await line.run("init", "--name", "Comune di Prova");
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^«\/proc\/ricevimenti\/x» non si può leggere o scrivere: [^\n]+\n$/),
    });
  });
});

describe("a secret that links were sent with", () => {
  let town: CommandLine;
  let path: string;
  beforeEach(async () => {
    town = await townHall();
    path = join(town.folder, "data/ricevimenti.secret");
    const [slot] = await freeTimes(town);
    const facts = { start: slot?.start ?? "", mode: "virtual", name: "Ada Neri", email: "ada@example.it" };
    const options = Object.entries({ office: "sempre", reason: "Pratica", ...facts });
    const booked = await town.run(
      "booking",
      "create",
      ...options.flatMap(([name, value]) => [`--${name}`, value]),
    );
    expect(booked.status).toBe(0);
  });
  afterEach(() => town[Symbol.asyncDispose]());

  test.each([
    ["is lost", "secret_lost", () => rm(path)],
    ["is an empty file", "secret_broken", () => writeFile(path, "")],
    ["is cut off", "secret_broken", () => writeFile(path, "0123456789")],
    ["is another", "secret_changed", () => writeFile(path, "0".repeat(64))],
  ])("and %s is not replaced unasked: %s", async (_, problem, spoil) => {
    await spoil();
    const before = await readFile(path, "utf8").catch(() => null);
    const { status, document } = await town.json<{ problems: { problem: string; message: string }[] }>(
      "init",
    );
    expect({ status, problems: document.problems }).toEqual({
      status: 5,
      problems: [expect.objectContaining({ problem, message: expect.stringContaining("--new-secret") })],
    });
    expect((await town.run("init")).stderr).toContain(path);
    expect(await readFile(path, "utf8").catch(() => null)).toBe(before);
    expect(await town.json("init", "--new-secret")).toMatchObject({ status: 0 });
    expect((await town.run("booking", "list")).status).toBe(0);
    expect(await town.json("init")).toMatchObject({ status: 0, document: { unchanged: true } });
  });

  test("and has changed is told by the doctor, who works with it all the same", async () => {
    const finding = async () => {
      const { document } = await town.json<Finding[]>("doctor");
      return document.find(({ check }) => check === "secret");
    };
    expect(await finding()).toEqual({ check: "secret", level: "ok", detail: path });
    town.env.APP_SECRET = "quite another secret of more than 32 bytes";
    expect(await finding()).toEqual({
      check: "secret",
      level: "error",
      detail: "APP_SECRET",
      ailment: "secret-changed",
    });
    expect((await town.run("doctor")).status).toBe(1);
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

  test("a damaged file, or one that is no database: 6, and which", async () => {
    await line.run("init", "--name", "Comune di Prova");
    const path = join(line.folder, "data/ricevimenti.sqlite");
    await writeFile(path, "this is not a database ".repeat(1000));
    for (const command of [["office", "list"], ["doctor"], ["init"], ["slots", "x"]]) {
      const { status, stderr } = await line.run(...command);
      expect({ status, stderr }).toEqual({
        status: 6,
        stderr: expect.stringMatching(
          /^«.*ricevimenti\.sqlite» è rovinato[^\n]* restore FILE --force[^\n]*\n$/,
        ),
      });
    }
    expect(await line.json("office", "list")).toMatchObject({ document: { error: "damaged", where: path } });
  });

  test("a folder for a file: 5, and which", async () => {
    await mkdir(join(line.folder, "data/ricevimenti.sqlite"), { recursive: true });
    const { status, stderr } = await line.run("office", "list");
    expect({ status, stderr }).toEqual({
      status: 5,
      stderr: expect.stringMatching(/^«.*ricevimenti\.sqlite» è una cartella: [^\n]*\n$/),
    });
  });

  test.runIf(process.getuid?.() === 0)("another user's file: 1, and which", async () => {
    await line.run("init", "--name", "Comune di Prova");
    await chmod(line.folder, 0o755);
    const asNobody = await execute("setpriv", ["--reuid=65534", "--clear-groups", LINK, "office", "list"], {
      cwd: line.folder,
      env: line.env,
    });
    expect(asNobody).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^«.*ricevimenti\.sqlite» non si può leggere o scrivere[^\n]*\n$/),
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
