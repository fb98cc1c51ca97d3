import { strict as assert } from "node:assert";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openTown } from "../support/town.ts";
import type { Bench, Figure } from "./bench.ts";
import { started } from "./child.ts";
import { fetched, type Load, load } from "./load.ts";
import { quantile, ratios } from "./measure.ts";
import { benchOffice } from "./workloads.ts";

const PEOPLE = 16;

/** What is asked for, how much of a bare route's rate it must reach, and how many times its p99 it may take. */
const PAGES = [
  { what: "GET /", path: "/", least: 0.5, most: 3 },
  {
    what: "slots API, a week",
    path: "/api/v1/offices/ufficio-0/slots?from=2026-03-02&to=2026-03-08",
    least: 0.5,
    most: 3,
  },
  { what: "a static page", path: "/accessibilita", least: 0.85, most: 1.5 },
];

/** The pages' requests a second against bare Hono routes that answer with the same bytes. */
export const web: Bench = {
  name: "web",
  async run({ short }) {
    const offices = Array.from({ length: 9 }, (_, index) => benchOffice(index));
    const start = "2026-03-01T00:00:00+01:00";
    await using town = await openTown({ offices, start });
    const ours = await started<{ url: string }>("town-web.ts", [
      town.folder,
      JSON.stringify(town.env),
      start,
    ]);
    const bodies: Record<string, { type: string; body: string }> = {};
    for (const { path } of PAGES) {
      const { status, body, headers } = await fetched(ours.told.url, { path });
      assert.equal(status, 200, path);
      bodies[path.split("?")[0] ?? ""] = { type: String(headers["content-type"]), body };
    }
    const file = join(town.folder, "bodies.json");
    await writeFile(file, JSON.stringify(bodies));
    const bare = await started<{ url: string }>("bare-web.ts", [file]);
    try {
      const figures: Figure[] = [];
      for (const page of PAGES) figures.push(...(await compared(page, ours.told.url, bare.told.url, short)));
      return figures;
    } finally {
      await ours.stop();
      await bare.stop();
    }
  },
};

async function compared(
  page: (typeof PAGES)[number],
  ours: string,
  bare: string,
  short: boolean,
): Promise<Figure[]> {
  const asked = (url: string) =>
    load(url, () => ({ path: page.path }), { people: PEOPLE, milliseconds: short ? 300 : 1_000 });
  const rounds: { floor: Load; ours: Load }[] = [];
  for (let round = -1; round < (short ? 3 : 5); round++) {
    const one = { floor: await asked(bare), ours: await asked(ours) };
    assert.deepEqual([...one.ours.statuses.keys()], [200], page.path);
    if (round >= 0) rounds.push(one);
  }
  const of = (kind: "floor" | "ours", what: "perSecond" | "p99") => rounds.map((round) => round[kind][what]);
  const figure = (what: "perSecond" | "p99"): Pick<Figure, "floor" | "ours" | "ratio" | "spread"> => ({
    floor: quantile(of("floor", what), 0.5),
    ours: quantile(of("ours", what), 0.5),
    ...ratios(of("ours", what), of("floor", what)),
  });
  return [
    { what: page.what, unit: "/s", ...figure("perSecond"), goal: { least: page.least } },
    { what: `${page.what}, p99`, unit: "ms", ...figure("p99"), goal: { most: page.most } },
  ];
}
