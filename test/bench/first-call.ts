import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import type { Bench } from "./bench.ts";
import { quantile, ratios } from "./measure.ts";

const PROGRAM = new URL("./programs/first-slots.ts", import.meta.url).pathname;

/** The first list of slots of a process: what a zone costs before anything is cached. */
export const firstCall: Bench = {
  name: "first-call",
  async run({ short }) {
    const first = (whose: string) => {
      const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, whose], { encoding: "utf8" });
      const answer = JSON.parse(stdout || stderr) as { milliseconds: number; found: number };
      assert.ok(answer.found >= 1000, `${whose} found ${answer.found}`);
      return answer.milliseconds;
    };
    const floors: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < (short ? 5 : 21); round++) {
      floors.push(first("floor"));
      ours.push(first("ours"));
    }
    return [
      {
        what: "first slots of a process",
        unit: "ms",
        floor: quantile(floors, 0.5),
        ours: quantile(ours, 0.5),
        ...ratios(ours, floors),
        goal: { most: 1.2 },
      },
    ];
  },
};
