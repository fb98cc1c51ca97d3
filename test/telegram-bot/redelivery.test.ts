import { expect, test } from "vitest";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

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
  await Promise.all([mario.press("gio 10/12/26"), mario.press("gio 10/12/26")]);
  await mario.waitFor("giovedì 10 dicembre 2026");
  await Promise.all([mario.press("10:15 - VIRTUALE"), mario.press("10:15 - VIRTUALE")]);
  await mario.waitFor("10:15 (15 min.)");
  await world.stopBot();
  expect(mario.transcript()).not.toContain("non vale più");
  expect(mario.messages().filter(({ isFromBot }) => isFromBot)).toHaveLength(1);
});
