import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { page } from "./layout.ts";
import { refusedMain } from "./refused.ts";
import type { Site } from "./site.ts";
import { type Visit, visitFor } from "./visit.ts";

/** A page about the request itself: what the matter is, what to do. Must work when the database does not. */
export async function plainPage(
  c: Context,
  site: Site,
  matter: string,
  status: ContentfulStatusCode,
  facts: (visit: Visit) => Readonly<Record<string, string>> = () => ({}),
): Promise<Response> {
  const town = await site.core.municipality().catch(() => null);
  const visit = visitFor(c, site, town);
  const title = visit.say(`${matter}-title`);
  const text = visit.say(`${matter}-text`, facts(visit));
  return page(c, visit, { title, main: refusedMain(visit, text) }, status);
}
