import { MODES, modeName, type Office, type Service } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { card, requiredNote, stepPage } from "../../../journey/step-page.ts";
import { OTHER_TOPIC } from "../../../journey/topic.ts";
import type { Html } from "../../../layout.ts";
import type { Problem } from "../../../parts/error-summary.ts";
import { icon } from "../../../parts/icon.ts";
import type { Visit } from "../../../visit.ts";

/** Still "Luogo": the topic, where its length or modes decide which times are free. */
export function topicPage(c: Context, visit: Visit, office: Office) {
  const { say, site, stay, locale } = visit;
  const [first] = office.services ?? [];
  const problems: Problem[] =
    c.req.query("passo") === "argomento"
      ? [{ text: say("topic-missing"), href: `#argomento-${first?.id ?? OTHER_TOPIC}` }]
      : [];
  const choices = html`<fieldset${problems.length > 0 && html` aria-describedby="errori"`}><legend class="visually-hidden">${say("topic-lead")}</legend>
${office.services?.map((service) => choice(service.id, service.name, factsOf(visit, service)))}
${choice(OTHER_TOPIC, say("topic-other"))}</fieldset>`;
  const main = html`<p class="lead reading">${office.name}</p>
${requiredNote(visit)}
<form method="get" action="${site.paths.book}" novalidate>
<button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true">&nbsp;</button>
<input type="hidden" name="ufficio" value="${office.id}">
<input type="hidden" name="passo" value="argomento">
${stay("") !== "" && html`<input type="hidden" name="lang" value="${locale}">`}
${card(html`${say("topic-title")}<span aria-hidden="true">*</span>`, choices, say("topic-lead"))}
<div class="step-actions"><a class="btn btn-outline-primary" href="${stay(site.paths.book)}">${icon("left", "me-1")}${say("button-back")}</a>
<button type="submit" class="btn btn-primary">${say("button-next")}${icon("right", "ms-1")}</button></div>
</form>`;
  return stepPage(c, visit, { step: "place", main, problems, isPublic: true });
}

function choice(value: string, name: string, facts = ""): Html {
  const id = `argomento-${value}`;
  return html`<div class="choice"><input type="radio" name="servizio" id="${id}" value="${value}" required>
<label for="${id}"><strong>${name}</strong>${facts && html`<span class="choice-fact">${facts}</span>`}</label></div>
`;
}

/** "30 minuti, solo In Presenza". */
function factsOf({ say }: Visit, { minutes, modes }: Service): string {
  const only = modes && modes.length < MODES.length ? modes[0] : undefined;
  return [
    minutes !== undefined && say("count-minutes", { count: minutes }),
    only && say("topic-only-mode", { mode: modeName(only, say) }),
  ]
    .filter(Boolean)
    .join(", ");
}
