import { duration, MINUTE } from "@ricevimenti/core";
import type { Context } from "hono";
import { plainPage } from "./plain-page.ts";
import type { Site } from "./site.ts";

/**
 * Says that it is too often, and when to come again.
 *
 * @param wait milliseconds until the next try is worth it
 */
export function tooMany(
  c: Context,
  site: Site,
  matter: "too-many" | "too-many-mails",
  wait: number,
): Promise<Response> {
  c.header("Retry-After", String(Math.ceil(wait / 1_000)));
  return plainPage(c, site, matter, 429, ({ locale }) => ({
    wait: duration(Math.ceil(wait / MINUTE), locale),
  }));
}
