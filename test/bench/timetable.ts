import { strict as assert } from "node:assert";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Office, parseTimetable, WEEKDAYS } from "@ricevimenti/core";
import Database from "better-sqlite3";
import { parse, stringify } from "yaml";
import { openTown } from "../support/town.ts";
import type { Bench } from "./bench.ts";
import { quantile, ratios } from "./measure.ts";
import { TOWN } from "./workloads.ts";

const OFFICES = 200;
const RULES = 25;

/** Two hundred offices of 25 rules each; `turn` makes every file another one. */
function manyRules(turn: number): Office[] {
  return Array.from({ length: OFFICES }, (_, index) => ({
    id: `ufficio-${index}`,
    name: `Ufficio ${index}, ${turn}`,
    hours: Array.from({ length: RULES }, (_, rule) => {
      const from = 8 + (rule % 5) * 2;
      return {
        days: [WEEKDAYS[Math.floor(rule / 5)] ?? "mon"],
        from: `${String(from).padStart(2, "0")}:00`,
        to: `${String(from + 1).padStart(2, "0")}:45`,
        slot: 15,
        modes: ["in_person", "virtual"] as const,
      };
    }),
  }));
}

/** Import of a large file: to the raw inserts when all is new, to reading and parsing when nothing is. */
export const timetable: Bench = {
  name: "timetable",
  fullOnly: true,
  async run({ short }) {
    await using town = await openTown({ offices: [], municipality: TOWN });
    const path = { yaml: join(town.folder, "orari.yaml"), json: join(town.folder, "orari.json") };
    const parsed = async (format: "yaml" | "json") => {
      const answer = await parseTimetable(await readFile(path[format]), { format });
      if (!answer.ok) assert.fail(JSON.stringify(answer));
      return answer.file;
    };
    const raw = rawInserts(join(town.folder, "floor.sqlite"));
    const times = {
      insert: [] as number[],
      fresh: [] as number[],
      parse: [] as number[],
      unchanged: [] as number[],
      parseJson: [] as number[],
      unchangedJson: [] as number[],
    };
    const take = async (kind: keyof typeof times, keep: boolean, work: () => Promise<unknown>) => {
      const begin = performance.now();
      await work();
      if (keep) times[kind].push(performance.now() - begin);
    };
    for (let turn = 0; turn <= (short ? 3 : 9); turn++) {
      const offices = manyRules(turn);
      await writeFile(path.yaml, stringify({ municipality: TOWN, offices }));
      await writeFile(path.json, JSON.stringify({ municipality: TOWN, offices }));
      // Not from YAML, whose parser leaves garbage that is collected at the cost of what comes next.
      const file = await parsed("json");
      const definitions = offices.map((office) => JSON.stringify(office));
      const keep = turn > 0;
      await take("insert", keep, async () => raw.save(definitions));
      await take("fresh", keep, async () => {
        const report = await town.core.importTimetable(file, { actor: "staff:bench" });
        assert.equal(report.added.length + report.changed.length, OFFICES);
      });
      await take("parse", keep, async () => parse(await readFile(path.yaml, "utf8")));
      await take("unchanged", keep, async () => {
        const report = await town.core.importTimetable(await parsed("yaml"), { actor: "staff:bench" });
        assert.ok(report.unchanged);
      });
      for (let again = 0; again < 5; again++) {
        await take("parseJson", keep, async () => JSON.parse(await readFile(path.json, "utf8")));
        await take("unchangedJson", keep, async () => {
          const report = await town.core.importTimetable(await parsed("json"), { actor: "staff:bench" });
          assert.ok(report.unchanged);
        });
      }
    }
    raw.close();
    const figure = (what: string, ours: keyof typeof times, floor: keyof typeof times, most: number) => ({
      what,
      unit: "ms",
      floor: quantile(times[floor], 0.5),
      ours: quantile(times[ours], 0.5),
      ...ratios(times[ours], times[floor]),
      goal: { most },
    });
    return [
      figure("import of 5,000 new rules, to raw inserts", "fresh", "insert", 5),
      figure("import of them again, to reading and parsing", "unchanged", "parse", 3),
      figure("the same from JSON", "unchangedJson", "parseJson", 3),
    ];
  },
};

/** The rows that an import of new offices writes, in one transaction. */
function rawInserts(path: string) {
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec(`create table offices (id text primary key, position integer, definition text, revision integer, feed integer);
    create table office_revisions (office text, revision integer, at integer, actor text, definition text, primary key (office, revision))`);
  const office = database.prepare("insert or replace into offices values (?, ?, ?, ?, 1)");
  const revision = database.prepare("insert into office_revisions values (?, ?, 0, 'staff:bench', ?)");
  let turn = 0;
  const save = database.transaction((definitions: readonly string[]) => {
    turn++;
    definitions.forEach((definition, index) => {
      office.run(`ufficio-${index}`, index, definition, turn);
      revision.run(`ufficio-${index}`, turn, definition);
    });
  });
  return {
    save: (definitions: readonly string[]) => save.immediate(definitions),
    close: () => database.close(),
  };
}
