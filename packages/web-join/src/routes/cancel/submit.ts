import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { withOutcome } from "../booking/outcome.ts";

/** `POST /prenotazione/TOKEN/annulla`: "ANNULLA PRENOTAZIONE", without a reason. */
export async function submitCancel(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const { code, version } = visit.booking;
  const cancelled = await site.core.cancel({ code, version, actor: "citizen" });
  if (!cancelled.ok) return refusedPage(c, visit, cancelled.refusal, { timezone: visit.timezone });
  // Cancelling has made this link old: the page goes on under the new one.
  const { manage } = site.core.linksOf(cancelled.booking);
  return c.redirect(
    withOutcome(visit, pathOf(manage), cancelled.already ? "already_cancelled" : "cancelled"),
    303,
  );
}
