/**
 * `npm run bench [-- --json] [-- --only NAME]... [-- --short]`: every figure of ours beside a floor in plain code that
 * the same run measures. Ends with 0 also when goals are missed, with 1 when a figure is far off or wrong.
 */
import { parseArgs } from "node:util";
import { type Bench, isFarOff } from "./bench.ts";
import { bot } from "./bot.ts";
import { clickDay } from "./click-day.ts";
import { firstCall } from "./first-call.ts";
import { growth } from "./growth.ts";
import { holds } from "./holds.ts";
import { memory } from "./memory.ts";
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
const chosen = BENCHES.filter(({ name }) => values.only.length === 0 || values.only.includes(name));
const figures: Reported[] = [];
for (const bench of chosen) {
  process.stderr.write(`${bench.name} ...\n`);
  figures.push(
    ...(await bench.run({ short: values.short })).map((figure) => ({ bench: bench.name, ...figure })),
  );
}
process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : table(figures));
const far = figures.filter(isFarOff);
for (const { bench, what } of far) process.stderr.write(`far off its goal: ${bench}, ${what}\n`);
process.exitCode = far.length > 0 ? 1 : 0;
