import { strict as assert } from "node:assert";
import { join } from "node:path";
import { openTown } from "../support/town.ts";
import type { Bench, Figure } from "./bench.ts";
import { freeTimes, holder, officesOf } from "./click-slots.ts";
import { rawHolds } from "./floors/raw-holds.ts";
import { quantile, rate, ratios } from "./measure.ts";

/** People who ask at once. */
const CROWD = 64;

/** Holds on SQLite with `synchronous=FULL`, through the public use case, against raw transactions of the same rows. */
export const holds: Bench = {
  name: "holds",
  async run({ short }) {
    const { offices, ids, start } = officesOf(40);
    await using town = await openTown({ offices, start, municipality: { policy: { horizon_days: 60 } } });
    const times = await freeTimes(town.core, ids);
    const floor = rawHolds(town.folder, join(town.folder, "data/ricevimenti.sqlite"));
    const hold = holder(town.core, times);
    const rounds = short ? 3 : 9;
    const calls = short ? 256 : 1024;
    const rates: Record<"floor" | "alone" | "crowd", number[]> = { floor: [], alone: [], crowd: [] };
    let at = 0;
    const floorHold = () => {
      const time = times[at++ % times.length];
      if (time) floor.hold(time.office, time.start + 365 * 86_400_000 * Math.floor(at / times.length));
    };
    for (let round = -1; round < rounds; round++) {
      const keep = (kind: keyof typeof rates, found: number) => round >= 0 && rates[kind].push(found);
      keep("floor", await rate(calls, 1, async () => floorHold()));
      keep("alone", await rate(calls, 1, hold));
      keep("crowd", await rate(calls, CROWD, hold));
    }
    floor.close();
    const sold = await town.core.agenda({ from: 0, to: Number.MAX_SAFE_INTEGER, states: ["held"] });
    assert.equal(sold.length, (rounds + 1) * calls * 2, "every hold that was acknowledged is there");
    const figure = (what: string, kind: "alone" | "crowd", least: number): Figure => ({
      what,
      unit: "/s",
      floor: quantile(rates.floor, 0.5),
      ours: quantile(rates[kind], 0.5),
      ...ratios(rates[kind], rates.floor),
      goal: { least },
    });
    return [
      figure("holds, one after another", "alone", 0.7),
      figure(`holds, ${CROWD} people at once`, "crowd", 3),
    ];
  },
};
