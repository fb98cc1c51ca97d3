import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { type CommandLine, freeTimes, townHall } from "./command-line.ts";
import { startService } from "./service.ts";

let line: CommandLine;
let mail: MailServer;
beforeEach(async () => {
  mail = await startMailServer();
  line = await townHall({ PORT: "0", MAIL_URL: mail.url, LOG_LEVEL: "warn" });
});
afterEach(async () => {
  await mail.close();
  await line[Symbol.asyncDispose]();
});

const start = (...args: string[]) => startService(line, ...args);

const book = async () => {
  const [slot] = await freeTimes(line);
  const facts = {
    office: "sempre",
    start: slot?.start ?? "",
    mode: "virtual",
    name: "Ada Neri",
    email: "ada@example.it",
    reason: "Pratica",
  };
  return line.json(
    "booking",
    "create",
    ...Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value]),
  );
};

describe("start", () => {
  let telegram: Telegram;
  beforeEach(async () => {
    telegram = await startTelegram();
    line.env.TELEGRAM_BOT_TOKEN = telegram.token;
    line.env.TELEGRAM_API_ROOT = telegram.url;
  });
  afterEach(() => telegram.close());

  test("a secret that is another says so at once, and how to put it right", async () => {
    line.env.APP_SECRET = "another secret than the one that init has made";
    const running = start("--only", "worker");
    await running.lines(1);
    running.signal("SIGTERM");
    expect(await running.ended).toMatchObject({
      status: 0,
      stderr:
        "I collegamenti già inviati non si aprono: rimetti il segreto di prima, oppure accetta questo con ricevimenti init --new-secret\n",
    });
  });

  test("runs web, bot and worker, says where, and ends cleanly on SIGTERM", async () => {
    const running = start();
    const lines = await running.lines(3);
    expect(lines[0]).toBe("Bot: @ricevimenti_bot");
    const url = /^Pagine web: (http:\/\/127\.0\.0\.1:\d+)$/.exec(lines[1] ?? "")?.[1];
    expect(lines[2]).toBe("Messaggi e scadenze: attivi");

    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
    const passedOn = { headers: { "x-forwarded-for": "127.0.0.1" } };
    expect((await fetch(`${url}/metrics`, passedOn)).status).toBe(404);
    await telegram.listening();
    await book();
    expect((await mail.received(1))[0]?.envelope.to).toEqual(["ada@example.it"]);

    running.signal("SIGTERM");
    expect(await running.ended).toEqual({ status: 0, rest: "Terminato.", stderr: "" });
    expect(telegram.refusals).toEqual([]);
  });

  test("believes the proxies that are named, and shows its measures to whom it may", async () => {
    line.env.TRUST_PROXY = "1";
    line.env.METRICS = "192.0.2.0/24";
    const running = start("--only", "web");
    const url = (await running.lines(1))[0]?.replace("Pagine web: ", "");
    const asked = (from: string) => fetch(`${url}/metrics`, { headers: { "x-forwarded-for": from } });
    expect((await asked("198.51.100.7")).status).toBe(404);
    expect(await (await asked("192.0.2.9")).text()).toContain("ricevimenti_bookings");
    running.signal("SIGTERM");
    expect((await running.ended).status).toBe(0);
    line.env.TRUST_PROXY = "yes";
    line.env.METRICS = "everybody";
    const { status, stderr } = await line.run("start");
    expect(status).toBe(5);
    expect(stderr).toMatch(/^TRUST_PROXY non va bene: .*\nMETRICS non va bene: /);
  });

  test("tells a script in one document what runs", async () => {
    const running = start("--json");
    const [document] = await running.lines(1);
    expect(JSON.parse(document ?? "")).toEqual({
      bot: "ricevimenti_bot",
      web: expect.stringMatching(/^http:/),
      worker: true,
    });
    running.signal("SIGINT");
    expect(await running.ended).toEqual({ status: 0, rest: "", stderr: "" });
  });

  test("with a token that Telegram does not know ends with 5, and does not repeat the token", async () => {
    line.env.TELEGRAM_BOT_TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    const { status, stdout, stderr } = await line.run("start");
    expect({ status, stdout }).toEqual({ status: 5, stdout: "" });
    expect(stderr).toBe("TELEGRAM_BOT_TOKEN non va bene: Telegram non conosce questo bot.\n");
  });

  test("while Telegram does not answer the town's pages run, and end cleanly", async () => {
    line.env.TELEGRAM_API_ROOT = "http://127.0.0.1:1";
    const running = start();
    const lines = await running.lines(3);
    expect(lines[0]).toBe("Bot: Telegram non risponde, si continua a provare");
    const url = /http:\/\/\S+$/.exec(lines[1] ?? "")?.[0];
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    running.signal("SIGTERM");
    expect(await running.ended).toMatchObject({ status: 0, rest: "Terminato." });
  });
});

test("without a token the bot is off, and that is said", async () => {
  const running = start();
  const lines = await running.lines(3);
  expect(lines[0]).toBe("Bot: spento, perché TELEGRAM_BOT_TOKEN non è indicato");
  running.signal("SIGTERM");
  expect((await running.ended).status).toBe(0);
});

test("runs only what was asked for", async () => {
  const running = start("--only", "worker");
  expect(await running.lines(1)).toEqual(["Messaggi e scadenze: attivi"]);
  await book();
  await mail.received(1);
  running.signal("SIGTERM");
  expect(await running.ended).toEqual({ status: 0, rest: "Terminato.", stderr: "" });
});

test("asked for the bot alone and without a token it ends with 5", async () => {
  expect(await line.json("start", "--only", "bot")).toMatchObject({
    status: 5,
    document: { error: "config_invalid" },
  });
});

test("an address in use is said in one sentence, and nothing keeps running", async () => {
  await using other = await listening();
  line.env.PORT = other.port;
  const { status, stderr } = await line.run("start");
  expect(status).toBe(1);
  expect(stderr).toBe(
    `L’indirizzo 127.0.0.1:${other.port} è già usato da un altro programma: cambia PORT.\n`,
  );
});

test("an address in use ends it also while Telegram does not answer", async () => {
  await using other = await listening();
  Object.assign(line.env, {
    PORT: other.port,
    TELEGRAM_BOT_TOKEN: "123456:AAAAAAAAAAAAAAAA",
    TELEGRAM_API_ROOT: "http://127.0.0.1:1",
  });
  expect((await line.run("start", "--only", "bot,web")).status).toBe(1);
});

test("asked a second time it ends at once, although something is under way", async () => {
  mail.answerNext({ at: "data", silent: true });
  const running = start("--only", "worker");
  await running.lines(1);
  await book();
  // The letter has left the outbox for a server that says nothing more.
  await expect
    .poll(async () => (await line.json<{ attempts: number }[]>("outbox", "list")).document[0]?.attempts, {
      timeout: 10_000,
    })
    .toBe(1);
  running.signal("SIGTERM");
  const insisting = setInterval(() => running.signal("SIGINT"), 100);
  const { status, stderr } = await running.ended;
  clearInterval(insisting);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
});

/** Another program on an address of its own. */
async function listening(): Promise<AsyncDisposable & { readonly port: string }> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { port: String(port), [Symbol.asyncDispose]: async () => void server.close() };
}
