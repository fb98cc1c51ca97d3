import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Occupancy } from "../../../packages/core/src/domain/occupancy.ts";
import { compilePlan, openIntervalAt } from "../../../packages/core/src/domain/opening-plan.ts";
import { nextRelease } from "../../../packages/core/src/domain/release.ts";
import { CELL } from "../../../packages/core/src/domain/slot.ts";
import { freeSlots, slotAt } from "../../../packages/core/src/domain/slots.ts";
import { whyNots } from "../../../packages/core/src/domain/why-not.ts";
import { oracleSlots } from "../../support/slot-oracle.ts";
import { type Scene, scenes, ZONES } from "./timetables.ts";

const NOTHING: Occupancy = { cells: [], desks: [] };

describe("free slots are those of a plain Luxon calculation", () => {
  test.each(ZONES)("in %s", (zone) => {
    let offered = 0;
    fc.assert(
      fc.property(scenes([zone]), ({ office, town, search, taken }) => {
        const slots = freeSlots(compilePlan(office, town), search, taken);
        expect(slots).toEqual(oracleSlots(office, town, search, taken));
        offered += slots.length;
      }),
      { numRuns: 100 },
    );
    // Scenes in which nothing is ever offered would prove nothing.
    expect(offered).toBeGreaterThan(300);
  });

  test("whatever zone the server itself is in", async () => {
    const run = promisify(execFile);
    const script = fileURLToPath(new URL("slot-digest.ts", import.meta.url));
    const zones = ["UTC", "Europe/Rome", "America/New_York", "Pacific/Auckland"];
    const digests = await Promise.all(
      zones.map(async (TZ) => {
        const { stdout } = await run(process.execPath, [script], { env: { ...process.env, TZ } });
        return JSON.parse(stdout) as { summer: number; offered: number; wrong: number; hash: string };
      }),
    );
    expect(digests.map(({ summer }) => summer)).toEqual([0, -120, 240, -720]);
    expect(new Set(digests.map(({ hash }) => hash)).size).toBe(1);
    expect(digests.map(({ wrong }) => wrong)).toEqual([0, 0, 0, 0]);
    expect(digests[0]?.offered).toBeGreaterThan(500);
  }, 120_000);
});

