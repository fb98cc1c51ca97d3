import { expect, test } from "vitest";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";
import { Dice } from "./support/monkey.ts";

test("every update delivered once more after its answer changes nothing", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  for (const step of ITALIAN_JOURNEY) {
    await step.act(mario);
    await mario.waitFor(step.sees);
    await world.telegram.settled();
    const before = mario.transcript();
    world.telegram.redeliver(1);
    await world.telegram.settled();
    await world.restart();
    expect(mario.transcript(), `after the citizen ${step.does}`).toBe(before);
  }
  expect(await world.town.core.bookingsOf("telegram:1001")).toHaveLength(1);
});

test("every update delivered once more before its answer has arrived is answered once", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  for (const step of ITALIAN_JOURNEY) {
    for (const method of ["sendMessage", "editMessageText"]) {
      world.telegram.fault({ kind: "slow", method, times: 1, delayMs: 60 });
    }
    await step.act(mario);
    await world.telegram.settled();
    world.telegram.redeliver(1);
    await world.telegram.settled();
    await mario.waitFor(step.sees);
    world.telegram.clearFaults();
  }
  await world.stopBot();
  const screens = mario.messages().filter(({ isFromBot }) => isFromBot);
  expect(screens).toHaveLength(ITALIAN_JOURNEY.filter(({ isPress }) => !isPress).length);
  expect(await world.town.core.bookingsOf("telegram:1001")).toHaveLength(1);
});

test("the whole way delivered again to a new process changes nothing", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY);
  await world.restart();
  const before = mario.transcript();
  world.telegram.redeliver(ITALIAN_JOURNEY.length);
  await world.telegram.settled();
  await world.stopBot();
  expect(mario.transcript()).toBe(before);
  expect(await world.town.core.bookingsOf("telegram:1001")).toHaveLength(1);
});

test("answers written faster than the bot replies each reach their own question", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "10:15 (15 min.)");
  await Promise.all(
    ["Mario Rossi", "mario.rossi@example.org", "Chiarimenti"].map((text) => mario.send(text)),
  );
  const summary = await mario.waitFor("Riepilogo");
  expect(summary.text).toContain(
    "Nome e cognome: Mario Rossi\nE-mail: mario.rossi@example.org\nMotivo: Chiarimenti",
  );
});

test("a double tap is one press, without a word about old buttons", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  await Promise.all([mario.press("10"), mario.press("10")]);
  await mario.waitFor("giovedì 10 dicembre 2026");
  await Promise.all([mario.press("10:15 - VIRTUALE"), mario.press("10:15 - VIRTUALE")]);
  await mario.waitFor("10:15 (15 min.)");
  await world.stopBot();
  expect(mario.transcript()).not.toContain("non vale più");
  expect(mario.messages().filter(({ isFromBot }) => isFromBot)).toHaveLength(1);
});

test("every update delivered again after the next one, out of its order, changes nothing", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  let delivered = 0;
  for (const step of ITALIAN_JOURNEY) {
    await step.act(mario);
    await mario.waitFor(step.sees);
    await world.telegram.settled();
    delivered++;
    const before = mario.transcript();
    world.telegram.redeliver(Math.min(2, delivered));
    await world.telegram.settled();
    expect(mario.transcript(), `after the citizen ${step.does}`).toBe(before);
  }
  expect(await world.town.core.bookingsOf("telegram:1001")).toHaveLength(1);
});

test("updates that come in any order, each of them twice, leave a chat that leads to a booking", async () => {
  await using world = await openBotTown({ webhooks: 2 });
  const mario = world.person();
  const dice = new Dice(77);
  const secret = world.town.core.derivedSecret("telegram-webhook");
  await mario.send("/start");
  await mario.waitFor("Scegli l’ufficio");
  await world.telegram.settled();
  for (let round = 0; round < 40; round++) {
    // While nobody listens to Telegram itself, its updates are brought by hand.
    const bots = world.bots.splice(0);
    const updates: unknown[] = [];
    for (let count = 0; count < 4; count++) {
      const screen = mario.screen();
      const data = dice.pick(screen.buttons.flat())?.callbackData;
      const pressed =
        data !== undefined && dice.roll(3) > 0 ? await mario.pressData(screen.messageId, data) : null;
      const words = dice.pick(["Mario Rossi", "imu", "/prenota", "/appuntamenti"]) ?? "";
      updates.push(pressed ? pressed.update : await mario.send(words));
    }
    const shuffled = [...updates, ...updates]
      .map((update) => ({ update, place: dice.roll(1000) }))
      .sort((one, other) => one.place - other.place);
    const answers = await Promise.all(
      shuffled.map(({ update }, index) =>
        bots[index % bots.length]?.webhook?.handle(
          new Request("https://ricevimenti.example.org/telegram/hook", {
            method: "POST",
            headers: { "x-telegram-bot-api-secret-token": secret },
            body: JSON.stringify(update),
          }),
        ),
      ),
    );
    expect(answers.map((answer) => answer?.status)).toEqual(shuffled.map(() => 200));
    world.bots.push(...bots);
    await world.telegram.settled();
  }
  await walk(mario, ITALIAN_JOURNEY);
  expect(await world.town.core.bookingsOf("telegram:1001")).toHaveLength(1);
});
