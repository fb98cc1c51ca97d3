import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { openTown, type TestTown } from "../support/town.ts";
import { ITALIAN_JOURNEY } from "./support/journey.ts";

const PROGRAM = new URL("../bench/programs/town-bot.ts", import.meta.url);
/** However busy the machine is. */
const PATIENCE = { timeoutMs: 30_000 };

async function start(town: TestTown, telegram: Telegram): Promise<ChildProcess> {
  const child = fork(
    PROGRAM,
    [telegram.url, telegram.token, town.folder, JSON.stringify({ ...town.env, LOG_LEVEL: "error" })],
    // Most of so short a life would go into compiling.
    { execArgv: [], env: { ...process.env, NODE_COMPILE_CACHE: join(town.folder, "compiled") } },
  );
  const ended = once(child, "exit").then(() => Promise.reject(new Error("the bot did not start")));
  await Promise.race([once(child, "message"), ended]);
  // From now on it is expected to end.
  ended.catch(() => {});
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

test.each([
  ["as soon as its answer is there", { waits: true }],
  ["in the middle of it", { waits: false }],
])("a bot killed at every step, %s, goes on where it was", { timeout: 120_000 }, async (_when, { waits }) => {
  await using town = await openTown();
  const telegram = await startTelegram({ now: town.clock.now });
  const mario = telegram.person({ id: 1001, firstName: "Mario", lastName: "Rossi", languageCode: "it" });
  let bot = await start(town, telegram);
  try {
    for (const step of ITALIAN_JOURNEY) {
      await step.act(mario);
      if (waits) await mario.waitFor(step.sees, PATIENCE);
      else await underWay(telegram);
      await kill(bot);
      bot = await start(town, telegram);
      await mario.waitFor(step.sees, PATIENCE);
    }
    await telegram.settled(PATIENCE);
    expect(await town.core.bookingsOf("telegram:1001")).toMatchObject([
      { state: "pending", name: "Mario Rossi", email: "mario.rossi@example.org" },
    ]);
    expect(telegram.refusals).toEqual([]);
    expect(telegram.unanswered()).toEqual([]);
  } finally {
    await kill(bot);
    await telegram.close();
  }
});

/** Until the bot has made a call about the newest update, whichever comes first: its press answered, or its screen. */
async function underWay(telegram: Telegram): Promise<void> {
  const before = telegram.calls.length;
  await expect
    .poll(() => telegram.calls.length, { interval: 1, timeout: PATIENCE.timeoutMs })
    .toBeGreaterThan(before);
}
