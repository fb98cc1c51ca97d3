import { untilHour } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, isOver, openLink } from "../../booking-visit.ts";
import { type Html, page } from "../../layout.ts";
import { bookingSummary } from "../../parts/booking-facts.ts";
import { notice } from "../../parts/notice.ts";
import { overPage } from "../../parts/over.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";

/** `GET /conferma/TOKEN`: shows the booking and the button. Only the press confirms. */
export async function viewConfirm(c: Context, site: Site) {
  const opened = await openLink(c, site, "confirm", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  switch (visit.state) {
    case "pending":
      return page(c, visit, { title: visit.say("confirm-title"), main: confirmMain(visit) });
    case "confirmed":
      return isOver(visit)
        ? overPage(c, visit)
        : page(c, visit, { title: visit.say("confirmed-title"), main: confirmedMain(visit) });
    case "expired":
      return refusedPage(c, visit, { code: "confirmation_expired" });
    default:
      return refusedPage(c, visit, { code: "wrong_state", state: visit.state });
  }
}

function confirmMain(visit: BookingVisit): Html {
  const { say, booking, locale, timezone, links, stay } = visit;
  return html`<p class="lead reading">${say("confirm-lead")}</p>
${bookingSummary(visit)}
${
  booking.expires !== null &&
  notice("warning", say("confirm-deadline", { until: untilHour(booking.expires, locale, timezone) }))
}
<form method="post" action="${stay(links.confirm)}" class="actions">
<button type="submit" class="btn btn-primary btn-lg">${say("button-confirm")}</button>
</form>`;
}

function confirmedMain(visit: BookingVisit): Html {
  const { say, links, stay } = visit;
  return html`${notice("success", say("confirmed-already"))}
${bookingSummary(visit)}
<div class="actions"><a class="btn btn-primary" href="${stay(links.manage)}">${say("to-booking")}</a></div>`;
}
