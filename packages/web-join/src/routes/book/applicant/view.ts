import type { Context } from "hono";
import { html } from "hono/html";
import type { Draft } from "../../../journey/draft.ts";
import { formActions, nextButton, problemLines } from "../../../journey/form-actions.ts";
import { heldForm } from "../../../journey/held-box.ts";
import { type HeldVisit, openHeld, stepOf } from "../../../journey/held-visit.ts";
import { card, requiredNote, stepPage } from "../../../journey/step-page.ts";
import { textField } from "../../../parts/fields.ts";
import type { Site } from "../../../site.ts";

/** `GET /prenota/CODE/richiedente`: "Richiedente", name and address. */
export async function viewApplicant(c: Context, site: Site) {
  const opened = await openHeld(c, site, "look");
  return opened.ok ? applicantPage(c, opened.visit, opened.visit.draft) : opened.answer;
}

/** The page with what has been filled in, and what is wrong with it. */
export function applicantPage(
  c: Context,
  visit: HeldVisit,
  { name, email }: Pick<Draft, "name" | "email">,
  problems: Readonly<Record<string, string | undefined>> = {},
) {
  const { say, booking } = visit;
  const fields = html`${textField(visit, {
    name: "nome",
    label: say("ask-name"),
    value: name,
    autocomplete: "name",
    problem: problems.nome,
  })}${textField(visit, {
    name: "email",
    label: say("ask-email"),
    hint: say("applicant-email-hint"),
    value: email,
    type: "email",
    autocomplete: "email",
    problem: problems.email,
  })}`;
  const main = heldForm(
    visit,
    stepOf(visit, "applicant", booking),
    html`${requiredNote(visit)}
${card(say("step-applicant"), fields)}
${formActions(visit, nextButton(visit))}`,
  );
  return stepPage(c, visit, {
    step: "applicant",
    main,
    problems: problemLines(problems),
    script: "countdown.js",
  });
}
