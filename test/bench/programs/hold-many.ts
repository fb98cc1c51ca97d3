/** Holds one time after another until it is told to stop: `hold-many.ts FOLDER ENVIRONMENT NOW FIRST NAME`. */
import { loadForServing, openCore } from "@ricevimenti/core";
import { freeTimes, holder } from "../click-slots.ts";

const [folder = "", environment = "{}", now = "", offices = "[]", name = ""] = process.argv.slice(2);
const env = { ...(JSON.parse(environment) as Record<string, string>), LOG_LEVEL: "silent" };
await loadForServing();
const core = await openCore({ env, cwd: folder, overrides: { clock: { now: () => Date.parse(now) } } });
const times = await freeTimes(core, JSON.parse(offices) as string[]);
const hold = holder(core, times, name);
process.send?.("ready");

process.on("message", async (milliseconds: number) => {
  const end = performance.now() + milliseconds;
  let count = 0;
  let longest = 0;
  for (let before = performance.now(); before < end; count++) {
    await hold();
    const after = performance.now();
    longest = Math.max(longest, after - before);
    before = after;
  }
  process.send?.({ count, longest });
});
process.once("SIGTERM", async () => {
  await core.close();
  process.exit(0);
});
