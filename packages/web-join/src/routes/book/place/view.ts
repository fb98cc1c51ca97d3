import type { OfficeSummary, Service } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { card, requiredNote, stepPage } from "../../../journey/step-page.ts";
import type { Html } from "../../../layout.ts";
import type { Problem } from "../../../parts/error-summary.ts";
import { icon } from "../../../parts/icon.ts";
import { hoursLines, releaseLine } from "../../../parts/office-hours.ts";
import { isMany, matching, searchBox } from "../../../parts/office-search.ts";
import type { Visit } from "../../../visit.ts";

/** "Luogo": the offices, or those competent for the topic. Choosing changes nothing, so the form only asks for a page. */
export async function placePage(c: Context, visit: Visit, named: string | undefined) {
  const { site, say } = visit;
  const { passo, cerca = "" } = c.req.query();
  const all = await site.core.listOffices();
  const competent = all.filter(({ office }) => serviceOf(office, named) !== undefined);
  const chosenTopic = competent[0] && serviceOf(competent[0].office, named);
  const offices = chosenTopic ? await forTopic(visit, competent, chosenTopic.id) : all;
  const found = matching(offices, cerca);
  const problems: Problem[] =
    passo === "luogo" && found.length > 0
      ? [{ text: say("place-missing"), href: `#ufficio-${found[0]?.office.id}` }]
      : [];
  const main = html`${chosenTopic && html`<p class="lead reading">${say("place-for-topic", { topic: chosenTopic.name })}</p>`}
${!chosenTopic && named && html`<p class="lead reading">${say("place-topic-unknown")}</p>`}
${isMany(offices) && searchBox(visit, site.paths.book, cerca, { servizio: named })}
${found.length === 0 ? html`<p>${say(cerca === "" ? "no-offices" : "search-none")}</p>` : officeForm(visit, found, chosenTopic, problems)}`;
  return stepPage(c, visit, { step: "place", main, problems, isPublic: true });
}

function officeForm(
  visit: Visit,
  offices: readonly OfficeSummary[],
  topic: Service | undefined,
  problems: readonly Problem[],
): Html {
  const { say, site, stay, locale } = visit;
  const choices = html`<fieldset${problems.length > 0 && html` aria-describedby="errori"`}><legend class="visually-hidden">${say("place-legend")}</legend>
${offices.map((summary) => officeChoice(visit, summary))}</fieldset>`;
  return html`${requiredNote(visit)}
<form method="get" action="${site.paths.book}" novalidate>
<input type="hidden" name="passo" value="luogo">
${topic && html`<input type="hidden" name="servizio" value="${topic.id}">`}
${stay("") !== "" && html`<input type="hidden" name="lang" value="${locale}">`}
${card(html`${say("place-title")}<span aria-hidden="true">*</span>`, choices, say("place-lead"))}
<div class="step-actions"><span></span><button type="submit" class="btn btn-primary">${say("button-next")}${icon("right", "ms-1")}</button></div>
</form>`;
}

function officeChoice(visit: Visit, summary: OfficeSummary): Html {
  const { office, timezone, next, nextRelease } = summary;
  const { say, locale, site } = visit;
  const hours = hoursLines(office, locale, say, site.core.clock.now(), timezone);
  const id = `ufficio-${office.id}`;
  const fact = (label: string, value: string) =>
    html`<span class="choice-fact"><span class="fw-semibold">${label}</span> ${value}</span>
`;
  return html`<div class="choice"><input type="radio" name="ufficio" id="${id}" value="${office.id}" required${!next && html` disabled`}>
<label for="${id}"><strong>${office.name}</strong>
${office.unit && html`<span class="choice-fact">${office.unit}</span>`}
${office.place && fact(say("place-address"), office.place)}
${hours.length > 0 && fact(say("place-opening"), hours.join("; "))}
${!next && html`<span class="choice-fact"><span class="badge bg-secondary">${say("none-available")}</span>${nextRelease !== null && html` ${releaseLine(visit, nextRelease, timezone)}`}</span>`}</label></div>
`;
}

function serviceOf(office: OfficeSummary["office"], named: string | undefined): Service | undefined {
  return office.services?.find(({ id }) => id === named);
}

/** The first free time of each office is one for the topic. */
async function forTopic(
  { site }: Visit,
  offices: readonly OfficeSummary[],
  service: string,
): Promise<readonly OfficeSummary[]> {
  return Promise.all(
    offices.map(async (summary) => {
      const found = await site.core.listSlots({ office: summary.office.id, service });
      return { ...summary, next: (found.ok && found.slots[0]) || null };
    }),
  );
}
