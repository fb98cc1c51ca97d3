/** Milliseconds of the first list of slots of a process, ours or the floor's: `first-slots.ts ours|floor`. */
import { compilePlan } from "../../../packages/core/src/domain/opening-plan.ts";
import { freeSlots } from "../../../packages/core/src/domain/slots.ts";
import { plainSlots } from "../floors/plain-slots.ts";
import { BEGIN, benchOffice, TOWN, W1_DAYS } from "../workloads.ts";

const nobody = { cells: [], desks: [] };
const DAY = 86_400_000;
const begin = performance.now();
let found: number;
if (process.argv[2] === "ours") {
  const plan = compilePlan(benchOffice(0), TOWN);
  const search = {
    now: BEGIN,
    from: BEGIN,
    to: BEGIN + W1_DAYS * DAY,
    policy: { lead_minutes: 0, horizon_days: 365 },
  };
  found = freeSlots(plan, search, nobody).length;
} else {
  new Intl.DateTimeFormat("en", { timeZone: TOWN.timezone, timeZoneName: "longOffset" }).format(BEGIN);
  found = plainSlots(W1_DAYS, []).length;
}
process.stdout.write(JSON.stringify({ milliseconds: performance.now() - begin, found }));
