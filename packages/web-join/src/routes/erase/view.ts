import type { Context } from "hono";
import { html } from "hono/html";
import { openLink } from "../../booking-visit.ts";
import { page } from "../../layout.ts";
import { bookingSummary } from "../../parts/booking-facts.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { isErasable, isToCome } from "./erasable.ts";

/** `GET /prenotazione/TOKEN/cancella-dati`: asks once. Only the press erases. */
export async function viewErase(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const { say, links, stay, timezone } = visit;
  if (!isErasable(visit)) {
    const next = { text: say("to-booking"), href: stay(links.manage) };
    return refusedPage(c, visit, { code: "already_started" }, { timezone, next });
  }
  const main = html`<p class="lead reading">${say("erase-lead")}</p>
${isToCome(visit) && html`<p class="reading"><strong>${say("erase-cancels")}</strong></p>`}
<p class="reading">${say("erase-final")}</p>
${bookingSummary(visit)}
<div class="actions">
<form method="post" action="${stay(`${links.manage}/cancella-dati`)}"><button type="submit" class="btn btn-danger w-100">${say("button-erase")}</button></form>
<a class="btn btn-outline-primary" href="${stay(links.manage)}">${say("erase-keep")}</a>
</div>`;
  return page(c, visit, { title: say("erase-title"), main });
}
