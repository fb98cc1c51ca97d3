import { strict as assert } from "node:assert";
import type { Core } from "@ricevimenti/core";
import { openTown } from "../support/town.ts";
import type { Bench, Figure } from "./bench.ts";
import { freeTimes, holder, officesOf } from "./click-slots.ts";
import { grow } from "./grown-town.ts";
import { paired } from "./measure.ts";
import { BEGIN } from "./workloads.ts";

const DAY = 86_400_000;

/** The same calls on a town with a million past bookings and on one with a thousand. */
export const growth: Bench = {
  name: "growth",
  async run({ short }) {
    const { offices, ids, start } = officesOf(9);
    const large = short ? 50_000 : 1_000_000;
    const open = async (past: number) => {
      const town = await openTown({ offices, start, municipality: { policy: { horizon_days: 60 } } });
      grow(town.folder, "ufficio-0", past, BEGIN);
      await town.reopen();
      return { town, hold: holder(town.core, await freeTimes(town.core, ids), `past-${past}`) };
    };
    const few = await open(1_000);
    const many = await open(large);
    try {
      const findings = await many.town.core.doctor();
      assert.deepEqual(
        findings.filter(({ level }) => level === "error"),
        [],
      );
      const rounds = short ? 5 : 15;
      const figure = async (
        what: string,
        calls: number,
        work: (core: Core) => Promise<unknown>,
      ): Promise<Figure> => ({
        what: `${what}, ${large.toLocaleString("en")} past bookings to 1,000`,
        unit: "ms",
        goal: { most: 1.2 },
        ...(await paired(
          { floor: () => work(few.town.core), ours: () => work(many.town.core) },
          { calls, rounds },
        )),
      });
      return [
        await figure("slots", 50, (core) => core.listSlots({ office: "ufficio-0" })),
        await figure("hold", 40, (core) => (core === few.town.core ? few.hold() : many.hold())),
        await figure("agenda of a day", 100, (core) =>
          core.agenda({ offices: ["ufficio-0"], from: BEGIN, to: BEGIN + DAY }),
        ),
        await figure("doctor, quick", 3, (core) => core.doctor()),
      ];
    } finally {
      await few.town[Symbol.asyncDispose]();
      await many.town[Symbol.asyncDispose]();
    }
  },
};
