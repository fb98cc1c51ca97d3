import type { Context } from "hono";
import { type Networks, networks } from "../../client-address.ts";
import type { WebOptions } from "../../options.ts";
import type { Site } from "../../site.ts";

type Readers = Exclude<WebOptions["metrics"], undefined>;
/** Who may read where nothing is said. */
const NOBODY: Readers = "off";

/**
 * `GET /metrics`: for whom METRICS names, by default for this machine itself; for everybody else there is no such
 * page. A request that a proxy passed on without being known to us comes from nobody in particular.
 */
export function metricsView({ clients, measures, options }: Site) {
  const readers = options.metrics ?? NOBODY;
  const known: Networks | null = typeof readers === "string" ? null : networks(readers);
  const mayRead = (c: Context): boolean => {
    if (known === null) return readers === "all";
    const address = clients.addressOf(c);
    return address !== null && !clients.comesByStranger(c) && known.has(address);
  };
  return async function viewMetrics(c: Context): Promise<Response> {
    if (!mayRead(c)) return c.notFound() as Response;
    const text = await measures.text();
    return c.body(text, 200, { "Content-Type": measures.contentType, "Cache-Control": "no-store" });
  };
}
