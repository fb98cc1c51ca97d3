import type { Context } from "hono";
import { html } from "hono/html";
import type { Draft } from "../../../journey/draft.ts";
import { formActions, nextButton, problemLines } from "../../../journey/form-actions.ts";
import { heldForm } from "../../../journey/held-box.ts";
import { type HeldVisit, openHeld, stepOf } from "../../../journey/held-visit.ts";
import { card, requiredNote, stepPage } from "../../../journey/step-page.ts";
import { OTHER_TOPIC } from "../../../journey/topic.ts";
import { selectField, textArea } from "../../../parts/fields.ts";
import type { Site } from "../../../site.ts";

/** `GET /prenota/CODE/dettagli`: "Dettagli appuntamento", the topic and the reason. */
export async function viewDetails(c: Context, site: Site) {
  const opened = await openHeld(c, site, "look");
  if (!opened.ok) return opened.answer;
  const { visit } = opened;
  return detailsPage(c, visit, visit.draft, visit.booking.service ?? visit.draft.topic);
}

/** The page with what has been filled in, and what is wrong with it. */
export function detailsPage(
  c: Context,
  visit: HeldVisit,
  { reason }: Pick<Draft, "reason">,
  topic: string,
  problems: Readonly<Record<string, string | undefined>> = {},
) {
  const { say, office, booking } = visit;
  const services = office.services ?? [];
  const options = [
    ...services.map(({ id, name }) => ({ value: id, text: name })),
    { value: OTHER_TOPIC, text: say("topic-other") },
  ];
  const fields = html`${
    services.length > 0 &&
    selectField(visit, {
      name: "argomento",
      label: say("label-service"),
      value: topic,
      options,
      problem: problems.argomento,
    })
  }${textArea(visit, {
    name: "motivo",
    label: say("ask-reason"),
    hint: say("details-reason-hint"),
    value: reason,
    problem: problems.motivo,
  })}`;
  const main = heldForm(
    visit,
    stepOf(visit, "details", booking),
    html`${requiredNote(visit)}
${card(say("step-details"), fields, say("details-lead"))}
${formActions(visit, nextButton(visit))}`,
  );
  return stepPage(c, visit, {
    step: "details",
    main,
    problems: problemLines(problems),
    script: "countdown.js",
  });
}
