import { expect, test } from "vitest";
import { ENGINES } from "../support/town.ts";
import { type BotTown, openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

const SECRET_HEADER = "x-telegram-bot-api-secret-token";

test.each(ENGINES)("two processes on %s book with one citizen, whichever gets an update", async (engine) => {
  await using world = await openBotTown({ webhooks: 2, engine });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const screens = mario.messages().filter(({ isFromBot }) => isFromBot);
  expect(screens).toHaveLength(ITALIAN_JOURNEY.filter(({ isPress }) => !isPress).length);
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ state: "pending" }]);
});

test.each(ENGINES)(
  "answers sent at once to two processes on %s each reach their own question",
  async (engine) => {
    await using world = await openBotTown({ webhooks: 2, engine });
    const mario = world.person();
    await walk(mario, ITALIAN_JOURNEY, "10:15 (15 min.)");
    for (const method of ["sendMessage", "editMessageText"]) {
      world.telegram.fault({ kind: "slow", method, times: 3, delayMs: 80 });
    }
    await Promise.all(
      ["Mario Rossi", "mario.rossi@example.org", "Chiarimenti"].map((text) => mario.send(text)),
    );
    const summary = await mario.waitFor("Riepilogo");
    expect(summary.text).toContain(
      "Nome e cognome: Mario Rossi\nE-mail: mario.rossi@example.org\nMotivo: Chiarimenti",
    );
    await world.stopBot();
    // What the citizen sees last is where the conversation stands.
    expect(mario.screen().text).toContain("Riepilogo");
  },
);

test.each(ENGINES)("one update brought to two processes on %s at once is one update", async (engine) => {
  await using world = await openBotTown({ webhooks: 2, engine });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  const update = await mario.send("Chiarimenti");
  await world.telegram.settled();
  const statuses = await Promise.all([0, 1, 0, 1].map((index) => bring(world, index, update)));
  expect(statuses).toEqual([200, 200, 200, 200]);
  await mario.waitFor("Riepilogo");
  await world.stopBot();
  const screens = mario.messages().filter(({ text, isFromBot }) => isFromBot && text.includes("Riepilogo"));
  expect(screens).toHaveLength(1);
});

test("a Telegram that takes no calls is answered within a second all the same, and the screen comes later", async () => {
  await using world = await openBotTown({ webhooks: 1 });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  for (const method of ["editMessageText", "answerCallbackQuery"]) {
    world.telegram.fault({ kind: "slow", method, delayMs: 3000 });
  }
  const before = performance.now();
  await mario.press("Tributo IMU");
  await world.telegram.settled();
  expect(performance.now() - before).toBeLessThan(1000);
  await mario.waitFor("Per quale argomento");
});

test("a process that ends with a screen unsent leaves it to the other", async () => {
  await using world = await openBotTown({ webhooks: 2 });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  world.telegram.fault({ kind: "500", method: "editMessageText", times: 1 });
  await mario.press("Tributo IMU");
  await world.telegram.settled();
  // Whichever of them took it, it is stopped while it waits to try again.
  await Promise.all(world.bots.splice(0, 2).map((bot) => bot.stop()));
  expect(await world.town.core.records.chats.owed(world.town.clock.now() + 1)).toEqual([1001]);
  await world.startBot();
  await mario.waitFor("Per quale argomento");
});

test("a process that has died in the middle of an answer is waited for, and then replaced", async () => {
  await using world = await openBotTown({ webhooks: 1 });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Per quale argomento");
  await world.telegram.settled();
  await world.bots[0]?.stop();
  await world.town.core.atomically(async (_core, { chats }) => {
    const chat = await chats.get(1001);
    if (!chat?.draft) throw new Error("the chat is not kept");
    const lease = { by: "a process that is no more", until: world.town.clock.now() + 30_000 };
    await chats.save({ ...chat, draft: JSON.stringify({ ...JSON.parse(chat.draft), lease }) });
    await chats.receive(1, 1001, world.town.clock.now());
  });
  world.bots.splice(0);
  await world.startBot();
  const shown = () => mario.messages().filter(({ isFromBot }) => isFromBot).length;
  expect(shown()).toBe(1);
  world.town.clock.advance({ seconds: 31 });
  await mario.waitFor(() => shown() === 2);
  expect(mario.screen().text).toContain("Per quale argomento");
});

