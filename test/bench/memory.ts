import { fork } from "node:child_process";
import { once } from "node:events";
import { openTown } from "../support/town.ts";
import type { Bench } from "./bench.ts";
import { officesOf } from "./click-slots.ts";

interface Resident {
  readonly rest: number;
  /** After a fifth of the bookings, and after all of them. */
  readonly first: number;
  readonly later: number;
}

/** Memory of a process with all parts of `start`, at rest and after many bookings. */
export const memory: Bench = {
  name: "memory",
  async run({ short }) {
    const { offices, start } = officesOf(9);
    const bookings = short ? 2_000 : 100_000;
    await using town = await openTown({ offices, start });
    const bare = await resident(["bare"]);
    const ours = await resident(["ours", town.folder, JSON.stringify(town.env), String(bookings)]);
    const atRest = ours.rest / bare.rest;
    const grown = ours.later / ours.first;
    return [
      {
        what: "start at rest, to bare Node with the same libraries",
        unit: "MB",
        floor: bare.rest,
        ours: ours.rest,
        ratio: atRest,
        spread: [atRest, atRest],
        goal: { most: 1.5 },
      },
      {
        what: `after ${bookings.toLocaleString("en")} holds, to after a fifth of them`,
        unit: "MB",
        floor: ours.first,
        ours: ours.later,
        ratio: grown,
        spread: [grown, grown],
        goal: { most: 1.1 },
      },
    ];
  },
};

async function resident(args: readonly string[]): Promise<Resident> {
  const child = fork(new URL("./programs/resident.ts", import.meta.url), args, { execArgv: ["--expose-gc"] });
  const answer = once(child, "message");
  const exit = once(child, "exit").then(([code]) => {
    throw new Error(`the process ended with ${code}`);
  });
  const [told] = await Promise.race([answer, exit]);
  exit.catch(() => {});
  child.kill("SIGTERM");
  return told as Resident;
}
