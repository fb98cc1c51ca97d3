/**
 * People on a waiting list and an office that calls appointments off, to be killed at any moment: what comes free is
 * offered, taken, declined or left to lapse as fast as it goes, and a worker tells chats, mailboxes and the office's
 * group. Before each action goes a line `> take`, after it the line of what has been acknowledged. Argument:
 * {@link WaitingOrders} as JSON. Begins when it is told to on its input.
 */
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { type Booking, type Core, entryOf, type Holder, loadForServing, openCore } from "@ricevimenti/core";
import { telegramCourier } from "@ricevimenti/telegram-bot";
import { seededRandom } from "../../support/clock.ts";
import { type FastTime, fastClock } from "./fast-clock.ts";

export interface WaitingOrders {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly time: FastTime;
  readonly telegram: { readonly token: string; readonly apiRoot: string };
  /** Who waits, by the code of their entry: a chat, or an address shown to be theirs. */
  readonly people: Readonly<Record<string, Holder>>;
}

export const WAITING_ACTIONS = ["free", "take", "decline", "deliver"] as const;
export type WaitingAction = (typeof WAITING_ACTIONS)[number];
/** Times that may be on offer at once: more are freed when one of them has found somebody. */
const OPEN = 4;

/** In one write, so that what has been said can be read after the end. */
function say(...words: readonly (string | number)[]): void {
  writeSync(1, `${words.join(" ")}\n`);
}

if (process.argv[2]) await run(JSON.parse(process.argv[2]) as WaitingOrders);

async function run({ folder, env, seed, time, telegram, people }: WaitingOrders): Promise<void> {
  const clock = fastClock(time);
  const random = seededRandom(seed);
  const draw = (below: number) => (random(1)[0] ?? 0) % below;
  await loadForServing();
  say("ready");
  await new Promise((resolve) => process.stdin.once("data", resolve));

  const core = await openCore({ env, cwd: folder, overrides: { clock } });
  const booked = (states: readonly ("held" | "confirmed")[]) =>
    core.agenda({ from: clock.now(), to: Number.MAX_SAFE_INTEGER, states });
  const offers = async () => (await booked(["held"])).filter((one) => entryOf(one) !== null);
  const work = async () => {
    const courier = telegramCourier(core, telegram);
    for (let round = 0; ; round++) {
      say("> deliver");
      await core.tick([courier]);
      say("delivered");
      // All that there is has been loaded by now: those who come after this one have it compiled.
      if (round === 0) flushCompileCache();
      await sleep(5);
    }
  };
  const free = async () => {
    for (;;) {
      const all = (await offers()).length < OPEN ? await booked(["confirmed"]) : [];
      const one = all[draw(Math.max(1, all.length))];
      if (one) {
        say("> free");
        const done = await core.cancel({ code: one.code, actor: "staff:anna" });
        if (done.ok && !done.already) say("freed", one.code, one.version + 1);
        else say("refused free");
      }
      await sleep(2);
    }
  };
  const answer = async () => {
    for (;;) {
      const open = await offers();
      const one = open[draw(Math.max(1, open.length))];
      const holder = one && people[entryOf(one) ?? ""];
      const mood = draw(10);
      if (one && holder && mood < 2) await take(core, one, holder);
      else if (one && holder && mood < 8) {
        say("> decline");
        await core.waiting.decline({ code: one.code, holder });
        say("declined", one.code, 1);
      }
      // A while to read what one is told.
      await sleep(20);
    }
  };
  await Promise.all([work(), free(), answer(), answer()]);
}

/** An address has its appointment at once; a chat fills in the form. What is over by then is part of life. */
async function take(core: Core, { code }: Booking, holder: Holder): Promise<void> {
  say("> take");
  if (!(await core.waiting.take({ code, holder })).ok) {
    say("refused take");
    return;
  }
  say("taken", code, 1);
  if (!holder.startsWith("telegram:")) return;
  const email = `${holder.slice("telegram:".length)}@example.org`;
  const form = { name: "Mario Rossi", email, reason: "Pratica", consent: true };
  if (!(await core.request({ code, holder, form })).ok) return;
  say("requested", code, 1);
  if ((await core.confirm({ code, version: 1, actor: "citizen" })).ok) say("confirmed", code, 1);
}
