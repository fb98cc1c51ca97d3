import { type OfficeSummary, slotLine } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type Html, page } from "../../layout.ts";
import { hoursLines, releaseLine } from "../../parts/office-hours.ts";
import { isMany, matching, searchBox } from "../../parts/office-search.ts";
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
    main: officeList(visit, offices, site.core.clock.now(), c.req.query("cerca") ?? ""),
    isPublic: true,
  });
}

/** The offices with unit, address, hours, whether they are open now, and the way to book; those asked for by name. */
export function officeList(
  visit: Visit,
  offices: readonly OfficeSummary[],
  now: number,
  asked: string,
): Html {
  const { say, site } = visit;
  if (offices.length === 0) return html`<p>${say("no-offices")}</p>`;
  const found = matching(offices, asked);
  const bot = site.paths.bot();
  return html`<p class="lead reading">${say("home-lead")}</p>
${bot && html`<p class="reading"><a href="${bot}" rel="noreferrer">${say("home-bot")}</a></p>`}
${isMany(offices) && searchBox(visit, site.paths.home, asked)}
${
  found.length === 0
    ? html`<p role="status">${say("search-none")}</p>`
    : html`<ul class="list-unstyled it-list-wrapper">${found.map((summary) => officeItem(visit, summary, now))}</ul>`
}`;
}

function officeItem(visit: Visit, summary: OfficeSummary, now: number): Html {
  const { office, timezone, openNow, next, nextRelease } = summary;
  const { say, locale, site, to } = visit;
  const hours = hoursLines(office, locale, say, now, timezone);
  return html`<li id="${office.id}" class="border-bottom py-4"><div class="row align-items-center g-3">
<div class="col-12 col-md-8 col-lg-9">
<div class="d-flex flex-wrap align-items-center gap-2 mb-1"><h2 class="h4 mb-0">${office.name}</h2>${
    !openNow && html`<span class="badge bg-secondary">${say("outside-hours")}</span>`
  }</div>
${office.unit && html`<p class="mb-1">${office.unit}</p>`}
${office.email && html`<p class="mb-1"><a href="mailto:${office.email}">${office.email}</a></p>`}
${hours.length > 0 && html`<p class="mb-1"><span class="fw-semibold">${say("hours")}</span> ${hours.join("; ")}</p>`}
${next && html`<p class="mb-0">${say("next-free", { slot: slotLine(next, locale, timezone) })}</p>`}
</div>
<div class="col-12 col-md-4 col-lg-3 text-md-end">${
    next
      ? html`<a class="btn btn-primary" href="${to(site.paths.book, { ufficio: office.id })}" data-element="appointment-booking">${say("button-book")}<span class="visually-hidden">: ${office.name}</span></a>`
      : html`<p class="mb-0 fw-semibold">${say("none-available")}</p>${nextRelease !== null && html`<p class="mb-0">${releaseLine(visit, nextRelease, timezone)}</p>`}`
  }</div>
</div></li>
`;
}
