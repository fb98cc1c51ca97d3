import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { withOutcome } from "../booking/outcome.ts";

/** `POST /prenotazione/TOKEN/ritardo`: "Sono in ritardo", told to the office. Pressed again it is told once. */
export async function submitLate(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const { code, version } = visit.booking;
  const told = await site.core.announce({ code, version, what: "late", actor: "citizen" });
  if (!told.ok) return refusedPage(c, visit, told.refusal, { timezone: visit.timezone });
  return c.redirect(withOutcome(visit, visit.links.manage, "late"), 303);
}
