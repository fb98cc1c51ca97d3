import { strict as assert } from "node:assert";
import { type Slot, zone } from "@ricevimenti/core";
import { compilePlan } from "../../packages/core/src/domain/opening-plan.ts";
import { CELL, DAY } from "../../packages/core/src/domain/slot.ts";
import { freeSlots } from "../../packages/core/src/domain/slots.ts";
import { oracleSlots } from "../support/slot-oracle.ts";
import type { Bench, Figure } from "./bench.ts";
import { plainSlots, plainSlotTexts } from "./floors/plain-slots.ts";
import { paired } from "./measure.ts";
import { BEGIN, benchOffice, FIRST_DAY, isTaken, TOWN, W1_DAYS, W2_DAYS, W3_OFFICES } from "./workloads.ts";

const ROME = zone(TOWN.timezone);
const PLANS = Array.from({ length: W3_OFFICES }, (_, index) => compilePlan(benchOffice(index), TOWN));

/** What is taken and what is asked for over a span of days. */
function scene(days: number) {
  const grid = plainSlots(days, []);
  const taken = grid.filter((_, index) => isTaken(index)).map(({ start }) => start);
  const cells = taken.flatMap((start) => [start / CELL, start / CELL + 1, start / CELL + 2]);
  return {
    days,
    grid: grid.length,
    taken,
    occupancy: { cells, desks: cells.map(() => 1) },
    search: {
      now: BEGIN,
      from: BEGIN,
      to: ROME.instantOf(FIRST_DAY + days, 0),
      policy: { lead_minutes: 0, horizon_days: 2 * 365 },
    },
  };
}
type Scene = ReturnType<typeof scene>;

const SCENES: readonly {
  readonly name: string;
  readonly days: number;
  readonly offices: number;
  readonly calls: number;
}[] = [
  { name: "W1", days: W1_DAYS, offices: 1, calls: 300 },
  { name: "W2", days: W2_DAYS, offices: 1, calls: 60 },
  { name: "W3", days: W1_DAYS, offices: W3_OFFICES, calls: 3 },
];

function ours({ search, occupancy }: Scene, offices: number): Slot[][] {
  return PLANS.slice(0, offices).map((plan) => freeSlots(plan, search, occupancy));
}

function floor({ days, taken }: Scene, offices: number) {
  return PLANS.slice(0, offices).map(() => plainSlots(days, taken));
}

function texts(slots: readonly Slot[]) {
  return slots.map(({ start, end, modes, free }) => ({
    start: ROME.formatInstant(start),
    end: ROME.formatInstant(end),
    modes,
    free,
  }));
}

const inMemory: Bench = {
  name: "slots",
  async run({ short }) {
    const figures: Figure[] = [];
    for (const { name, days, offices, calls } of SCENES) {
      const one = scene(days);
      checkAgainstOracle(one);
      const timing = await paired(
        { floor: () => floor(one, offices), ours: () => ours(one, offices) },
        { calls, rounds: short ? 5 : 25 },
      );
      figures.push({ what: `free slots, ${name}`, unit: "ms", goal: { most: 3 }, ...timing });
    }
    const [small, large] = figures;
    if (small && large) {
      const ratio = large.ours / small.ours;
      figures.push({
        what: "growth, W2 to W1",
        unit: "ms",
        floor: small.ours,
        ours: large.ours,
        ratio,
        spread: [ratio, ratio],
        goal: { most: 7 },
      });
    }
    return figures;
  },
};

const asText: Bench = {
  name: "slots-text",
  fullOnly: true,
  async run({ short }) {
    const figures: Figure[] = [];
    for (const { name, days, offices, calls } of SCENES) {
      const one = scene(days);
      assert.deepEqual(
        texts(ours(one, 1)[0] ?? []).map(({ start, end }) => ({ start, end })),
        plainSlotTexts(days, one.taken),
      );
      const timing = await paired(
        {
          floor: () => PLANS.slice(0, offices).map(() => plainSlotTexts(days, one.taken)),
          ours: () => ours(one, offices).map(texts),
        },
        { calls: Math.ceil(calls / 2), rounds: short ? 5 : 25 },
      );
      figures.push({ what: `with local ISO text, ${name}`, unit: "ms", goal: { most: 3 }, ...timing });
    }
    return figures;
  },
};

/** Nothing is timed before it is right. */
function checkAgainstOracle(one: Scene): void {
  const slots = ours(one, 1)[0] ?? [];
  const within = { ...one.search, to: Math.min(one.search.to, one.search.from + 60 * DAY) };
  assert.deepEqual(
    slots.filter(({ start }) => start < within.to),
    oracleSlots(benchOffice(0), TOWN, within, one.occupancy),
  );
  assert.deepEqual(
    slots.map(({ start, end }) => ({ start, end })),
    plainSlots(one.days, one.taken),
  );
  assert.equal(one.grid, one.days === W1_DAYS ? 1064 : 6448);
}

export const slotBenches: readonly Bench[] = [inMemory, asText];
