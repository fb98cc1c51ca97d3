/**
 * Run as a process of its own, in whatever zone `TZ` says: works out fixed scenes, checks each against the oracle, and
 * prints one line that must not depend on that zone.
 */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { compilePlan } from "../../../packages/core/src/domain/opening-plan.ts";
import { freeSlots } from "../../../packages/core/src/domain/slots.ts";
import { oracleSlots } from "../../support/slot-oracle.ts";
import { scenes } from "./timetables.ts";

const hash = createHash("sha256");
let offered = 0;
let wrong = 0;
for (const { office, town, search, taken } of fc.sample(scenes(), { seed: 20_260_329, numRuns: 80 })) {
  const plan = compilePlan(office, town);
  const slots = freeSlots(plan, search, taken);
  const found = JSON.stringify(slots);
  if (found !== JSON.stringify(oracleSlots(office, town, search, taken))) wrong++;
  hash.update(found).update(slots.map(({ start }) => plan.zone.formatInstant(start)).join());
  offered += slots.length;
}
process.stdout.write(
  JSON.stringify({
    summer: new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset(),
    offered,
    wrong,
    hash: hash.digest("hex"),
  }),
);
