import type { Context } from "hono";
import { refusedPage } from "../../../refused.ts";
import type { Site } from "../../../site.ts";
import { openSent } from "./view.ts";

/** `POST /prenota/CODE/inviata/rispedisci`: the verification mail once more. */
export async function submitSendAgain(c: Context, site: Site) {
  const opened = await openSent(c, site);
  if (!opened.ok) return opened.answer;
  const { visit } = opened;
  const { booking, holder, stay, timezone } = visit;
  const back = stay(site.paths.step("sent", booking.code));
  const sent = await site.core.resend({ code: booking.code, holder });
  if (!sent.ok) {
    const next = { text: visit.say("sent-back"), href: back };
    return refusedPage(c, visit, sent.refusal, { timezone, ...(visit.state === "pending" && { next }) });
  }
  return c.redirect(stay(site.paths.step("sent", booking.code), { esito: "rispedita" }), 303);
}
