import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { freshDatabase, type TestDatabase } from "../support/postgres.ts";
import { ENGINES, type TestEngine } from "../support/town.ts";
import { ALWAYS, type CommandLine, freeTimes, townHall } from "./command-line.ts";
import { startService } from "./service.ts";

let mail: MailServer;
let lines: CommandLine[];
let databases: TestDatabase[];
beforeEach(async () => {
  mail = await startMailServer();
  lines = [];
  databases = [];
});
afterEach(async () => {
  await mail.close();
  for (const line of lines) await line[Symbol.asyncDispose]();
  for (const database of databases) await database[Symbol.asyncDispose]();
});

async function townOn(engine: TestEngine): Promise<CommandLine> {
  const line = await townHall({ PORT: "0", MAIL_URL: mail.url, LOG_LEVEL: "silent" });
  lines.push(line);
  if (engine === "postgres") {
    const database = await freshDatabase();
    databases.push(database);
    line.env.DATABASE_URL = database.url;
    line.env.APP_SECRET = "the same for every process of the town";
    await line.run("init", "--name", "Comune di Prova");
    await line.pipe(ALWAYS, "timetable", "import", "-");
  }
  return line;
}

async function book(line: CommandLine, index: number): Promise<string> {
  const slot = (await freeTimes(line))[index];
  const facts = {
    ...{ office: "sempre", start: slot?.start ?? "", mode: "virtual" },
    ...{ name: "Ada Neri", email: `ada${index}@example.it`, reason: "Pratica" },
  };
  const options = Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value]);
  const { document } = await line.json<{ code: string }>("booking", "create", ...options);
  return document.code;
}

/** Keeps everybody else from writing to the database until it is given back. */
async function lock(line: CommandLine, engine: TestEngine): Promise<() => Promise<void>> {
  if (engine === "postgres") {
    const client = new pg.Client({ connectionString: line.env.DATABASE_URL });
    await client.connect();
    await client.query("begin");
    await client.query("lock table bookings, outbox in exclusive mode");
    return async () => {
      await client.query("rollback");
      await client.end();
    };
  }
  const database = new DatabaseSync(join(line.folder, "data/ricevimenti.sqlite"));
  database.exec("begin immediate");
  return async () => {
    database.exec("rollback");
    database.close();
  };
}

/** The status of an answer, as soon as there is one. */
function post(url: string, path: string): Promise<number | undefined> {
  return new Promise((answered, failed) => {
    const press = request(
      new URL(path, url),
      { method: "POST", headers: { "Content-Length": 0 } },
      (response) => {
        response.resume();
        answered(response.statusCode);
      },
    );
    press.on("error", failed).end();
  });
}

function isListening(url: string): Promise<boolean> {
  const { port, hostname } = new URL(url);
  return new Promise((told) => {
    const socket = connect(Number(port), hostname, () => {
      socket.destroy();
      told(true);
    }).on("error", () => told(false));
  });
}

describe.each(ENGINES)("told to end, on %s", (engine) => {
  test("it answers the request and ends the delivery that are under way, takes in nothing more, and ends well", async () => {
    const line = await townOn(engine);
    const service = startService(line, "--only", "web,worker");
    const url = /http:\S+/.exec((await service.lines(2))[0] ?? "")?.[0] ?? "";
    const code = await book(line, 0);
    const [letter] = await mail.received(1);
    const path = /\/conferma\/[\w-]+/.exec(letter?.mail.text ?? "")?.[0] ?? "";

    const arrived = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const after = () => {
      arrived.resolve();
      return gate.promise;
    };
    mail.answerNext({ at: "data", after });
    await book(line, 4);
    await arrived.promise;
    const unlock = await lock(line, engine);
    const pressed = post(url, path);
    // Answered on the same event loop after the press was taken in.
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const asked = performance.now();
    service.signal("SIGTERM");
    await expect.poll(() => isListening(url), { timeout: 5_000, interval: 10 }).toBe(false);
    gate.resolve();
    await unlock();
    expect(await pressed).toBe(303);
    expect(await service.ended).toEqual({ status: 0, rest: "Terminato.", stderr: "" });
    expect(performance.now() - asked).toBeLessThan(10_000);

    expect((await line.json("booking", "show", code)).document).toMatchObject({ state: "confirmed" });
    expect(mail.messages).toHaveLength(2);
    const sent = await line.json<{ kind: string; attempts: number }[]>("outbox", "list", "--state", "sent");
    expect(sent.document.map(({ kind, attempts }) => [kind, attempts])).toEqual([
      ["verification", 1],
      ["verification", 1],
    ]);
    // What the confirmation has to say is for the next process.
    const waiting = await line.json<{ kind: string }[]>("outbox", "list", "--state", "waiting");
    expect(waiting.document.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["invitation", "office_booked"]),
    );
  }, 90_000);
});

test("a far end that says nothing more holds the end up for less than ten seconds, and no message is lost", async () => {
  await Promise.all(
    ENGINES.map(async (engine) => {
      const line = await townOn(engine);
      const service = startService(line, "--only", "worker");
      await service.lines(1);
      const arrived = Promise.withResolvers<void>();
      mail.answerNext({
        at: "data",
        after: () => {
          arrived.resolve();
          return new Promise(() => {});
        },
      });
      await book(line, 0);
      await arrived.promise;
      const asked = performance.now();
      service.signal("SIGTERM");
      expect(await service.ended).toEqual({
        status: 1,
        rest: "",
        stderr: "Qualcosa non è terminato entro dieci secondi: chiudo comunque.\n",
      });
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect((await line.json("outbox", "list")).document).toMatchObject([
        { kind: "verification", state: "waiting", attempts: 1 },
      ]);
    }),
  );
}, 90_000);

test.each(ENGINES)(
  "told a second time it ends at once, on %s",
  async (engine) => {
    const line = await townOn(engine);
    const service = startService(line, "--only", "worker");
    await service.lines(1);
    const arrived = Promise.withResolvers<void>();
    const after = () => {
      arrived.resolve();
      return new Promise<void>(() => {});
    };
    mail.answerNext({ at: "data", after });
    await book(line, 0);
    await arrived.promise;
    const asked = performance.now();
    service.signal("SIGTERM");
    const insisting = setInterval(() => service.signal("SIGTERM"), 100);
    expect(await service.ended).toMatchObject({ status: 1, stderr: "" });
    clearInterval(insisting);
    expect(performance.now() - asked).toBeLessThan(5_000);
  },
  90_000,
);
