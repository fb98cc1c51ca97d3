/**
 * A town in full swing, to be killed at any moment: citizens hold, ask for, confirm, move and cancel as fast as they
 * can, and a worker delivers. Before each action goes a line `> hold`, after it the line of what has been acknowledged.
 * The lines are written at once: what has been said can be read after the end. Argument: {@link Orders} as JSON. Begins
 * when it is told to on its input.
 */
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { type Core, loadForServing, type Outcome, openCore } from "@ricevimenti/core";
import { seededRandom } from "../../support/clock.ts";
import { type FastTime, fastClock } from "./fast-clock.ts";

export interface Orders {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly time: FastTime;
  readonly office: string;
  /** Times to go for. */
  readonly starts: readonly number[];
  readonly citizens: number;
}

export const ACTIONS = ["hold", "request", "confirm", "move", "cancel", "deliver"] as const;
export type Action = (typeof ACTIONS)[number];
/** What is said when it has been acknowledged. */
export const DONE: Readonly<Record<Action, string>> = {
  hold: "held",
  request: "requested",
  confirm: "confirmed",
  move: "moved",
  cancel: "cancelled",
  deliver: "delivered",
};

function say(...words: readonly (string | number)[]): void {
  const line = Buffer.from(`${words.join(" ")}\n`);
  for (let written = 0; written < line.length; ) {
    try {
      written += writeSync(1, line, written);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EAGAIN") throw cause;
      // The reader is behind: nothing is done that has not been said.
      Atomics.wait(PARKING, 0, 0, 1);
    }
  }
}
const PARKING = new Int32Array(new SharedArrayBuffer(4));

if (process.argv[2]) await run(JSON.parse(process.argv[2]) as Orders);

async function run({ folder, env, seed, time, office, starts, citizens }: Orders): Promise<void> {
  const clock = fastClock(time);
  const random = seededRandom(seed);
  const draw = (below: number) => {
    const [high = 0, low = 0] = random(2);
    return (high * 256 + low) % below;
  };
  const start = () => starts[draw(starts.length)] ?? 0;
  await loadForServing();
  say("ready");
  flushCompileCache();
  await new Promise((resolve) => process.stdin.once("data", resolve));

  const core = await openCore({ env, cwd: folder, overrides: { clock } });
  let citizen = 0;
  const loop = async () => {
    for (;;) await visit(core, `${seed}-${citizen++}`, { office, start, draw });
  };
  await Promise.all([work(core, clock), ...Array.from({ length: citizens }, loop)]);
}

/** The background work, as often as there is any. */
async function work(core: Core, clock: { now(): number }): Promise<never> {
  let isKept = false;
  for (;;) {
    const due = await core.records.outbox.nextDue(["mail"]);
    if (due !== null && due <= clock.now()) {
      say("> deliver");
      await core.tick();
      say("delivered");
      // All that there is has been loaded by now: those who come after this one have it compiled.
      if (!isKept) flushCompileCache();
      isKept = true;
    }
    await sleep(1);
  }
}

interface Chances {
  readonly office: string;
  readonly start: () => number;
  readonly draw: (below: number) => number;
}

/** One citizen, from the first look to wherever it ends. */
async function visit(core: Core, name: string, { office, start, draw }: Chances): Promise<void> {
  const holder = `web:${name}` as const;
  const mode = draw(2) === 0 ? "virtual" : "in_person";
  say("> hold");
  const held = accepted("hold", await core.hold({ office, start: start(), mode, holder, locale: "it" }));
  if (!held) return;
  const { code } = held.booking;
  say("held", code, 1);
  if (draw(20) === 0) {
    await core.release({ code, holder });
    say("released", code, 1);
    return;
  }

  say("> request");
  const form = { name: "Mario Rossi", email: `${name}@example.org`, reason: "IMU", consent: true };
  if (!accepted("request", await core.request({ code, holder, form }))) return;
  say("requested", code, 1);
  if (draw(10) === 0) return;

  say("> confirm");
  if (!accepted("confirm", await core.confirm({ code, version: 1, actor: "citizen" }))) return;
  say("confirmed", code, 1);
  let version = 1;
  if (draw(2) === 0) {
    say("> move");
    if (accepted("move", await core.move({ code, version, start: start(), mode, actor: "citizen" })))
      say("moved", code, ++version);
  }
  if (draw(4) === 0) {
    say("> cancel");
    if (accepted("cancel", await core.cancel({ code, version, actor: "citizen" })))
      say("cancelled", code, version + 1);
  }
}

/** Refusals that come of wanting what others want are part of life; any other would be a fault of this program. */
function accepted<T>(action: Action, outcome: Outcome<T>): T | null {
  if (outcome.ok) return outcome;
  const { code } = outcome.refusal;
  if (!["slot_taken", "nothing_to_move"].includes(code))
    throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  say("refused", action);
  return null;
}
