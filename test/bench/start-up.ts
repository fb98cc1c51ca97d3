import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { openTown } from "../support/town.ts";
import type { Bench, Figure } from "./bench.ts";
import { paired } from "./measure.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const OURS = join(ROOT, "node_modules/.bin/ricevimenti");

/** Whole processes, from being started to having ended, in milliseconds. */
export const startUp: Bench = {
  name: "start-up",
  async run({ short }) {
    await using town = await openTown();
    const env = { ...process.env, ...town.env, LANG: "it_IT.UTF-8" };
    const run = (command: string, args: readonly string[]) => {
      const { status, stderr } = spawnSync(command, args, { cwd: town.folder, env, encoding: "utf8" });
      assert.equal(status, 0, stderr);
    };
    const floorFile = join(town.folder, "floor.mjs");
    const required = createRequire(import.meta.url);
    await writeFile(
      floorFile,
      `import Database from ${JSON.stringify(required.resolve("better-sqlite3"))};
       import { Command } from ${JSON.stringify(createRequire(join(ROOT, "packages/cli/")).resolve("commander"))};
       new Command("agenda").option("--json").parse();
       const database = new Database("data/ricevimenti.sqlite");
       console.log(JSON.stringify(database.prepare("select * from bookings").all()));
       database.close();`,
    );
    const rounds = short ? 5 : 21;
    const figure = async (
      what: string,
      most: number,
      floor: () => void,
      ours: () => void,
    ): Promise<Figure> => ({
      what,
      unit: "ms",
      goal: { most },
      ...(await paired({ floor, ours }, { calls: 1, rounds })),
    });
    return [
      await figure(
        "ricevimenti --version, to node -e 0",
        1.25,
        () => run(process.execPath, ["-e", "0"]),
        () => run(OURS, ["--version"]),
      ),
      await figure(
        "ricevimenti agenda --json, to node with commander and the file",
        1.35,
        () => run(process.execPath, [floorFile, "--json"]),
        () => run(OURS, ["agenda", "--json"]),
      ),
    ];
  },
};
