import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { acquainted, call } from "./client.ts";

let telegram: Telegram;

beforeEach(async () => {
  telegram = await startTelegram();
});

afterEach(() => telegram.close());

async function texts(payload: object): Promise<string[]> {
  const { body } = await call(telegram, "getUpdates", payload);
  return body.result.map((update: { message: { text: string } }) => update.message.text);
}

describe("getUpdates", () => {
  it("delivers what is not confirmed again and forgets what is below the offset", async () => {
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    const first = await maria.send("uno");
    await maria.send("due");
    expect(await texts({})).toEqual(["uno", "due"]);
    expect(await texts({})).toEqual(["uno", "due"]);
    expect(await texts({ offset: first.update_id + 1 })).toEqual(["due"]);
    expect(await texts({})).toEqual(["due"]);
    expect(await texts({ offset: first.update_id })).toEqual(["due"]);
    expect(await texts({ offset: first.update_id + 2 })).toEqual([]);
  });

  it("numbers updates one by one and counts the last ones with a negative offset", async () => {
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    const ids = [];
    for (const text of ["uno", "due", "tre"]) ids.push((await maria.send(text)).update_id);
    expect(ids).toEqual([ids[0], Number(ids[0]) + 1, Number(ids[0]) + 2]);
    expect(await texts({ offset: -1 })).toEqual(["tre"]);
    expect(await texts({})).toEqual(["tre"]);
  });

  it("hands out at most 100 at a time", async () => {
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    for (let number = 1; number <= 130; number += 1) await maria.send(`n. ${number}`);
    expect(await texts({ limit: 1000 })).toHaveLength(100);
    expect(await texts({ limit: 3 })).toEqual(["n. 1", "n. 2", "n. 3"]);
  });

  it("waits for an update, takes together what comes together, and ends empty when its time is up", async () => {
    const maria = await acquainted(telegram);
    const waiting = texts({ timeout: 30 });
    await telegram.listening();
    await maria.send("uno");
    await maria.send("due");
    expect(await waiting).toEqual(["uno", "due"]);
    const started = performance.now();
    const { update_id } = await maria.send("tre");
    expect(await texts({ offset: update_id + 1, timeout: 1 })).toEqual([]);
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it("ends the older of two waiting calls with 409, and leaves it alone when the newer does not wait", async () => {
    const older = call(telegram, "getUpdates", { timeout: 30 });
    await telegram.listening();
    expect((await call(telegram, "getUpdates", { timeout: 0 })).body.result).toEqual([]);
    const newer = call(telegram, "getUpdates", { timeout: 30 });
    expect(await older).toMatchObject({ status: 409, body: { ok: false, error_code: 409 } });
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    await maria.send("ciao");
    expect((await newer).body.result).toHaveLength(1);
  });

  it("does not count a call whose caller has hung up", async () => {
    const abort = new AbortController();
    const gone = fetch(`${telegram.url}/bot${telegram.token}/getUpdates?timeout=30`, {
      signal: abort.signal,
    });
    await telegram.listening();
    abort.abort();
    await expect(gone).rejects.toThrow();
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    const next = call(telegram, "getUpdates", { timeout: 30 });
    await maria.send("ciao");
    expect((await next).body.result).toMatchObject([{ message: { text: "ciao" } }]);
  });

  it("sends only the kinds of update the bot has asked for, membership of others never unasked", async () => {
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    await call(telegram, "getUpdates", { allowed_updates: ["callback_query"] });
    await maria.send("non richiesto");
    await maria.pressData(1, "dati");
    telegram.push(1, { chat_member: {} });
    const { body } = await call(telegram, "getUpdates", { allowed_updates: [] });
    expect(body.result.map((update: object) => Object.keys(update)[1])).toEqual(["callback_query"]);
    await maria.send("richiesto");
    telegram.push(1, { chat_member: {} });
    expect((await call(telegram, "getUpdates")).body.result).toHaveLength(2);
  });

  it("says what a bot that does not poll has left unconfirmed", async () => {
    await expect(telegram.listening({ timeoutMs: 20 })).rejects.toThrow("no bot waits for updates");
    const maria = telegram.person({ id: 1, firstName: "Maria" });
    await maria.send("nessuno ascolta");
    await expect(telegram.settled({ timeoutMs: 20 })).rejects.toThrow(/not confirmed:[\s\S]*nessuno ascolta/);
    expect(() => telegram.redeliver(1)).toThrow("only 0 updates have been delivered");
  });
});
