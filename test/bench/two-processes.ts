import { once } from "node:events";
import { openTown } from "../support/town.ts";
import type { Bench } from "./bench.ts";
import { started } from "./child.ts";
import { officesOf } from "./click-slots.ts";
import { quantile, ratios } from "./measure.ts";

interface Round {
  readonly count: number;
  /** Milliseconds of the longest wait for a hold. */
  readonly longest: number;
}

/** Two processes that hold times of one SQLite file at once, against one of them alone. */
export const twoProcesses: Bench = {
  name: "two-processes",
  async run({ short }) {
    const { offices, ids, start } = officesOf(short ? 40 : 120);
    await using town = await openTown({ offices, start, municipality: { policy: { horizon_days: 60 } } });
    const program = (name: string, own: readonly string[]) =>
      started("hold-many.ts", [town.folder, JSON.stringify(town.env), start, JSON.stringify(own), name]);
    const half = ids.length / 2;
    const processes = [
      await program("one", ids.slice(0, half)),
      await program("two", ids.slice(half)),
    ] as const;
    const milliseconds = short ? 300 : 1_500;
    const hold = async ({ child }: (typeof processes)[number]): Promise<Round> => {
      const answer = once(child, "message");
      child.send(milliseconds);
      return (await answer)[0] as Round;
    };
    const alone: number[] = [];
    const together: number[] = [];
    const shares: number[] = [];
    const waits: number[] = [];
    try {
      for (let round = 0; round < (short ? 3 : 7); round++) {
        alone.push((await hold(processes[round % 2 === 0 ? 0 : 1])).count);
        const [one, two] = await Promise.all([hold(processes[0]), hold(processes[1])]);
        together.push(one.count + two.count);
        shares.push(Math.min(one.count, two.count) / (one.count + two.count));
        waits.push(Math.max(one.longest, two.longest));
      }
    } finally {
      for (const process of processes) await process.stop();
    }
    const perSecond = (counts: readonly number[]) => (quantile(counts, 0.5) * 1000) / milliseconds;
    const share = quantile(shares, 0.5);
    const wait = quantile(waits, 0.5);
    const quartiles = (values: readonly number[]) =>
      [quantile(values, 0.25), quantile(values, 0.75)] as const;
    return [
      {
        what: "two processes together",
        unit: "/s",
        floor: perSecond(alone),
        ours: perSecond(together),
        ...ratios(together, alone),
        goal: { least: 0.7 },
      },
      {
        what: "share of the slower",
        unit: "",
        floor: 1,
        ours: share,
        ratio: share,
        spread: quartiles(shares),
        goal: { least: 0.4 },
      },
      {
        what: "longest wait",
        unit: "ms",
        floor: 1,
        ours: wait,
        ratio: wait,
        spread: quartiles(waits),
        goal: { most: 100 },
        absolute: true,
      },
    ];
  },
};
