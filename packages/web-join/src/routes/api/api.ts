import { Hono } from "hono";
import { routePath } from "hono/route";
import { faultFields, faultStatus, RETRY_AFTER } from "../../request-log.ts";
import { reused } from "../../reuse.ts";
import { dataHeaders } from "../../security.ts";
import type { Site } from "../../site.ts";
import { viewApiOffices, viewApiSlots } from "./free-times.ts";
import { openApi } from "./openapi.ts";
import { problem } from "./problem.ts";

/** Seconds a browser remembers that other sites' pages may read. */
const PREFLIGHT_LIFE = 86_400;
const READS = "GET, HEAD, OPTIONS";

/** What programs may read: offices and free slots, as the command line's `--json` prints them. Nothing changes here. */
export function apiOf(site: Site): Hono {
  const headers = dataHeaders(site.options);
  const document = openApi(site.options);
  // What is shown can be booked: whoever keeps an answer asks each time whether it still holds.
  const fresh = { ...headers, "Content-Type": "application/json", "Cache-Control": "no-cache" };
  const reading = reused(site);

  const api = new Hono({ strict: false });
  api.get("/offices", reading, (c) => viewApiOffices(c, site, fresh));
  api.get("/offices/:office/slots", reading, (c) => viewApiSlots(c, site, fresh));
  api.get("/openapi.json", reading, (c) =>
    c.body(document(), 200, { ...fresh, "Cache-Control": "public, max-age=3600" }),
  );
  api.options("*", (c) =>
    c.body(null, 204, {
      ...headers,
      "Access-Control-Allow-Methods": READS,
      "Access-Control-Allow-Headers": "If-None-Match",
      "Access-Control-Max-Age": String(PREFLIGHT_LIFE),
    }),
  );
  api.get("*", (c) => problem(c, headers, 404, "not_found", "There is nothing at this address."));
  api.all("*", (c) => {
    const title = "This interface is for reading only.";
    return problem(c, { ...headers, Allow: READS }, 405, "method_not_allowed", title);
  });
  api.onError((error, c) => {
    site.core.log.error("web.fault", {
      method: c.req.method,
      route: routePath(c, -1),
      ...faultFields(error),
    });
    const status = faultStatus(error);
    const more = status === 503 ? { ...headers, "Retry-After": RETRY_AFTER } : headers;
    return problem(c, more, status, "fault", "The answer could not be made. Please try again later.");
  });
  return api;
}
