import { createAdaptorServer } from "@hono/node-server";
import type { Core } from "@ricevimenti/core";
import { type RunningBot, startBot, telegramCourier } from "@ricevimenti/telegram-bot";
import { expect } from "vitest";
import { recordingLog } from "../../support/log.ts";
import type { Person, PersonOptions } from "../../support/telegram/person.ts";
import { startTelegram, type Telegram } from "../../support/telegram/server.ts";
import { openTown, type TestTown } from "../../support/town.ts";

/** A town whose bot runs against the stand-in for Telegram. */
export interface BotTown {
  readonly town: TestTown;
  readonly telegram: Telegram;
  /** What the bot logged, as lines. */
  readonly logged: string[];
  /** The bots that run; more than one only with a webhook. */
  readonly bots: RunningBot[];
  person(options?: Partial<PersonOptions>): Person;
  /** Ends the bot and the core and starts new ones on the same database. */
  restart(): Promise<void>;
  stopBot(): Promise<void>;
  startBot(signal?: AbortSignal): Promise<void>;
  /** Runs the outbox until nothing is due. */
  deliver(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface BotTownOptions extends NonNullable<Parameters<typeof openTown>[0]> {
  /** Whether, at the end, a call that Telegram refused or a press that was never answered fails the test; true where absent. */
  readonly strict?: boolean;
  /** Telegram's clock; the town's where absent. */
  readonly telegramNow?: () => number;
  /** So many bots, each with a core of its own, get updates by a webhook, in turn; one by long polling where absent. */
  readonly webhooks?: number;
  /** How many of them look for chats that are to be told something unasked; all where absent. */
  readonly lookers?: number;
}

const WEBHOOK_PATH = "/telegram/hook";

export async function openBotTown(options: BotTownOptions = {}): Promise<BotTown> {
  const { webhooks = 0 } = options;
  const town = await openTown(options);
  const logged: string[] = [];
  const bots: RunningBot[] = [];
  let requests = 0;
  const door = createAdaptorServer({
    fetch: (request) => {
      const bot = bots[requests++ % bots.length];
      return bot?.webhook?.path === new URL(request.url).pathname
        ? bot.webhook.handle(request)
        : new Response(null, { status: 404 });
    },
  });
  const telegram = await startTelegram({
    now: options.telegramNow ?? town.clock.now,
    webhookRetryMs: 5,
    routeWebhook: (url) => `http://127.0.0.1:${portOf(door)}${new URL(url).pathname}`,
  });
  if (webhooks > 0) await new Promise<void>((listening) => door.listen(0, "127.0.0.1", listening));

  const started = (core: Core, looks: boolean, signal?: AbortSignal) =>
    startBot(core, {
      token: telegram.token,
      apiRoot: telegram.url,
      publicUrl: town.env.PUBLIC_URL ?? "",
      log: recordingLog(logged),
      roundPause: looks ? 50 : 3_600_000,
      ...(webhooks > 0 ? { webhookUrl: `https://ricevimenti.example.org${WEBHOOK_PATH}` } : {}),
      ...(signal ? { signal } : {}),
    });
  const start = async (signal?: AbortSignal) => {
    const others = await Promise.all(Array.from({ length: Math.max(0, webhooks - 1) }, () => town.another()));
    const { lookers = 1 + others.length } = options;
    for (const core of [town.core, ...others]) bots.push(await started(core, bots.length < lookers, signal));
  };
  const stop = async () => {
    for (const bot of bots.splice(0)) await bot.stop();
  };
  await start();

  return {
    town,
    telegram,
    logged,
    bots,
    person: (person = {}) =>
      telegram.person({ id: 1001, firstName: "Mario", lastName: "Rossi", languageCode: "it", ...person }),
    startBot: start,
    stopBot: stop,
    restart: async () => {
      await stop();
      await town.reopen();
      await start();
    },
    deliver: async () => {
      await town.core.tick([courier(town.core, telegram)]);
    },
    [Symbol.asyncDispose]: async () => {
      await stop();
      const refusals = telegram.refusals.map(({ method, description }) => `${method}: ${description}`);
      const unanswered = telegram.unanswered();
      await telegram.close();
      if (webhooks > 0) await new Promise((closed) => door.close(closed));
      await town[Symbol.asyncDispose]();
      if (options.strict === false) return;
      expect(refusals, "calls that Telegram refused").toEqual([]);
      expect(unanswered, "presses that were never answered").toEqual([]);
      expect(
        logged.filter((line) => line.includes('"level":"error"')),
        "faults",
      ).toEqual([]);
    },
  };
}

function portOf(server: ReturnType<typeof createAdaptorServer>): number {
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("the webhook's server does not listen");
  return address.port;
}

export function courier(core: Core, telegram: Telegram) {
  return telegramCourier(core, { token: telegram.token, apiRoot: telegram.url });
}
