/**
 * The citizens' pages, and the bot where one is named, over a town's folder, in a process of their own:
 * `town-web.ts FOLDER ENVIRONMENT NOW [BOT]`. Asked for a `report`, it tells how late its event loop was.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { loadForServing, openCore } from "@ricevimenti/core";
import { startWeb } from "@ricevimenti/web-join";

const [folder = "", environment = "{}", now = "", telegram] = process.argv.slice(2);
const env = { ...(JSON.parse(environment) as Record<string, string>), LOG_LEVEL: "silent" };
const offset = Date.parse(now) - Date.now();
await loadForServing();
const core = await openCore({ env, cwd: folder, overrides: { clock: { now: () => Date.now() + offset } } });
const web = await startWeb(core, {
  host: "127.0.0.1",
  port: 0,
  publicUrl: "http://127.0.0.1",
  videoOrigin: "https://video.example.org",
  version: "0.0.0",
});
const bot = telegram === undefined ? null : await startedBot(JSON.parse(telegram));
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.send?.({ url: web.url });

process.on("message", () => {
  process.send?.({ p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 });
});
process.once("SIGTERM", async () => {
  await bot?.stop();
  await web.close();
  await core.close();
  process.exit(0);
});

async function startedBot(options: { readonly token: string; readonly apiRoot: string }) {
  const { startBot } = await import("@ricevimenti/telegram-bot");
  return startBot(core, { ...options, publicUrl: "https://ricevimenti.example.org", log: core.log });
}
