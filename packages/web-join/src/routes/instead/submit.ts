import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { formBody } from "../../form-body.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { withOutcome } from "../booking/outcome.ts";

/** `POST /prenotazione/TOKEN/proposta`: takes one of the times that are held because the office cannot keep its own. */
export async function submitInstead(c: Context, site: Site) {
  const { proposta: alternative = "" } = await formBody(c);
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const { code, version } = visit.booking;
  const taken = await site.core.takeAlternative({ alternative, code, version });
  if (!taken.ok) return refusedPage(c, visit, taken.refusal, { timezone: visit.timezone });
  return c.redirect(withOutcome(visit, pathOf(site.core.linksOf(taken.booking).manage), "moved"), 303);
}
