import { startBot } from "@ricevimenti/telegram-bot";
import { expect, test } from "vitest";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

test("Telegram's pause is kept to, and the screen comes after it", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  world.telegram.fault({ kind: "429", method: "editMessageText", retryAfter: 1 });
  const before = performance.now();
  await mario.press("Tributo IMU");
  await mario.waitFor("Per quale argomento");
  expect(performance.now() - before).toBeGreaterThan(900);
});

test("a server error and a broken connection are tried again", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  for (const kind of ["500", "drop"] as const) {
    for (const method of ["sendMessage", "editMessageText"]) {
      world.telegram.fault({ kind, method });
      await mario.send("/start");
      await mario.waitFor("Scegli l’ufficio");
      await mario.press("Tributo IMU");
      await mario.waitFor("Per quale argomento");
    }
  }
});

test("an edit whose answer was lost is not made twice: Telegram would refuse it", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  const { messageId } = mario.screen();
  world.telegram.fault({ kind: "lost", method: "editMessageText" });
  await mario.press("Tributo IMU");
  await mario.waitFor(({ screen }) => (screen?.messageId ?? 0) > messageId);
  expect(mario.screen().text).toContain("Per quale argomento");
});

test("a lost poll, refused or broken, is taken up again without losing an update", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  for (const kind of ["500", "drop", "429", "lost"] as const) {
    world.telegram.fault({ kind, method: "getUpdates" });
    await mario.send("/start");
    await mario.waitFor("Scegli l’ufficio");
  }
});

test("a screen that can no longer be edited is replaced", async () => {
  await using world = await openBotTown({ strict: false });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  const { messageId } = mario.screen();
  const button = mario.screen().buttons.flat()[0];
  await remove(world.telegram.url, world.telegram.token, messageId);
  await mario.pressButton(messageId, button ?? { text: "" });
  await mario.waitFor("Per quale argomento");
  await mario.press("Informazioni IMU");
  await mario.waitFor("Scegli il giorno");
  expect(world.telegram.refusals.map(({ description }) => description)).toEqual([
    "Bad Request: message to edit not found",
  ]);
});

test("somebody who has blocked the bot does not hold up others, and is welcome again", async () => {
  await using world = await openBotTown({ strict: false });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli l’ufficio");
  world.telegram.fault({ kind: "drop", method: "editMessageText" });
  await mario.press("Tributo IMU");
  mario.block();
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, ITALIAN_JOURNEY);
  await world.restart();
  await world.stopBot();
  expect(world.telegram.refusals.every(({ code }) => code === 403)).toBe(true);
  // Nothing is owed to somebody who does not want it.
  expect(await world.town.core.records.chats.owed(world.town.clock.now() + 1)).toEqual([]);
  await world.startBot();
  mario.unblock();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
});

test("a fault is admitted politely, logged without what was written, and holds up nobody", async () => {
  await using world = await openBotTown({ strict: false });
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
  await world.town.core.atomically(async (_core, { chats }) => {
    const chat = await chats.get(1001);
    if (chat) await chats.save({ ...chat, draft: '{"broken' });
  });
  await mario.send("Chiarimenti riservati");
  await mario.waitFor("C’è stato un problema da parte nostra");
  expect(world.logged.filter((line) => line.includes("bot.update_failed")).length).toBeGreaterThan(0);
  expect(world.logged.join("\n")).not.toMatch(/riservati|broken/);
  await world.telegram.settled();
  const anna = world.person({ id: 2002, firstName: "Anna", lastName: "Serra" });
  await walk(anna, ITALIAN_JOURNEY, "Scegli il giorno");
});

test("a Telegram that does not answer at the start is waited for, and the wait can be ended", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await world.stopBot();
  for (const kind of ["drop", "500"] as const) {
    for (const method of ["getMe", "deleteWebhook"]) world.telegram.fault({ kind, method });
  }
  await world.startBot();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await world.stopBot();

  world.telegram.fault({ kind: "drop", method: "getMe", times: 1000 });
  const ending = new AbortController();
  const started = world.startBot(ending.signal);
  ending.abort();
  await expect(started).rejects.toThrow(/abort/);
  world.telegram.clearFaults();
});

test("a wrong token ends the start with an error that does not show it", async () => {
  await using world = await openBotTown({ strict: false });
  const token = "7300000001:another-token-that-is-not-known-here";
  const { core, env } = world.town;
  const started = startBot(core, {
    token,
    apiRoot: world.telegram.url,
    publicUrl: env.PUBLIC_URL ?? "",
    log: core.log,
  });
  await expect(started).rejects.toThrow(/401/);
  await expect(started).rejects.not.toThrow(token);
});

/** The citizen deletes a message of the bot on their side, for both. */
async function remove(url: string, token: string, messageId: number): Promise<void> {
  const response = await fetch(`${url}/bot${token}/deleteMessage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ chat_id: 1001, message_id: messageId }),
  });
  expect(response.status).toBe(200);
}

test("a press whose answer does not get through is answered again", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  for (const [kind, label, sees] of [
    ["drop", "Tributo IMU", "Per quale argomento"],
    ["500", "« Indietro", "Scegli l’ufficio"],
  ] as const) {
    world.telegram.fault({ kind, method: "answerCallbackQuery" });
    await mario.press(label);
    await mario.waitFor(sees);
    await expect.poll(() => world.telegram.unanswered(), { interval: 5 }).toEqual([]);
  }
});
