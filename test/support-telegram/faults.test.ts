import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../support/telegram/person.ts";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { acquainted, call } from "./client.ts";

let telegram: Telegram;
let maria: Person;

beforeEach(async () => {
  telegram = await startTelegram();
  maria = await acquainted(telegram, 1);
});

afterEach(() => telegram.close());

const say = (text: string) => call(telegram, "sendMessage", { chat_id: 1, text });
const received = () => maria.messages().flatMap(({ isFromBot, text }) => (isFromBot ? [text] : []));

describe("a fault", () => {
  it("of kind 429 says how long to wait, and is over after as many calls as asked for", async () => {
    telegram.fault({ kind: "429", times: 2, retryAfter: 7 });
    const busy = {
      status: 429,
      body: {
        ok: false,
        error_code: 429,
        description: "Too Many Requests: retry after 7",
        parameters: { retry_after: 7 },
      },
    };
    expect(await say("uno")).toEqual(busy);
    expect(await say("uno")).toEqual(busy);
    expect((await say("due")).status).toBe(200);
    expect(received()).toEqual(["due"]);
    expect(telegram.refusals).toEqual([]);
  });

  it("of kind 500 does nothing but say so, for the method named", async () => {
    telegram.fault({ kind: "500", method: "sendMessage" });
    expect((await call(telegram, "getMe")).status).toBe(200);
    expect((await say("uno")).body).toMatchObject({ error_code: 500, description: "Internal Server Error" });
    expect(received()).toEqual([]);
  });

  it("that breaks the connection leaves the call undone with drop and done with lost", async () => {
    telegram.fault({ kind: "drop" });
    await expect(say("mai arrivato")).rejects.toThrow();
    telegram.fault({ kind: "lost" });
    await expect(say("arrivato")).rejects.toThrow();
    expect(received()).toEqual(["arrivato"]);
  });

  it("that loses the answer to getUpdates loses no update", async () => {
    await maria.send("ciao");
    telegram.fault({ kind: "lost", method: "getUpdates" });
    await expect(call(telegram, "getUpdates")).rejects.toThrow();
    expect((await call(telegram, "getUpdates")).body.result).toMatchObject([{ message: { text: "ciao" } }]);
  });

  it("of kind slow answers late", async () => {
    telegram.fault({ kind: "slow", delayMs: 60 });
    const started = performance.now();
    expect((await say("piano")).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(55);
  });

  it("hits getUpdates only by name, and can be called off", async () => {
    telegram.fault({ kind: "500" });
    expect((await call(telegram, "getUpdates")).status).toBe(200);
    telegram.clearFaults();
    expect((await say("ciao")).status).toBe(200);
    telegram.fault({ kind: "500", method: "getUpdates" });
    expect((await call(telegram, "getUpdates")).status).toBe(500);
  });
});
