import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Bot, webhookCallback } from "grammy";
import { afterEach, describe, expect, it } from "vitest";
import { startTelegram, type Telegram, type TelegramOptions } from "../support/telegram/server.ts";
import type { Update } from "../support/telegram/types.ts";
import { acquainted, call } from "./client.ts";

type Delivery = { headers: IncomingHttpHeaders; update: Update };

let telegram: Telegram;
let endpoint: Server;
let address: string;
const deliveries: Delivery[] = [];
let respond: (count: number) => { status: number; body?: string };

async function start(options: TelegramOptions = {}): Promise<void> {
  telegram = await startTelegram({ webhookRetryMs: 5, ...options });
  deliveries.length = 0;
  respond = () => ({ status: 200 });
  endpoint = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    deliveries.push({ headers: request.headers, update: JSON.parse(body) });
    const { status, body: answer = "" } = respond(deliveries.length);
    response.writeHead(status, { "content-type": "application/json" }).end(answer);
  });
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/telegram`;
}

afterEach(async () => {
  await telegram.close();
  endpoint.closeAllConnections();
  await new Promise((resolve) => endpoint.close(resolve));
});

describe("a webhook", () => {
  it("gets each update by POST with the secret, in order, and getUpdates is refused meanwhile", async () => {
    await start();
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    await maria.send("prima");
    expect((await call(telegram, "setWebhook", { url: address, secret_token: "s3greto_-" })).body.ok).toBe(
      true,
    );
    await maria.send("dopo");
    await telegram.settled();
    expect(deliveries.map(({ update }) => update.message)).toMatchObject([
      { text: "prima" },
      { text: "dopo" },
    ]);
    expect(deliveries[0]?.headers).toMatchObject({
      "x-telegram-bot-api-secret-token": "s3greto_-",
      "content-type": "application/json",
    });
    expect(await call(telegram, "getUpdates")).toMatchObject({
      status: 409,
      body: {
        description:
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      },
    });
    await call(telegram, "deleteWebhook");
    expect((await call(telegram, "getUpdates")).body.ok).toBe(true);
  });

  it("is tried again until it answers 2xx, later updates of the chat waiting behind", async () => {
    await start();
    respond = (count) => ({ status: count <= 3 ? 503 : 204 });
    await call(telegram, "setWebhook", { url: address });
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    await maria.send("uno");
    await maria.send("due");
    await telegram.settled();
    expect(deliveries.map(({ update }) => (update.message as { text: string }).text)).toEqual([
      "uno",
      "uno",
      "uno",
      "uno",
      "due",
    ]);
    const info = (await call(telegram, "getWebhookInfo")).body.result;
    expect(info).toMatchObject({
      url: address,
      pending_update_count: 0,
      last_error_message: "Wrong response from the webhook: 503 Service Unavailable",
    });
  });

  it("that is slow gets the update a second time", async () => {
    await start({ webhookTimeoutMs: 30 });
    const held: (() => void)[] = [];
    endpoint.removeAllListeners("request");
    endpoint.on("request", (request, response) => {
      request.resume();
      deliveries.push({ headers: request.headers, update: { update_id: 0 } });
      if (deliveries.length === 1) held.push(() => response.end());
      else response.end();
    });
    await call(telegram, "setWebhook", { url: address });
    await telegram.person({ id: 1, firstName: "Maria" }).send("piano");
    await telegram.settled();
    expect(deliveries).toHaveLength(2);
    for (const release of held) release();
  });

  it("may answer with a method, which is carried out", async () => {
    await start();
    const maria = await acquainted(telegram, 1);
    respond = () => ({
      status: 200,
      body: JSON.stringify({ method: "sendMessage", chat_id: 1, text: "Risposta nel corpo" }),
    });
    await call(telegram, "setWebhook", { url: address });
    await maria.send("ciao");
    await maria.waitFor("Risposta nel corpo");
  });

  it("serves a grammY bot that believes in its public HTTPS address", async () => {
    let target = "";
    await start({ routeWebhook: () => target });
    target = address;
    const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
    bot.on("message:text", (ctx) => ctx.reply(`eco: ${ctx.message.text}`));
    await bot.init();
    endpoint.removeAllListeners("request");
    endpoint.on("request", webhookCallback(bot, "http", { secretToken: "segreto" }));
    await bot.api.setWebhook("https://comune.example/telegram", { secret_token: "segreto" });
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    await maria.send("ciao");
    await maria.waitFor("eco: ciao");
    await telegram.settled();
    telegram.redeliver(1);
    await maria.waitFor(({ news }) => news.length === 2);
    expect(telegram.refusals).toEqual([]);
  });

  it.each([
    [{ url: "nessuno" }, "Bad Request: invalid webhook URL specified"],
    [
      { url: "http://comune.example/x" },
      "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    ],
    [
      { url: "https://comune.example:9000/x" },
      "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ],
    [
      { url: "https://comune.example/x", secret_token: "non va!" },
      "Bad Request: secret token contains unallowed characters",
    ],
  ])("refuses %j", async (payload, description) => {
    await start();
    expect(await call(telegram, "setWebhook", payload)).toMatchObject({ status: 400, body: { description } });
    expect(telegram.refusals).toMatchObject([{ method: "setWebhook", payload, description }]);
  });
});
