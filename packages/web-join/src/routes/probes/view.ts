import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "hono";
import { PRIVATE_FOLDERS } from "../../paths.ts";
import type { Site } from "../../site.ts";

/** Milliseconds the database may take to answer. */
const READY_TIMEOUT = 2_000;

/** `GET /healthz`: the process is alive. Asks nobody else, so that a database that is down restarts nothing. */
export function viewHealth(c: Context) {
  return c.text("ok", 200, { "Cache-Control": "no-store" });
}

/** `GET /readyz`: the database answers and has been initialised. */
export async function viewReady(c: Context, { core }: Site) {
  const ready = await Promise.race([
    core.municipality().then(
      () => true,
      () => false,
    ),
    wait(READY_TIMEOUT, false, { ref: false }),
  ]);
  return c.text(ready ? "ok" : "database unavailable", ready ? 200 : 503, { "Cache-Control": "no-store" });
}

/** `GET /robots.txt`: the pages of bookings and visitors are nobody's to search. */
export function viewRobots(c: Context, { paths }: Site) {
  const lines = PRIVATE_FOLDERS.map((folder) => `Disallow: ${paths.base}${folder}`);
  return c.text(["User-agent: *", ...lines, ""].join("\n"), 200, {
    "Cache-Control": "public, max-age=86400",
  });
}
