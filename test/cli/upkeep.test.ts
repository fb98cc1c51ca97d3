import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { type Finding, texts } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import { deliveryReason } from "../../packages/cli/src/delivery-reason.ts";
import { startTelegram } from "../support/telegram/server.ts";
import { counters } from "./counter.ts";

const counter = counters();

test("messages given up are shown with the reason, and tried again", async () => {
  counter.line.env.MAIL_URL = "smtp://127.0.0.1:1";
  await counter.create();
  expect((await counter.line.run("outbox", "list")).stdout).toMatch(/verifica +posta +in attesa/);
  expect((await counter.line.json("outbox", "list")).document).toMatchObject([
    { kind: "verification", channel: "mail", state: "waiting" },
  ]);
  expect(await counter.line.json("outbox", "retry")).toEqual({ status: 0, document: { retried: 0 } });
  expect((await counter.line.json("outbox", "list", "--state", "failed")).document).toEqual([]);
});

describe("doctor", () => {
  test("finds a new town in order, but for what is not set up yet", async () => {
    const { status, document } = await counter.line.json<{ check: string; level: string }[]>("doctor");
    expect(status).toBe(0);
    expect(document.filter(({ level }) => level === "error")).toEqual([]);
    expect(document).toContainEqual(expect.objectContaining({ check: "offices", level: "ok" }));
    expect((await counter.line.run("doctor")).stdout).toMatch(/^bene +Comune: Comune di Prova/);
  });

  const found = async (check: string) => {
    const { status, document } = await counter.line.json<Finding[]>("doctor");
    return { status, finding: document.find((one) => one.check === check) };
  };

  test("ends with 6 when the mail server does not answer, and with 1 when something here is wrong too", async () => {
    counter.line.env.MAIL_URL = "smtp://127.0.0.1:1";
    expect(await found("mail")).toMatchObject({
      status: 6,
      finding: { level: "error", ailment: "mail-silent" },
    });
    const { stdout } = await counter.line.run("doctor");
    expect(stdout).toMatch(/^errore +Posta: 127\.0\.0\.1:1 \([A-Z]+\)\n +→ Il server di posta non risponde/m);
    expect(stdout).not.toMatch(/\b(server did|cannot|refused)\b/);
    counter.line.env.APP_SECRET = "quite another secret of more than 32 bytes";
    expect(await found("mail")).toMatchObject({ status: 1 });
  });

  test("tells a mail folder that cannot be written to from a server", async () => {
    await counter.line.write("occupato", "");
    counter.line.env.MAIL_URL = "file:./occupato";
    expect(await found("mail")).toMatchObject({ status: 1, finding: { ailment: "mail-folder" } });
  });

  test("asks Telegram for the bot, and never shows its token", async () => {
    expect((await found("telegram")).finding).toBeUndefined();
    const telegram = await startTelegram();
    try {
      Object.assign(counter.line.env, {
        TELEGRAM_BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.url,
      });
      expect(await found("telegram")).toEqual({
        status: 0,
        finding: { check: "telegram", level: "ok", detail: "@ricevimenti_bot" },
      });
      counter.line.env.TELEGRAM_BOT_TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAA";
      expect(await found("telegram")).toMatchObject({ status: 1, finding: { ailment: "telegram-token" } });
    } finally {
      await telegram.close();
    }
    const silent = await counter.line.run("doctor");
    expect(silent).toMatchObject({ status: 6, stdout: expect.stringContaining("Telegram non risponde") });
    expect(silent.stdout + silent.stderr).not.toContain("AAAAAAAA");
  });

  test("says which database it is, how large, and for whom its file is", async () => {
    const file = join(counter.line.folder, "data/ricevimenti.sqlite");
    expect((await found("database")).finding).toEqual({
      check: "database",
      level: "ok",
      detail: expect.stringMatching(/ricevimenti\.sqlite, v\d+, \d+\.\d MB$/),
    });
    expect((await found("disk")).finding).toMatchObject({ detail: expect.stringMatching(/^\d+\.\d GB$/) });
    await chmod(file, 0o644);
    const { stdout } = await counter.line.run("doctor");
    expect(stdout).toMatch(/^attenzione Base dati: .*\(644\)\n +→ .*chmod 600/m);
  });

  test("warns of a sender that nobody reads", async () => {
    expect((await found("sender")).finding).toMatchObject({
      level: "warning",
      detail: "appuntamenti@localhost",
    });
    counter.line.env.MAIL_FROM = "appuntamenti@comune.example.it";
    expect((await found("sender")).finding).toMatchObject({
      level: "ok",
      detail: "appuntamenti@comune.example.it",
    });
  });
});

test.each([
  ["the mail server did not take the message: ESOCKET", "Il server di posta non risponde (ESOCKET)"],
  [
    "the mail server did not take the message: 550 5.1.1 to RCPT",
    "Il server di posta non ha preso il messaggio (550 5.1.1)",
  ],
  [
    "the mail server did not take the message: EAUTH",
    "Il server di posta non accetta utente e password (EAUTH)",
  ],
  ["the mail folder cannot be written to: ENOTDIR", "La cartella delle mail non si può scrivere (ENOTDIR)"],
  ["telegram: blocked", "La persona ha bloccato il bot"],
  ["telegram: network", "Telegram non risponde (network)"],
  ["telegram: http_400", "Telegram non ha preso il messaggio (http_400)"],
  ["the recipient's address is not one mailbox", "L’indirizzo non è una casella di posta"],
  ["Cannot read properties of undefined", "Consegna non riuscita: il motivo è nel registro del programma"],
])("why a message was not delivered is said in Italian: %s", (error, sentence) => {
  expect(deliveryReason(error, texts("cli", "it"))).toBe(sentence);
});
