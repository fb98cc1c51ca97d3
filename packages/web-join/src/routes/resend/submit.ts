import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { withOutcome } from "../booking/outcome.ts";

/** `POST /prenotazione/TOKEN/rispedisci`: the verification mail once more, for whoever has the booking's link. */
export async function submitResend(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const { booking, links, stay, timezone, say } = visit;
  const sent = await site.core.resend({ code: booking.code });
  if (sent.ok) return c.redirect(withOutcome(visit, links.manage, "resent"), 303);
  const next = { text: say("to-booking"), href: stay(links.manage) };
  return refusedPage(c, visit, sent.refusal, { timezone, next });
}