test("who does not know the secret, or brings something else, is refused and changes nothing", async () => {
  await using world = await openBotTown({ webhooks: 1 });
  const mario = world.person();
  const update = await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const secret = world.town.core.derivedSecret("telegram-webhook");
  const hook = world.bots[0]?.webhook;
  const status = async (init: RequestInit) =>
    (
      await hook?.handle(
        new Request("https://ricevimenti.example.org/telegram/hook", { method: "POST", ...init }),
      )
    )?.status;
  const body = JSON.stringify({ ...update, update_id: update.update_id + 50 });
  expect(await status({ body })).toBe(401);
  expect(await status({ body, headers: { [SECRET_HEADER]: secret.slice(1) } })).toBe(401);
  expect(await status({ body, headers: { [SECRET_HEADER]: "" } })).toBe(401);
  expect(await status({ method: "GET" })).toBe(405);
  const headers = { [SECRET_HEADER]: secret };
  for (const malformed of ["", "{", "null", "[]", '"x"', "{}", '{"update_id":"1"}', '{"update_id":1.5}']) {
    expect(await status({ body: malformed, headers }), malformed).toBe(400);
  }
  expect(await status({ body: "x".repeat(300 * 1024), headers })).toBe(413);
  expect(await status({ body: endless(), headers, duplex: "half" } as RequestInit)).toBe(413);
  expect(await status({ body: '{"update_id":5,"message":{"text":"no chat"}}', headers })).toBe(200);
  expect(await status({ body, headers })).toBe(200);
});

test("the address is set with a secret at start, and polling takes it away again", async () => {
  await using world = await openBotTown({ webhooks: 1 });
  const set = () => world.telegram.calls.filter(({ method }) => method === "setWebhook");
  expect(set()).toMatchObject([{ payload: { url: "https://ricevimenti.example.org/telegram/hook" } }]);
  expect(JSON.stringify(world.logged)).not.toContain(world.town.core.derivedSecret("telegram-webhook"));
  await using polling = await openBotTown();
  expect(polling.telegram.calls.some(({ method }) => method === "deleteWebhook")).toBe(true);
});

test("a database that is away is told to Telegram, which brings the update again", async () => {
  await using world = await openBotTown({ webhooks: 1, engine: "postgres", strict: false });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  await world.town.core.close();
  const update = {
    update_id: 900_000_000,
    message: { message_id: 1, date: 0, chat: { id: 1001, type: "private" } },
  };
  expect(await bring(world, 0, update)).toBe(503);
});

/** Brings an update to one of the bots, as Telegram does. */
async function bring(world: BotTown, index: number, update: unknown): Promise<number | undefined> {
  const headers = { [SECRET_HEADER]: world.town.core.derivedSecret("telegram-webhook") };
  const request = new Request("https://ricevimenti.example.org/telegram/hook", {
    method: "POST",
    headers,
    body: JSON.stringify(update),
  });
  return (await world.bots[index]?.webhook?.handle(request))?.status;
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(16 * 1024)),
  });
}

test("a process that tells the time left does not swallow the answer of another's turn", async () => {
  await using world = await openBotTown({ webhooks: 2, lookers: 1 });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  const { messageId } = mario.screen();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  const left = () => mario.messages().find((message) => message.messageId === messageId)?.text ?? "";
  // Twice, so that the process that does not tell the time takes one of the turns.
  for (const [minutes, label, sees] of [
    [50, "Tributo IMU", "Per quale argomento"],
    [40, "Informazioni IMU", "Scegli il giorno"],
  ] as const) {
    await expect.poll(() => leaseOf(world, 1001)).toBeNull();
    world.telegram.fault({ kind: "slow", method: "editMessageText", delayMs: 150 });
    world.town.clock.advance({ minutes: 10 });
    await mario.waitFor(() => left().includes(`1 ora e ${minutes} minuti`) || left());
    await mario.press(label);
    await mario.waitFor(sees);
  }
});

async function leaseOf({ town }: BotTown, chat: number): Promise<unknown> {
  const row = await town.core.records.chats.get(chat);
  return row?.draft ? JSON.parse(row.draft).lease : undefined;
}
