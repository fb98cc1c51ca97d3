import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";

/** `GET /calendario/TOKEN.ics`: the invitation, or its cancellation, as a file. */
export async function viewCalendar(c: Context, site: Site) {
  const opened = await openLink(c, site, "calendar", (c.req.param("file") ?? "").replace(/\.ics$/, ""));
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  if (visit.state === "expired") return refusedPage(c, visit, { code: "confirmation_expired" });
  if (visit.state === "held" || visit.state === "pending") {
    return refusedPage(c, visit, { code: "wrong_state", state: visit.state });
  }
  const { filename, body } = await site.core.invitation(visit.booking);
  return c.body(body, 200, {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": `attachment; filename="${filename.replaceAll(/[^\w.-]/g, "_")}"`,
  });
}
