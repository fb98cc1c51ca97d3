/** The town's bot as a process of its own. Arguments: API root, token, folder of the town, its environment as JSON. */
import { flushCompileCache } from "node:module";
import { loadForServing, openCore } from "@ricevimenti/core";
import { startBot } from "@ricevimenti/telegram-bot";
import { testClock } from "../../support/clock.ts";
import { WEDNESDAY_NINE } from "../../support/town.ts";

const [apiRoot = "", token = "", cwd = "", env = "{}"] = process.argv.slice(2);
const clock = testClock(WEDNESDAY_NINE);
await loadForServing();
const core = await openCore({
  env: JSON.parse(env) as Record<string, string>,
  cwd,
  overrides: { clock },
  stderr: (line) => process.stderr.write(line),
});
const publicUrl = core.config.publicUrl;
const bot = await startBot(core, { token, apiRoot, publicUrl, log: core.log });
// All that there is has been loaded by now: those who come after this one have it compiled.
flushCompileCache();
process.send?.("started");
process.on("SIGTERM", async () => {
  await bot.stop();
  await core.close();
  process.exit(0);
});
