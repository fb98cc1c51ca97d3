import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openTown } from "../support/town.ts";
import type { Bench } from "./bench.ts";
import { officesOf } from "./click-slots.ts";

interface Resident {
  readonly rest: number;
  /** After a fifth of the bookings, and after all of them. */
  readonly first: number;
  readonly later: number;
}

const LAUNCHER = new URL("../../packages/cli/bin/ricevimenti", import.meta.url);
/** What the launcher tells Node for a server. */
const FLAGS = [...readFileSync(LAUNCHER, "utf8").matchAll(/' start '\*\) v8=(--\S+)/g)].map(
  ([, flag = ""]) => flag,
);

/** Memory of a process with all parts of `start`, at rest and after many bookings. */
export const memory: Bench = {
  name: "memory",
  fullOnly: true,
  async run({ short }) {
    const { offices, start } = officesOf(9);
    const bookings = short ? 2_000 : 100_000;
    await using town = await openTown({ offices, start });
    const cache = join(town.folder, "compiled");
    const ours = (holds: number) =>
      resident(["ours", town.folder, JSON.stringify(town.env), String(holds)], cache, FLAGS);
    // What is started for the second time finds everything compiled, and does without the compiler.
    await resident(["bare"], cache);
    await ours(0);
    const bare = await resident(["bare"], cache);
    const grown = await ours(bookings);
    const atRest = grown.rest / bare.rest;
    const growth = grown.later / grown.first;
    return [
      {
        what: "start at rest, to bare Node with the same libraries",
        unit: "MB",
        floor: bare.rest,
        ours: grown.rest,
        ratio: atRest,
        spread: [atRest, atRest],
        goal: { most: 1.5 },
      },
      {
        what: `after ${bookings.toLocaleString("en")} holds, to after a fifth of them`,
        unit: "MB",
        floor: grown.first,
        ours: grown.later,
        ratio: growth,
        spread: [growth, growth],
        goal: { most: 1.1 },
      },
    ];
  },
};

async function resident(
  args: readonly string[],
  cache: string,
  flags: readonly string[] = [],
): Promise<Resident> {
  const child = fork(new URL("./programs/resident.ts", import.meta.url), args, {
    execArgv: ["--expose-gc", ...flags],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const answer = once(child, "message");
  const exit = once(child, "exit");
  const failure = exit.then(([code]) => {
    throw new Error(`the process ended with ${code}`);
  });
  const [told] = await Promise.race([answer, failure]);
  failure.catch(() => {});
  child.kill("SIGTERM");
  await exit;
  return told as Resident;
}
