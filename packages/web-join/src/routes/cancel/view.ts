import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, isOver, openLink } from "../../booking-visit.ts";
import { type Html, page } from "../../layout.ts";
import { bookingSummary } from "../../parts/booking-facts.ts";
import { overPage } from "../../parts/over.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";

/** `GET /prenotazione/TOKEN/annulla`: asks once. Only the press cancels. */
export async function viewCancel(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  if (visit.state !== "pending" && visit.state !== "confirmed") {
    return refusedPage(c, visit, { code: "wrong_state", state: visit.state });
  }
  if (isOver(visit)) return overPage(c, visit);
  if (visit.booking.start <= visit.now) {
    const next = { text: visit.say("to-booking"), href: visit.stay(visit.links.manage) };
    return refusedPage(c, visit, { code: "already_started" }, { timezone: visit.timezone, next });
  }
  return page(c, visit, { title: visit.say("cancel-title"), main: cancelMain(visit) });
}

function cancelMain(visit: BookingVisit): Html {
  const { say, links, stay } = visit;
  return html`<p class="lead reading">${say("cancel-lead")}</p>
${bookingSummary(visit)}
<div class="actions">
<form method="post" action="${stay(`${links.manage}/annulla`)}"><button type="submit" class="btn btn-danger w-100">${say("button-cancel")}</button></form>
<a class="btn btn-outline-primary" href="${stay(links.manage)}">${say("cancel-keep")}</a>
</div>`;
}
