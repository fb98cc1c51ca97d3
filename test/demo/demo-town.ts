import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Core, initialise, openCore, parseTimetable, startWorker } from "@ricevimenti/core";
import { startBot, telegramCourier } from "@ricevimenti/telegram-bot";
import { startWeb } from "@ricevimenti/web-join";
import { growTown } from "../support/grown-town.ts";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { type DemoClock, demoClock } from "./demo-clock.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";

export const EXAMPLE = resolve(import.meta.dirname, "../../packages/cli/examples/ozieri.yaml");

/** What the town's nine offices sell in some weeks. */
const PAST_BOOKINGS = 800;

/** The whole system running on this machine: core, web pages, bot, worker, and a stand-in for Telegram. */
export interface DemoTown {
  readonly core: Core;
  readonly clock: DemoClock;
  readonly telegram: Telegram;
  readonly mailbox: Mailbox;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  /** What a Jitsi server would check room tokens with. */
  readonly jitsiSecret: string;
  close(): Promise<void>;
}

/** Starts everything on a temporary SQLite file, with the offices of the handbook and mail into a folder. */
export async function startDemoTown(): Promise<DemoTown> {
  const folder = await mkdtemp(join(tmpdir(), "ricevimenti-demo-"));
  const clock = demoClock();
  const telegram = await startTelegram({ now: clock.now, botName: "Ricevimenti Ozieri" });
  const port = await freePort();
  const jitsiSecret = "only-for-this-demo-and-its-own-room";
  const env = {
    // Not "localhost": Telegram takes no buttons that lead there.
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    JITSI_URL: "https://meet.example.org",
    JITSI_APP_ID: "ricevimenti",
    JITSI_APP_SECRET: jitsiSecret,
    LOG_LEVEL: "warn",
  };
  const options = {
    env,
    cwd: folder,
    stderr: (line: string) => process.stderr.write(line),
    overrides: { clock },
  };

  const timetable = await parseTimetable(await readFile(EXAMPLE));
  if (!timetable.ok) throw new Error(`the example timetable is wrong: ${JSON.stringify(timetable.problems)}`);
  const { municipality } = timetable.file;
  await initialise({ ...options, ...(municipality ? { municipality } : {}) });
  const core = await openCore(options);
  await core.importTimetable(timetable.file, { actor: "staff:demo" });
  // Some weeks have gone by, so that agenda and statistics have something to tell.
  if (municipality) {
    const { offices } = timetable.file;
    await growTown({ env, folder, clock }, { municipality, offices, bookings: PAST_BOOKINGS });
  }

  const bot = await startBot(core, {
    token: telegram.token,
    apiRoot: telegram.url,
    publicUrl: env.PUBLIC_URL,
    log: core.log,
  });
  const web = await startWeb(core, {
    host: "127.0.0.1",
    port,
    publicUrl: env.PUBLIC_URL,
    videoOrigin: env.JITSI_URL,
    version: "demo",
    botUsername: bot.username,
  });
  const worker = await startWorker(core, [
    telegramCourier(core, { token: telegram.token, apiRoot: telegram.url }),
  ]);
  const mailbox = openMailbox(join(folder, "data/mail"));
  return {
    core,
    clock,
    telegram,
    mailbox,
    folder,
    env,
    url: web.url,
    jitsiSecret,
    close: async () => {
      mailbox.close();
      await worker.stop();
      await bot.stop();
      await web.close();
      await core.close();
      await telegram.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port nobody uses now: links have to name it before anything listens there. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
