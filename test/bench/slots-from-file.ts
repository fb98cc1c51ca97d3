import { strict as assert } from "node:assert";
import { join } from "node:path";
import { slotJson } from "@ricevimenti/core";
import Database from "better-sqlite3";
import { openTown } from "../support/town.ts";
import type { Bench, Figure } from "./bench.ts";
import { plainSlots, plainSlotTexts } from "./floors/plain-slots.ts";
import { paired } from "./measure.ts";
import { BEGIN, benchOffice, isTaken, W1_DAYS, W2_DAYS, W3_OFFICES } from "./workloads.ts";

const CELL = 5 * 60_000;
const DAY = 24 * 60 * 60_000;

/** From the SQLite file to JSON text, through the public use case: what the slots API does for a question. */
export const slotsFromFile: Bench = {
  name: "slots-sqlite",
  async run({ short }) {
    const offices = Array.from({ length: W3_OFFICES }, (_, index) => benchOffice(index));
    const policy = { horizon_days: 366 };
    await using town = await openTown({
      offices,
      start: new Date(BEGIN).toISOString(),
      municipality: { policy },
    });
    const file = join(town.folder, "data/ricevimenti.sqlite");
    fill(file);
    const database = new Database(file, { readonly: true });
    const claims = database.prepare(
      "select cell from claims where office = ? and cell >= ? and cell < ? order by cell",
    );
    claims.pluck();
    const floor = (office: string, days: number) => {
      const cells = claims.all(office, BEGIN / CELL, (BEGIN + (days + 1) * DAY) / CELL) as number[];
      const taken = cells.filter((_, index) => index % 3 === 0).map((cell) => cell * CELL);
      return JSON.stringify(plainSlotTexts(days, taken));
    };
    const ours = async (office: string, days: number) => {
      const to = Date.parse("2026-03-01T00:00:00+01:00") + days * DAY;
      const found = await town.core.listSlots({ office, from: BEGIN, to });
      if (!found.ok) throw new Error(found.refusal.code);
      return JSON.stringify(found.slots.map((slot) => slotJson(slot, found.timezone)));
    };
    const figures: Figure[] = [];
    for (const { name, days, count, calls } of [
      { name: "W1", days: W1_DAYS, count: 1, calls: 60 },
      { name: "W2", days: W2_DAYS, count: 1, calls: 15 },
      { name: "W3", days: W1_DAYS, count: W3_OFFICES, calls: 1 },
    ]) {
      const ids = offices.slice(0, count).map(({ id }) => id);
      const starts = (text: string) => (JSON.parse(text) as { start: string }[]).map(({ start }) => start);
      assert.deepEqual(starts(await ours("ufficio-0", days)), starts(floor("ufficio-0", days)), name);
      const timing = await paired(
        {
          floor: () => ids.map((id) => floor(id, days)),
          ours: async () => {
            for (const id of ids) await ours(id, days);
          },
        },
        { calls, rounds: short ? 5 : 15 },
      );
      figures.push({ what: `slots from SQLite to JSON, ${name}`, unit: "ms", goal: { most: 2 }, ...timing });
    }
    database.close();
    return figures;
  },
};

/** The claims of the workload, as if booked. */
function fill(file: string): void {
  const database = new Database(file);
  const add = database.prepare("insert into claims (office, cell, desk, booking) values (?, ?, 1, ?)");
  database.transaction(() => {
    for (let office = 0; office < W3_OFFICES; office++) {
      const days = office === 0 ? W2_DAYS : W1_DAYS;
      plainSlots(days, []).forEach(({ start }, index) => {
        if (!isTaken(index)) return;
        for (let cell = 0; cell < 3; cell++)
          add.run(`ufficio-${office}`, start / CELL + cell, `B${office}-${index}`);
      });
    }
  })();
  database.close();
}
