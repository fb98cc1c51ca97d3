import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterEach, describe, expect, test } from "vitest";
import { openMailTransport } from "../../../packages/core/src/adapters/mail/mail-transport.ts";
import { DeliveryError, type MailMessage } from "../../../packages/core/src/ports.ts";
import { type MailServerOptions, startMailServer } from "../../support/mail-server.ts";

const AT = Date.parse("2026-12-14T09:30:00Z");
const mail: MailMessage = {
  channel: "mail",
  messageId: "<K7P-4QX.1.verification.mail@appuntamenti.example.it>",
  from: { name: "Comune di Ozieri", address: "comune@example.it" },
  to: { name: "Mario Rossi", address: "mario.rossi@example.it" },
  replyTo: "tributi@example.it",
  subject: "Conferma l’appuntamento",
  text: "Testo: perché no?\n",
  html: "<p>Testo: perché no?</p>",
};

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

async function server(options?: MailServerOptions) {
  const started = await startMailServer(options);
  cleanUp.push(() => started.close());
  return started;
}
function transportTo(url: string, timeouts?: { connection: number; socket: number }) {
  const transport = openMailTransport(url, timeouts ? { timeouts } : {});
  cleanUp.push(() => transport.close());
  return transport;
}
async function folder() {
  const path = await mkdtemp(join(tmpdir(), "ricevimenti-mail-"));
  cleanUp.push(() => rm(path, { recursive: true }));
  return path;
}
async function failure(work: Promise<void>): Promise<DeliveryError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DeliveryError)) throw new Error(`no DeliveryError but ${error}`);
  return error;
}

