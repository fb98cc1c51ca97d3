import { createHash } from "node:crypto";
import { DAY } from "@ricevimenti/core";
import type { Context } from "hono";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { openVisit } from "../../visit.ts";

/** How long what is over stays in the office's calendar. */
const PAST = 90 * DAY;

/**
 * `GET /agenda/TOKEN.ics`: an office's appointments, for the calendar program that has subscribed to them. Asked with the
 * tag of what it has, it is told `304` while nothing has changed.
 */
export async function viewFeed(c: Context, site: Site) {
  const { core } = site;
  const followed = await core.followFeed((c.req.param("file") ?? "").replace(/\.ics$/, ""));
  if (!followed.ok) return refusedPage(c, await openVisit(c, site), followed.refusal);
  const { office } = followed;
  const body = await core.agendaCalendar({
    offices: [office],
    from: core.clock.now() - PAST,
    to: Number.MAX_SAFE_INTEGER,
  });
  // Weak, because one tag stands for every encoding of the same content.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    // Names and reasons: for this subscriber, and asked about anew each time.
    "Cache-Control": "private, no-cache",
    ETag: etag,
    "X-Robots-Tag": "noindex, nofollow",
  };
  if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304, headers);
  return c.body(body, 200, {
    ...headers,
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": `inline; filename="${office}.ics"`,
  });
}
