import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { withOutcome } from "../booking/outcome.ts";

/** `POST /prenotazione/TOKEN/cancella-dati`: "Cancella i miei dati". A booking still to come is cancelled by it. */
export async function submitErase(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const { code, version } = visit.booking;
  const erased = await site.core.forget({ code, version, actor: "citizen" });
  if (!erased.ok) return refusedPage(c, visit, erased.refusal, { timezone: visit.timezone });
  // Where erasing has cancelled, this link has become old: the page goes on under the new one.
  const { manage } = site.core.linksOf(erased.booking);
  return c.redirect(withOutcome(visit, pathOf(manage), "erased"), 303);
}
