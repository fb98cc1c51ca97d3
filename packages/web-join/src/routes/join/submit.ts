import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { joinPage } from "./view.ts";

/** `POST /partecipa/TOKEN`: "ENTRA NELLA STANZA". Leads to the signed room, or shows again how things stand. */
export async function submitJoin(c: Context, site: Site) {
  const opened = await openLink(c, site, "join", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const room = await site.core.room({ code: visit.booking.code, role: "citizen" });
  if (room.ok) return c.redirect(room.url, 303);
  return room.refusal.code === "room_closed"
    ? joinPage(c, visit, 409)
    : refusedPage(c, visit, room.refusal, { timezone: visit.timezone });
}