describe("what is shown can be booked, and what cannot be booked is not shown", () => {
  /** Every five minutes of the search and of some hours around it, in the scene's terms without its narrower window. */
  function times({ search }: Scene): number[] {
    const begin = Math.floor(search.from / CELL) - 40;
    const end = Math.min(Math.ceil(search.to / CELL), begin + 2 * 288) + 40;
    return Array.from({ length: Math.max(0, end - begin) }, (_, index) => (begin + index) * CELL);
  }

  test("a time can be had if, and only if, it is among the free slots", () => {
    fc.assert(
      fc.property(scenes(), (scene) => {
        const { office, town, taken } = scene;
        const { limit: _, ...search } = scene.search;
        const plan = compilePlan(office, town);
        const starts = times(scene);
        const [from = 0, to = 0] = [starts[0], starts.at(-1)];
        const shown = new Map(
          freeSlots(plan, { ...search, from, to: to + 1 }, taken).map((slot) => [slot.start, slot]),
        );
        for (const start of starts) {
          const answer = slotAt(plan, start, search, taken);
          expect("slot" in answer ? answer.slot : undefined).toEqual(shown.get(start));
        }
      }),
    );
  });

  test("an explanation has no reason for a time that is offered, and begins with the reason of a refusal", () => {
    fc.assert(
      fc.property(scenes(), (scene) => {
        const { office, town, taken } = scene;
        const { limit: _, ...search } = scene.search;
        const plan = compilePlan(office, town);
        for (const start of times(scene)) {
          const answer = slotAt(plan, start, search, taken);
          expect(whyNots(plan, start, search, taken)[0]).toEqual("why" in answer ? answer.why : undefined);
        }
      }),
    );
  });

  test("the next release is the first time from which there is more to be had", () => {
    fc.assert(
      fc.property(scenes(["Europe/Rome"]), ({ office, town, search: { now, policy, from, to } }) => {
        const plan = compilePlan(office, town);
        const next = nextRelease(plan, { now, policy });
        if (next === null) return;
        expect(next).toBeGreaterThan(now);
        // What is released before it comes within the horizon opens with the horizon.
        const hours = office.hours?.map(({ release, ...rule }) =>
          release && release.days <= policy.horizon_days ? { ...rule, release } : rule,
        );
        const far = compilePlan({ ...office, ...(hours && { hours }) }, town);
        const free = (at: number) =>
          freeSlots(far, { now: at, from, to, policy: { lead_minutes: 0, horizon_days: 730 } }, NOTHING);
        // Nothing that could be had a moment before it was kept back until then.
        const before = new Set(free(now).map(({ start }) => start));
        const kept = free(next - 1).filter(({ start }) => !before.has(start));
        expect(kept).toEqual([]);
      }),
    );
  });

  test("the free desks of a time are desks of that opening which nobody has, at least as many as are told", () => {
    fc.assert(
      fc.property(scenes(), (scene) => {
        const { office, town, search, taken } = scene;
        const plan = compilePlan(office, town);
        for (const { start, end, free } of freeSlots(plan, search, taken)) {
          const answer = slotAt(plan, start, search, taken);
          const desks = "desks" in answer ? answer.desks : [];
          expect(desks.length).toBeGreaterThanOrEqual(free);
          expect(desks).toEqual(desks.toSorted((a, b) => a - b));
          for (const desk of desks) {
            expect(desk).toBeGreaterThanOrEqual(1);
            expect(desk).toBeLessThanOrEqual(openIntervalAt(plan, start)?.opening.desks ?? 0);
            expect(
              taken.desks.some((other, at) => other === desk && within(taken.cells[at] ?? 0, start, end)),
            ).toBe(false);
          }
        }
      }),
    );
  });

  test("a reason given for not offering a time is the true one", () => {
    fc.assert(
      fc.property(scenes(), (scene) => {
        const { office, town, taken } = scene;
        const { limit: _, ...search } = scene.search;
        const plan = compilePlan(office, town);
        const anybody = {
          ...search,
          mode: undefined,
          service: search.service && { ...search.service, modes: undefined },
        };
        const offered = (answer: ReturnType<typeof slotAt>) => "slot" in answer;
        for (const start of times(scene)) {
          const answer = slotAt(plan, start, search, taken);
          if (!("why" in answer)) continue;
          const code = answer.why.code;
          expect(offered(slotAt(plan, start, search, NOTHING))).toBe(code === "taken");
          if (code === "other_mode_only") expect(offered(slotAt(plan, start, anybody, NOTHING))).toBe(true);
          const whenever = {
            ...search,
            now: start - 1,
            policy: { lead_minutes: 0, horizon_days: 1 },
            asStaff: false,
          };
          if (code === "off_grid" || code === "service_does_not_fit")
            expect(openIntervalAt(plan, start)).not.toBeNull();
          if (code === "closed" || code === "holiday" || code === "outside_hours" || code === "off_grid") {
            expect(offered(slotAt(plan, start, whenever, NOTHING))).toBe(false);
          }
        }
      }),
    );
  });

  test("booked one after another until nothing is left, no desk is ever sold twice for the same five minutes", () => {
    fc.assert(
      fc.property(scenes(), (scene) => {
        const { office, town, taken } = scene;
        const { limit: _, ...search } = scene.search;
        const plan = compilePlan(office, town);
        const claims = new Set(taken.cells.map((cell, at) => claimOf(cell, taken.desks[at] ?? 0)));
        const occupancy = () => {
          const sorted = [...claims].sort((a, b) => a - b);
          return {
            cells: sorted.map((claim) => Math.floor(claim / 10)),
            desks: sorted.map((claim) => claim % 10),
          };
        };
        for (;;) {
          const [slot] = freeSlots(plan, { ...search, limit: 1 }, occupancy());
          if (!slot) break;
          const answer = slotAt(plan, slot.start, search, occupancy());
          const desk = "desks" in answer ? (answer.desks[0] ?? 0) : 0;
          for (let cell = slot.start / CELL; cell < slot.end / CELL; cell++) {
            const claim = claimOf(cell, desk);
            expect(claims.has(claim)).toBe(false);
            claims.add(claim);
          }
        }
        expect(freeSlots(plan, search, occupancy())).toEqual([]);
      }),
    );
  });
});

function within(cell: number, start: number, end: number): boolean {
  return start / CELL <= cell && cell < end / CELL;
}

/** One number that orders by cell, then desk. */
function claimOf(cell: number, desk: number): number {
  return cell * 10 + desk;
}
