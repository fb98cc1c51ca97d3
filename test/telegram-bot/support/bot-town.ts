import type { Core, Log } from "@ricevimenti/core";
import { type RunningBot, startBot, telegramCourier } from "@ricevimenti/telegram-bot";
import { expect } from "vitest";
import type { Person, PersonOptions } from "../../support/telegram/person.ts";
import { startTelegram, type Telegram } from "../../support/telegram/server.ts";
import { openTown, type TestTown } from "../../support/town.ts";

/** A town whose bot runs against the stand-in for Telegram. */
export interface BotTown {
  readonly town: TestTown;
  readonly telegram: Telegram;
  /** What the bot logged, as lines. */
  readonly logged: string[];
  person(options?: Partial<PersonOptions>): Person;
  /** Ends the bot and the core and starts new ones on the same database. */
  restart(): Promise<void>;
  stopBot(): Promise<void>;
  startBot(signal?: AbortSignal): Promise<void>;
  /** Runs the outbox until nothing is due. */
  deliver(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * @param options.telegramNow Telegram's clock; the town's where absent
 * @param options.strict whether, at the end, a call that Telegram refused or a press that was never answered fails the
 *   test; true where absent
 */
export async function openBotTown(
  options: Parameters<typeof openTown>[0] & {
    readonly strict?: boolean;
    readonly telegramNow?: () => number;
  } = {},
): Promise<BotTown> {
  const town = await openTown(options);
  const telegram = await startTelegram({ now: options.telegramNow ?? town.clock.now });
  const logged: string[] = [];
  let bot: RunningBot | null = null;

  const start = async (signal?: AbortSignal) => {
    bot = await startBot(town.core, {
      token: telegram.token,
      apiRoot: telegram.url,
      publicUrl: town.env.PUBLIC_URL ?? "",
      log: recordingLog(logged),
      ...(signal ? { signal } : {}),
    });
  };
  const stop = async () => {
    await bot?.stop();
    bot = null;
  };
  await start();

  return {
    town,
    telegram,
    logged,
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

export function courier(core: Core, telegram: Telegram) {
  return telegramCourier(core, { token: telegram.token, apiRoot: telegram.url });
}

function recordingLog(lines: string[]): Log {
  const at =
    (level: string): Log["info"] =>
    (event, fields) => {
      lines.push(JSON.stringify({ level, event, ...fields }));
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
