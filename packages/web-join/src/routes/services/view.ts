import type { Office } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { page } from "../../layout.ts";
import type { Site } from "../../site.ts";
import { openVisit, type Visit } from "../../visit.ts";

/** `GET /servizi`: what a citizen may come for, by office. */
export async function viewServices(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  const { say, to } = visit;
  const offices = (await site.core.listOffices()).map(({ office }) => office);
  const withTopics = offices.filter(({ services = [] }) => services.length > 0);
  const others = offices.filter(({ services = [] }) => services.length === 0);
  c.header("Vary", "Accept-Language");
  const main = html`<p class="lead reading">${say("services-lead")}</p>
<div class="actions mb-5"><a class="btn btn-primary" href="${to(site.paths.book)}" data-element="appointment-booking">${say("button-book-appointment")}</a></div>
${withTopics.map((office) => officeServices(visit, office))}
${
  others.length > 0 &&
  html`<section class="mb-5"><h2 class="h4">${say("services-others")}</h2>
<ul class="link-list">${others.map(
    ({
      id,
      name,
    }) => html`<li><a class="list-item ps-0" href="${to(site.paths.book, { ufficio: id })}"><span>${name}</span></a></li>
`,
  )}</ul></section>`
}`;
  return page(c, visit, { title: say("services-title"), above: [], main, isPublic: true });
}

function officeServices({ to, site }: Visit, { id, name, unit, services = [] }: Office) {
  return html`<section class="mb-5"><h2 class="h4">${name}</h2>
${unit && html`<p class="mb-1">${unit}</p>`}
<ul class="link-list">${services.map(
    (
      service,
    ) => html`<li><a class="list-item ps-0" href="${to(site.paths.service(id, service.id))}" data-element="service-link"><span>${service.name}</span></a></li>
`,
  )}</ul></section>
`;
}
