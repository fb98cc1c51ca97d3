/**
 * `npm run bench [-- --json] [-- --only NAME]... [-- --short]`: every figure of ours beside a floor in plain code that
 * the same run measures. Ends with 0 also when goals are missed, with 1 when a figure is far off or wrong. A short run
 * is what tests end with: it measures a figure that is far off again before it believes it, because other work on the
 * machine can do that to a figure once, and hardly three times.
 */
import { parseArgs } from "node:util";
import { type Bench, type Figure, isFarOff } from "./bench.ts";
import { bot } from "./bot.ts";
import { clickDay } from "./click-day.ts";
import { firstCall } from "./first-call.ts";
import { growth } from "./growth.ts";
import { holds } from "./holds.ts";
import { memory } from "./memory.ts";
import { againstPeers, peersTable } from "./peers.ts";
import { postgres } from "./postgres-holds.ts";
import { type Reported, table } from "./report.ts";
import { slotBenches } from "./slots.ts";
import { slotsFromFile } from "./slots-from-file.ts";
import { startUp } from "./start-up.ts";
import { timetable } from "./timetable.ts";
import { twoProcesses } from "./two-processes.ts";
import { web } from "./web.ts";
import { webBooking } from "./web-booking.ts";

const BENCHES: readonly Bench[] = [
  ...slotBenches,
  slotsFromFile,
  firstCall,
  holds,
  twoProcesses,
  postgres,
  web,
  webBooking,
  clickDay,
  bot,
  startUp,
  timetable,
  growth,
  memory,
];

/** How often a short run measures again what is far off. */
const DOUBTS = 2;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    short: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
  },
});
const unknown = values.only.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no bench ${unknown.join(", ")}; there are: ${BENCHES.map(({ name }) => name).join(", ")}\n`,
  );
  process.exit(2);
}
const chosen = BENCHES.filter(({ name, fullOnly }) =>
  values.only.length === 0 ? !(values.short && fullOnly) : values.only.includes(name),
);
const figures: Reported[] = [];
for (const bench of chosen) {
  process.stderr.write(`${bench.name} ...\n`);
  figures.push(...(await measured(bench)).map((figure) => ({ bench: bench.name, ...figure })));
}
figures.push(...againstPeers(figures));
process.stdout.write(
  values.json ? `${JSON.stringify(figures, null, 2)}\n` : `${peersTable(figures)}\n${table(figures)}`,
);
// What is said of the peers follows from figures that are judged by themselves.
const far = figures.filter((figure) => figure.bench !== "peers" && isDoubtful(figure));
for (const { bench, what } of far) process.stderr.write(`far off its goal: ${bench}, ${what}\n`);
process.exitCode = far.length > 0 ? 1 : 0;

/** A short run is made while others work: how late the clock finds us then is theirs. */
function isDoubtful(figure: Figure): boolean {
  return isFarOff(figure) && !(values.short && figure.absolute);
}

async function measured(bench: Bench): Promise<readonly Figure[]> {
  let found = await bench.run({ short: values.short });
  for (let again = 0; values.short && again < DOUBTS && found.some(isDoubtful); again++) {
    process.stderr.write(`${bench.name} again ...\n`);
    const other = await bench.run({ short: true });
    // Each figure by itself: what has once been as it should be needs no other proof.
    found = found.map((figure, index) => (isDoubtful(figure) ? (other[index] ?? figure) : figure));
  }
  return found;
}
