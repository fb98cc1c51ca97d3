import { type OfficeSummary, slotLine } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type Html, page } from "../../layout.ts";
import { hoursLines } from "../../parts/office-hours.ts";
import type { Site } from "../../site.ts";
import { openVisit, type Visit } from "../../visit.ts";

/** `GET /`: "Ricevimenti uffici". */
export async function viewHome(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  const offices = await site.core.listOffices();
  c.header("Cache-Control", "no-cache");
  c.header("Vary", "Accept-Language");
  return page(c, visit, {
    title: visit.say("offices-title"),
    main: officeList(visit, offices, site.core.clock.now()),
  });
}

/** The offices with unit, address, hours, whether they are open now, and the way to book. */
export function officeList(visit: Visit, offices: readonly OfficeSummary[], now: number): Html {
  const { say } = visit;
  if (offices.length === 0) return html`<p>${say("no-offices")}</p>`;
  return html`<p class="lead reading">${say("home-lead")}</p>
<ul class="list-unstyled">${offices.map((summary) => officeItem(visit, summary, now))}</ul>`;
}

function officeItem(visit: Visit, { office, timezone, openNow, next }: OfficeSummary, now: number): Html {
  const { say, locale, site } = visit;
  const hours = hoursLines(office, locale, say, now, timezone);
  const book = next && site.paths.bot(office.id);
  return html`<li id="${office.id}" class="border-bottom py-4"><div class="row align-items-center g-3">
<div class="col-12 col-md-8 col-lg-9">
<div class="d-flex flex-wrap align-items-center gap-2 mb-1"><h2 class="h4 mb-0">${office.name}</h2>${
    !openNow && html`<span class="badge bg-secondary">${say("outside-hours")}</span>`
  }</div>
${office.unit && html`<p class="mb-1">${office.unit}</p>`}
${office.email && html`<p class="mb-1"><a href="mailto:${office.email}">${office.email}</a></p>`}
${hours.length > 0 && html`<p class="mb-1"><span class="fw-semibold">${say("hours")}</span> ${hours.join("; ")}</p>`}
<p class="mb-0">${next ? say("next-free", { slot: slotLine(next, locale, timezone) }) : say("none-free")}</p>
</div>
<div class="col-12 col-md-4 col-lg-3 text-md-end">${
    book &&
    html`<a class="btn btn-primary" href="${book}">${say("button-book")}<span class="visually-hidden">: ${office.name}</span></a>`
  }</div>
</div></li>
`;
}
