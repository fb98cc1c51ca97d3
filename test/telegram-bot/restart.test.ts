import { expect, test } from "vitest";
import { presenterFor } from "../../packages/telegram-bot/src/presenter-for.ts";
import { SILENT } from "../support/log.ts";
import { ENGINES } from "../support/town.ts";
import { openBotTown } from "./support/bot-town.ts";
import { ITALIAN_JOURNEY, walk } from "./support/journey.ts";

test("a restart after every step loses nothing and repeats nothing", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  for (const step of ITALIAN_JOURNEY) {
    await step.act(mario);
    await mario.waitFor(step.sees);
    await world.restart();
  }
  const screens = mario.messages().filter(({ isFromBot }) => isFromBot);
  expect(screens).toHaveLength(ITALIAN_JOURNEY.filter(({ isPress }) => !isPress).length);
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ state: "pending" }]);
});

test("what a citizen does while the bot is down is answered when it is back", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  for (const step of ITALIAN_JOURNEY) {
    await world.stopBot();
    await step.act(mario);
    await world.startBot();
    await mario.waitFor(step.sees);
  }
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ state: "pending" }]);
});

test("an end between commit and answer, at every step, ends in the right screen", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  for (const step of ITALIAN_JOURNEY) {
    for (const method of ["sendMessage", "editMessageText"]) {
      world.telegram.fault({ kind: "drop", method, times: 1000 });
    }
    await step.act(mario);
    // The turn is committed, its answer cannot get through.
    await world.telegram.settled();
    expect(await world.town.core.records.chats.owed(world.town.clock.now() + 1)).toEqual([1001]);
    await world.stopBot();
    world.telegram.clearFaults();
    await world.town.reopen();
    await world.startBot();
    await mario.waitFor(step.sees);
    await world.stopBot();
    expect(await world.town.core.records.chats.owed(world.town.clock.now() + 1)).toEqual([]);
    await world.startBot();
  }
  expect(await world.town.core.bookingsOf("telegram:1001")).toMatchObject([{ state: "pending" }]);
});

test("a draft of another format begins anew instead of failing", async () => {
  await using world = await openBotTown();
  const mario = world.person();
  await walk(mario, ITALIAN_JOURNEY, "Scegli il giorno");
  await world.stopBot();
  await world.town.core.atomically(async (_core, { chats }) => {
    const chat = await chats.get(1001);
    if (!chat) throw new Error("the chat is not kept");
    await chats.save({ ...chat, draft: JSON.stringify({ format: 99, step: { at: "nowhere" } }) });
  });
  await world.startBot();
  await mario.press("10");
  const screen = await mario.waitFor("Scegli l’ufficio");
  expect(screen.text).toContain("ricominciamo da qui");
});

test.each(ENGINES)(
  "what another process has answered since somebody looked is not said again: %s",
  async (engine) => {
    await using world = await openBotTown({ webhooks: 1, engine });
    const mario = world.person();
    await walk(mario, ITALIAN_JOURNEY, "Motivo richiesta");
    await world.stopBot();
    const seen = mario.messages().length;
    const { telegram, town } = world;
    const late = presenterFor(town.core, {
      token: telegram.token,
      apiRoot: telegram.url,
      publicUrl: "",
      log: SILENT,
      process: "late",
    });
    await late.recover(mario.user.id);
    await late.idle();
    expect(mario.messages()).toHaveLength(seen);
  },
);
