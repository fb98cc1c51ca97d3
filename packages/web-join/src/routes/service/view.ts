import {
  duration,
  languageTag,
  MODES,
  type Mode,
  modeName,
  type Office,
  resolvePolicy,
  type Service,
  type Slot,
  slotLine,
} from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type Html, page } from "../../layout.ts";
import { hoursLines } from "../../parts/office-hours.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { openVisit, type Visit } from "../../visit.ts";

/**
 * `GET /servizi/OFFICE/SERVICE`: a service's page with the sections of the municipal model, in its order and (in the
 * catalogue) its words. Source: criterion C.SI.1.3.
 */
export async function viewService(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  const { office: officeId = "", service: serviceId = "" } = c.req.param();
  const found = await site.core.getOffice(officeId);
  if (!found.ok) return refusedPage(c, visit, found.refusal);
  const { office, timezone } = found;
  const service = office.services?.find(({ id }) => id === serviceId);
  const free = await site.core.listSlots({ office: officeId, service: serviceId });
  if (!free.ok || !service) return refusedPage(c, visit, { code: "service_unknown", service: serviceId });
  const { say, to } = visit;
  c.header("Vary", "Accept-Language");
  return page(c, visit, {
    title: service.name,
    headingElement: "service-title",
    above: [
      { text: say("services-title"), href: to(site.paths.services) },
      { text: office.name, href: to(site.paths.book, { ufficio: office.id }) },
    ],
    main: serviceMain(visit, { office, service, timezone, next: free.slots[0] ?? null }),
    isPublic: true,
  });
}

interface Shown {
  readonly office: Office;
  readonly service: Service;
  readonly timezone: string;
  readonly next: Slot | null;
}

function serviceMain(visit: Visit, shown: Shown): Html {
  const { say, to, site } = visit;
  const { office, service } = shown;
  const book = to(site.paths.book, { ufficio: office.id, servizio: service.id });
  const sections = sectionsOf(visit, shown, book);
  return html`<p class="lead reading" data-element="service-description">${say("service-description", { service: service.name, office: office.name })}</p>
<p><span class="badge bg-success" data-element="service-status">${say("service-active")}</span></p>
<div class="actions mb-5"><a class="btn btn-primary" href="${book}" data-element="appointment-booking">${say("button-book-appointment")}</a></div>
<div class="row"><div class="col-12 col-lg-3 mb-4"><nav aria-label="${say("page-index")}"><p class="h6">${say("page-index")}</p>
<ul class="link-list" data-element="page-index">${sections.map(
    ({ id }) => html`<li><a class="list-item ps-0" href="#${id}"><span>${say(`service-${id}`)}</span></a></li>
`,
  )}</ul></nav></div>
<div class="col-12 col-lg-8 offset-lg-1">${sections.map(
    ({
      id,
      element,
      body,
    }) => html`<section id="${id}" class="mb-5"><h2 class="h4">${say(`service-${id}`)}</h2>
<div${element && html` data-element="${element}"`}>${body}</div></section>
`,
  )}</div></div>`;
}

interface Section {
  /** Its place on the page and, after `service-`, its heading in the catalogue. */
  readonly id: string;
  readonly element?: string;
  readonly body: Html;
}

function sectionsOf(
  visit: Visit,
  { office, service, timezone, next }: Shown,
  book: string,
): readonly Section[] {
  const { say, locale, site, to, town } = visit;
  const paragraph = (text: string) => html`<p class="reading">${text}</p>`;
  const hours = hoursLines(office, locale, say, site.core.clock.now(), timezone);
  const deadline = duration(resolvePolicy(town?.policy, office.policy).confirm_minutes, locale);
  const { bring = [] } = service;
  const modes = new Intl.ListFormat(languageTag(locale), { type: "disjunction" }).format(
    modesOf(office, service).map((mode) => modeName(mode, say)),
  );
  return [
    {
      id: "addressed",
      element: "service-addressed",
      body: paragraph(say("service-addressed-text", { office: office.name })),
    },
    { id: "how", element: "service-how-to", body: paragraph(say("service-how-text", { deadline })) },
    {
      id: "needed",
      element: "service-needed",
      body:
        bring.length === 0
          ? paragraph(say("service-needed-nothing"))
          : html`${paragraph(say("service-needed-text"))}<ul>${bring.map((thing) => html`<li>${thing}</li>`)}</ul>`,
    },
    {
      id: "achieved",
      element: "service-achieved",
      body: paragraph(say("service-achieved-text", { office: office.name, modes })),
    },
    {
      id: "calendar",
      element: "service-calendar-text",
      body: html`${paragraph(next ? say("next-free", { slot: slotLine(next, locale, timezone) }) : say("none-free"))}
${hours.length > 0 && html`<p class="reading"><span class="fw-semibold">${say("hours")}</span> ${hours.join("; ")}</p>`}`,
    },
    {
      id: "access",
      body: html`<div class="actions"><a class="btn btn-primary" href="${book}" data-element="service-booking-access">${say("button-book-appointment")}</a></div>`,
    },
    {
      id: "conditions",
      body: html`<p><a href="${to(site.paths.privacy)}" data-element="service-file">${say("privacy-title")}</a></p>`,
    },
    { id: "contacts", element: "service-area", body: contacts(office) },
  ];
}

function modesOf({ hours = [], openings = [] }: Office, { modes }: Service): readonly Mode[] {
  return MODES.filter(
    (mode) =>
      (modes?.includes(mode) ?? true) &&
      [...hours, ...openings].some((opening) => opening.modes.includes(mode)),
  );
}

function contacts({ name, unit, place, phone, email }: Office): Html {
  return html`<p><strong>${name}</strong>${unit && html`<br>${unit}`}${place && html`<br>${place}`}${
    phone && html`<br><a href="tel:${phone.replaceAll(/[^+\d]/g, "")}">${phone}</a>`
  }${email && html`<br><a href="mailto:${email}">${email}</a>`}</p>`;
}