describe("a mail server", () => {
  test("gets the message as it was rendered, with the headers of an automatic mail", async () => {
    const { url, messages } = await server();
    await transportTo(url).deliver(mail, AT);
    const [received] = messages;
    expect(received?.envelope).toEqual({ from: "comune@example.it", to: ["mario.rossi@example.it"] });
    expect(received?.mail.messageId).toBe(mail.messageId);
    expect(received?.mail.subject).toBe(mail.subject);
    expect(received?.mail.date?.getTime()).toBe(AT);
    expect(received?.mail.replyTo?.text).toBe("tributi@example.it");
    expect(received?.mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(received?.mail.headers.get("x-auto-response-suppress")).toBe("All");
    expect(received?.mail.headers.has("x-mailer")).toBe(false);
    expect(received?.mail.text?.trim()).toBe(mail.text.trim());
    expect(received?.mail.html).toContain("perché no?");
  });

  test("is given the calendar both as an alternative and as a file, with its method", async () => {
    const { url, messages } = await server();
    const body = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
    await transportTo(url).deliver(
      { ...mail, calendar: { method: "CANCEL", body, filename: "appuntamento.ics" } },
      AT,
    );
    const parts = messages[0]?.mail.attachments ?? [];
    expect(parts.map(({ contentType }) => contentType)).toEqual(["text/calendar", "application/ics"]);
    expect(messages[0]?.source).toMatch(/text\/calendar; charset=utf-8; method=CANCEL/);
    expect(parts[1]?.filename).toBe("appuntamento.ics");
    for (const { content } of parts) expect(content.toString().trim()).toBe(body.trim());
  });

  test("is logged in to with a user and a password of any characters", async () => {
    const { url, messages } = await server({ auth: { user: "comune@example.it", password: "p@ss:w/ör d%" } });
    const transport = transportTo(url);
    await transport.verify();
    await transport.deliver(mail, AT);
    expect(messages).toHaveLength(1);
  });

  test("that refuses the password leaves the message for later", async () => {
    const { port, messages } = await server({ auth: { user: "comune", password: "giusta" } });
    const transport = transportTo(`smtp://comune:sbagliata@127.0.0.1:${port}`);
    for (const work of [() => transport.verify(), () => transport.deliver(mail, AT)]) {
      const error = await failure(work());
      expect(error.permanent).toBe(false);
      expect(error.message).toMatch(/535/);
      expect(error.message).not.toContain("sbagliata");
    }
    expect(messages).toEqual([]);
  });

  test("is never sent a password in the clear over a network", async () => {
    // The server is on this machine, but under a name that need not be.
    const { port, messages } = await server({ auth: { user: "comune", password: "giusta" } });
    const transport = transportTo(`smtp://comune:giusta@[::ffff:127.0.0.1]:${port}`);
    const error = await failure(transport.deliver(mail, AT));
    expect(error.permanent).toBe(false);
    expect(error.message).toMatch(/STARTTLS|ETLS/);
    expect(messages).toEqual([]);
  });

  test("with a certificate nobody has signed is not trusted", async () => {
    const { url, messages } = await server({ secure: true });
    const error = await failure(transportTo(url).deliver(mail, AT));
    expect(error.permanent).toBe(false);
    expect(messages).toEqual([]);
  });

  test.each([
    ["connect", 421, false],
    ["mail", 451, false],
    ["mail", 553, false],
    ["rcpt", 450, false],
    ["rcpt", 550, true],
    ["data", 451, false],
    ["data", 554, true],
    ["data", 503, false],
  ] as const)("that answers %s with %d has refused for good: %s", async (at, code, permanent) => {
    const { url, messages, answerNext } = await server();
    answerNext({ at, code, text: "5.1.1 <mario.rossi@example.it>: mario.rossi is unknown" });
    const error = await failure(transportTo(url).deliver(mail, AT));
    expect(error.permanent).toBe(permanent);
    expect(error.message).toContain(String(code));
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toMatch(/mario|rossi/i);
    expect(messages).toEqual([]);
  });

  test("that recovers gets the next message over the same transport", async () => {
    const { url, messages, answerNext } = await server();
    const transport = transportTo(url);
    answerNext({ at: "rcpt", code: 450, text: "4.2.0 later" });
    await failure(transport.deliver(mail, AT));
    await transport.deliver(mail, AT);
    expect(messages).toHaveLength(1);
  });

  test("whose line breaks after the message is tried again only by who asked, under the same Message-ID", async () => {
    const { url, messages, answerNext } = await server();
    const transport = transportTo(url);
    answerNext({ at: "data", drop: true });
    expect((await failure(transport.deliver(mail, AT))).permanent).toBe(false);
    expect(messages).toHaveLength(1);
    await transport.deliver(mail, AT);
    expect(messages.map((received) => received.mail.messageId)).toEqual([mail.messageId, mail.messageId]);
  });

  test.each(["connect", "rcpt", "data"] as const)("that falls silent at %s is given up on", async (at) => {
    const { url, answerNext } = await server();
    answerNext({ at, silent: true });
    const error = await failure(transportTo(url, { connection: 60, socket: 60 }).deliver(mail, AT));
    expect(error.permanent).toBe(false);
    expect(error.message).toMatch(/ETIMEDOUT|ECONNECTION/);
  });

  test("that is not there is tried again later", async () => {
    const gone = await startMailServer();
    await gone.close();
    const transport = transportTo(gone.url);
    expect((await failure(transport.deliver(mail, AT))).permanent).toBe(false);
    expect((await failure(transport.verify())).message).toContain("ESOCKET");
  });

  test("takes many messages at once", async () => {
    const { url, messages } = await server();
    const transport = transportTo(url);
    const ids = Array.from({ length: 30 }, (_, index) => `<n${index}@example.it>`);
    await Promise.all(ids.map((messageId) => transport.deliver({ ...mail, messageId }, AT)));
    expect(messages.map((received) => received.mail.messageId).sort()).toEqual([...ids].sort());
  });
});

describe("an address that is not one mailbox", () => {
  test.each([
    "a@example.it, b@example.it",
    "a@example.it>\r\nRCPT TO:<b@example.it",
    "a@example.it\r\nBcc: b@example.it",
    "Mario",
    "",
  ])("%j is refused for good, unsent and unnamed", async (address) => {
    const { url, messages } = await server();
    const error = await failure(transportTo(url).deliver({ ...mail, to: { name: "", address } }, AT));
    expect(error.permanent).toBe(true);
    if (address) expect(error.message).not.toContain(address);
    expect(messages).toEqual([]);
  });
});

test.each(["http://example.it", "smtp://a:b@ c", "smtp:"])(
  "%j is no mail address to deliver to, and is not repeated",
  (url) => {
    expect(() => openMailTransport(url)).toThrow(/^MAIL_URL is no smtp/);
  },
);

describe("a folder", () => {
  test("holds each message as one complete file under its Message-ID", async () => {
    const path = await folder();
    const transport = openMailTransport(`file:${join(path, "new", "mail")}`);
    await transport.deliver(mail, AT);
    const names = await readdir(join(path, "new", "mail"));
    expect(names).toEqual(["K7P-4QX.1.verification.mail@appuntamenti.example.it.eml"]);
    const file = join(path, "new", "mail", names[0] ?? "");
    const parsed = await simpleParser(await readFile(file));
    expect(parsed.messageId).toBe(mail.messageId);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readFile(file, "latin1")).not.toMatch(/[^\r]\n/);
  });

  test("has a message once, however often it is delivered, at once or one after another", async () => {
    const path = await folder();
    const transport = openMailTransport("file:mail", { cwd: path });
    await Promise.all([1, 2, 3, 4].map(() => transport.deliver(mail, AT)));
    await transport.deliver({ ...mail, text: "di nuovo" }, AT);
    const names = await readdir(join(path, "mail"));
    expect(names).toHaveLength(1);
    const parsed = await simpleParser(await readFile(join(path, "mail", names[0] ?? "")));
    expect(parsed.text?.trim()).toBe("di nuovo");
  });

  test("is left by no Message-ID", async () => {
    const path = await folder();
    await openMailTransport("file:mail", { cwd: path }).deliver(
      { ...mail, messageId: "<../../x/../y@example.it>" },
      AT,
    );
    expect(await readdir(path)).toEqual(["mail"]);
    expect(await readdir(join(path, "mail"))).toEqual(["x..y@example.it.eml"]);
  });

  test("that cannot be written to keeps the message for later", async () => {
    const path = await folder();
    await writeFile(join(path, "mail"), "a file where the folder should be");
    const transport = openMailTransport("file:mail", { cwd: path });
    for (const work of [() => transport.deliver(mail, AT), () => transport.verify()]) {
      const error = await failure(work());
      expect(error.permanent).toBe(false);
      expect(error.message).not.toContain("mario");
    }
  });

  test("is found ready by verify, which leaves nothing in it", async () => {
    const path = await folder();
    await openMailTransport(`file://${path}`).verify();
    expect(await readdir(path)).toEqual([]);
  });
});
