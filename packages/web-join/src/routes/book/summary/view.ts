import { duration, longDay, modeName, resolvePolicy, timeOf } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Draft } from "../../../journey/draft.ts";
import { formActions } from "../../../journey/form-actions.ts";
import { heldForm } from "../../../journey/held-box.ts";
import { type HeldVisit, openHeld, stepOf, timesOf } from "../../../journey/held-visit.ts";
import { nextStep } from "../../../journey/next-step.ts";
import { requiredNote, stepPage } from "../../../journey/step-page.ts";
import type { Html } from "../../../layout.ts";
import type { Problem } from "../../../parts/error-summary.ts";
import { checkbox } from "../../../parts/fields.ts";
import type { Site } from "../../../site.ts";

/** `GET /prenota/CODE/riepilogo`: everything once more, the consent, and "Richiedi appuntamento". */
export async function viewSummary(c: Context, site: Site) {
  const opened = await openHeld(c, site, "look");
  if (!opened.ok) return opened.answer;
  const { visit } = opened;
  const { draft, booking } = visit;
  const missing = nextStep(visit, booking.service, draft);
  if (missing !== "summary") return c.redirect(stepOf(visit, missing, booking), 302);
  return summaryPage(c, visit, draft);
}

/** The page with what will be sent, and why it was not. */
export function summaryPage(
  c: Context,
  visit: HeldVisit,
  draft: Draft,
  { problems = [], consent, status = 200 }: SummaryTrouble = {},
) {
  const { say, booking } = visit;
  const main = heldForm(
    visit,
    stepOf(visit, "summary", booking),
    html`${requiredNote(visit)}
${facts(visit, draft)}
${hidden({ nome: draft.name, email: draft.email, motivo: draft.reason })}
${checkbox(visit, { name: "consenso", label: say("consent"), problem: consent })}
<p><a href="${visit.to(visit.site.paths.privacy)}">${say("summary-privacy")}</a></p>
${attention(visit)}
${formActions(visit, html`<button type="submit" class="btn btn-primary btn-lg">${say("button-request")}</button>`)}`,
  );
  return stepPage(c, visit, { step: "summary", main, problems, script: "countdown.js" }, status);
}

export interface SummaryTrouble {
  readonly problems?: readonly Problem[];
  /** What is wrong with the box of the consent. */
  readonly consent?: string | undefined;
  readonly status?: 200 | 409 | 422;
}

/** What is shown is what will be sent, whatever another window of this browser does meanwhile. */
function hidden(fields: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
  )}`;
}

function facts(visit: HeldVisit, draft: Draft): Html {
  const { say, office, service, booking, locale, timezone, site, stay } = visit;
  const { start, end, mode } = booking;
  const place = mode === "virtual" ? say("where-virtual") : office.place;
  const hours = `${timeOf(start, locale, timezone)} - ${timeOf(end, locale, timezone)}`;
  return html`${section(visit, "place", stay(site.paths.book, { servizio: booking.service }), [
    [say("place-title"), office.name],
    [say("place-unit"), office.unit],
  ])}${section(visit, "time", timesOf(visit), [
    [say("summary-day"), longDay(start, locale, timezone)],
    [say("summary-hour"), hours],
    [say("label-mode"), modeName(mode, say)],
    [say("label-where"), place],
  ])}${section(visit, "details", stepOf(visit, "details", booking), [
    [say("label-service"), service?.name ?? (draft.topic && say("topic-other"))],
    [say("label-reason"), draft.reason],
    [say(mode === "virtual" ? "label-bring-virtual" : "label-bring"), service?.bring?.join(", ")],
  ])}${section(visit, "applicant", stepOf(visit, "applicant", booking), [
    [say("label-name"), draft.name],
    [say("label-email"), draft.email],
  ])}`;
}

type Fact = readonly [label: string, value: string | undefined];

function section({ say }: HeldVisit, step: string, href: string, facts: readonly Fact[]): Html {
  const name = say(`step-${step}`);
  return html`<section class="step-card mb-3"><div class="d-flex justify-content-between align-items-baseline gap-3">
<h2 class="h5 mb-2">${name}</h2><a class="text-nowrap" href="${href}">${say("summary-edit")}<span class="visually-hidden">: ${name}</span></a></div>
<dl class="facts">${facts.map(
    ([label, value]) =>
      value &&
      html`<dt>${label}</dt><dd class="as-written">${value}</dd>
`,
  )}</dl></section>
`;
}

/** The handbook's warning: the button alone does not book. */
function attention({ say, town, office, locale }: HeldVisit): Html {
  const { confirm_minutes } = resolvePolicy(town?.policy, office.policy);
  return html`<div class="alert alert-warning"><h2 class="h5">${say("attention-title")}</h2>
<p>${say("attention-mail")}</p>
<p>${say("attention-must")}</p>
<p class="mb-0">${say("attention-deadline", { duration: duration(confirm_minutes, locale) })}</p></div>`;
}
