import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { withOutcome } from "../booking/outcome.ts";

/** `POST /conferma/TOKEN`: "CONFERMA PRENOTAZIONE". Leads to the booking, also when pressed again. */
export async function submitConfirm(c: Context, site: Site) {
  const opened = await openLink(c, site, "confirm", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const { code, version } = visit.booking;
  const confirmed = await site.core.confirm({ code, version, actor: "citizen" });
  if (!confirmed.ok) return refusedPage(c, visit, confirmed.refusal, { timezone: visit.timezone });
  const { manage } = site.core.linksOf(confirmed.booking);
  return c.redirect(
    withOutcome(visit, pathOf(manage), confirmed.already ? "already_confirmed" : "confirmed"),
    303,
  );
}
