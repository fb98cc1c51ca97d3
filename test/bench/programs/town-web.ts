/** The citizens' pages over a town's folder, in a process of their own: `town-web.ts FOLDER ENVIRONMENT`. */
import { openCore } from "@ricevimenti/core";
import { startWeb } from "@ricevimenti/web-join";

const [folder = "", environment = "{}", now = ""] = process.argv.slice(2);
const env = { ...(JSON.parse(environment) as Record<string, string>), LOG_LEVEL: "silent" };
const offset = Date.parse(now) - Date.now();
const core = await openCore({ env, cwd: folder, overrides: { clock: { now: () => Date.now() + offset } } });
const web = await startWeb(core, {
  host: "127.0.0.1",
  port: 0,
  publicUrl: "http://127.0.0.1",
  videoOrigin: "https://video.example.org",
  version: "0.0.0",
});
process.send?.({ url: web.url });
process.once("SIGTERM", async () => {
  await web.close();
  await core.close();
  process.exit(0);
});
