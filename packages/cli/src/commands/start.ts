import { type Core, loadForServing } from "@ricevimenti/core";
import { type Answer, done, failed, STATUS, wrongUsage } from "../answer.ts";
import type { Context, Run } from "../context.ts";
import { faultAnswer } from "../fault-answer.ts";
import { type BotPart, type Running, startedBot, startedWeb, startedWorker } from "../parts.ts";

interface Options {
  readonly only?: string;
}

const PARTS = ["web", "bot", "worker"] as const;
type Part = (typeof PARTS)[number];

/** Milliseconds after which another request to end is meant as one. */
const TWICE = 500;
/** Milliseconds what is under way is given to end: whoever stops services kills them after ten seconds. */
const GRACE = 9_000;

/** Runs the town's system until it is asked to end; a second request ends it at once. */
export const start: Run<Options> = async (context, _, { only }) => {
  const { say } = context;
  const parts = partsOf(only);
  if (!parts) return wrongUsage(say("usage-bad-parts", { value: only ?? "", choices: PARTS.join(", ") }));
  const asked = endAsked(context);
  const core = await context.open();
  const running: Running[] = [{ stop: () => core.close() }];
  let failure: Answer | null = null;
  try {
    // Loudly, and no more: who has put another secret there on purpose must be able to go on.
    if (!(await core.isSecretKept())) context.io.stderr(`${say("ailment-secret-changed")}\n`);
    await loadForServing();
    failure = await startParts(parts, only !== undefined, core, running, context);
    if (!failure) await asked;
  } catch (error) {
    failure = faultAnswer(error, context);
  }
  await stopped(running, context);
  const ended = done(
    () => `${say("start-ended")}\n`,
    () => undefined,
  );
  return { ...(failure ?? ended), abandons: running.some((part) => part.goesOn?.()) };
};

function partsOf(only: string | undefined): ReadonlySet<Part> | null {
  if (only === undefined) return new Set(PARTS);
  const named = only.split(",").map((name) => name.trim());
  const parts = PARTS.filter((part) => named.includes(part));
  return parts.length > 0 && named.every((name) => PARTS.some((part) => part === name))
    ? new Set(parts)
    : null;
}

function endAsked({ io }: Context): Promise<void> {
  return new Promise((ended) => {
    let insist = false;
    io.onEnd(() => {
      if (insist) io.abort(STATUS.failed);
      ended();
      // Ctrl-C under npm reaches us twice: from the terminal and from npm.
      setTimeout(() => {
        insist = true;
      }, TWICE).unref();
    });
  });
}

/** Starts the parts, the bot first: the web pages link to it by its name. Answers only when one could not start. */
async function startParts(
  parts: ReadonlySet<Part>,
  named: boolean,
  core: Core,
  running: Running[],
  context: Context,
): Promise<Answer | null> {
  const { say, io, json } = context;
  const { telegram } = core.config;
  const told: Record<string, unknown> = {};
  const tell = (part: Part, fact: unknown, line: string) => {
    told[part] = fact;
    if (!json) io.stdout(`${line}\n`);
  };
  let botPart: BotPart | null = null;
  if (parts.has("bot")) {
    if (!telegram && named) return botWithoutToken(context);
    if (telegram?.webhookUrl && !parts.has("web")) return botWithoutWeb(context);
    if (!telegram) tell("bot", null, say("start-bot-off"));
    const bot = telegram && (await startedBot(core, context));
    if (bot && "status" in bot) return bot;
    if (bot) {
      running.unshift(bot);
      botPart = bot;
      const { username } = bot;
      tell("bot", username, username ? say("start-bot", { username }) : say("start-bot-waits"));
    }
  }
  if (parts.has("web")) {
    const web = await startedWeb(core, botPart, context);
    if ("status" in web) return web;
    running.unshift(web);
    tell("web", web.url, say("start-web", { url: web.url }));
  }
  if (parts.has("worker")) {
    running.unshift(await startedWorker(core));
    tell("worker", true, say("start-worker"));
  }
  if (json) io.stdout(`${JSON.stringify(told)}\n`);
  return null;
}

function botWithoutToken({ say }: Context): Answer {
  const message = say("config-missing", {
    variable: "TELEGRAM_BOT_TOKEN",
    wanted: say("wanted-telegram-bot-token"),
  });
  return failed(STATUS.invalid, "config_invalid", message);
}

/** Telegram brings updates to the web server: the two are one process. */
function botWithoutWeb({ say }: Context): Answer {
  return failed(STATUS.invalid, "config_invalid", say("start-bot-webhook"));
}

/** Stops all parts at once, so that none takes in more while another ends; then what they stand on, the last. */
async function stopped(running: readonly Running[], { io, say }: Context): Promise<void> {
  const late = setTimeout(() => {
    io.stderr(`${say("start-late")}\n`);
    io.abort(STATUS.failed);
  }, GRACE);
  try {
    await Promise.all(running.slice(0, -1).map((part) => part.stop()));
    await running.at(-1)?.stop();
  } finally {
    clearTimeout(late);
  }
}
