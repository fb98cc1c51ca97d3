import { refusalText } from "@ricevimenti/core";
import type { Context } from "hono";
import { formBody } from "../../../form-body.ts";
import { refusedPage } from "../../../refused.ts";
import type { Site } from "../../../site.ts";
import { tooMany } from "../../../too-many.ts";
import { openSent, sentPage } from "./view.ts";

/** `POST /prenota/CODE/inviata/correggi`: another address for the verification mail; the first one's link dies. */
export async function submitCorrect(c: Context, site: Site) {
  const opened = await openSent(c, site);
  if (!opened.ok) return opened.answer;
  const { visit } = opened;
  const { booking, holder, stay, locale, timezone } = visit;
  const { email = "" } = await formBody(c);
  const corrected = await site.limits.mailing(email, (core) =>
    core.correctEmail({ code: booking.code, holder, email }),
  );
  if (corrected.ok) {
    return c.redirect(stay(site.paths.step("sent", booking.code), { esito: "corretta" }), 303);
  }
  if ("wait" in corrected) return tooMany(c, site, "too-many-mails", corrected.wait);
  const { refusal } = corrected;
  if (visit.state !== "pending") return refusedPage(c, visit, refusal, { timezone });
  return sentPage(c, visit, { email, problem: refusalText(refusal, locale, timezone) });
}
