import {
  type Core,
  checkForm,
  duration,
  formatDay,
  type Office,
  parseDay,
  resolvePolicy,
  type Service,
  type Wish,
  type WishChoice,
  wishLine,
  wishOf,
} from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { ensureHolder } from "../../browser-holder.ts";
import { formBody } from "../../form-body.ts";
import { problemLines, problemTexts } from "../../journey/form-actions.ts";
import { card, requiredNote } from "../../journey/step-page.ts";
import { topicFrom } from "../../journey/topic.ts";
import { page } from "../../layout.ts";
import { errorSummary, titleWithErrors } from "../../parts/error-summary.ts";
import { checkbox, textArea, textField } from "../../parts/fields.ts";
import { notice } from "../../parts/notice.ts";
import { TRAP } from "../../parts/trap.ts";
import type { Query } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { tooMany } from "../../too-many.ts";
import { openVisit, type Visit } from "../../visit.ts";
import { daysProblem, pickedIn, pickedQuery, wishFields } from "./wish-fields.ts";

interface Waited {
  readonly office: Office;
  readonly service: Service | null;
  readonly choice: WishChoice;
}

type Fields = Readonly<Record<string, string | undefined>>;

/** `GET /attesa?ufficio=ID&servizio=ID`: who wants to be told by mail when a time comes free. */
export async function viewAsk(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  const waited = await waitedFor(site.core, visit.here.query);
  if (!waited) return unknownOffice(c, visit);
  return askPage(c, visit, waited, {}, waited.choice);
}

/** `POST /attesa`: the address is asked by mail whether it wants to be told. */
export async function submitAsk(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  const waited = await waitedFor(site.core, visit.here.query);
  if (!waited) return unknownOffice(c, visit);
  const { office, service, choice } = waited;
  const body = await formBody(c);
  const picked = pickedIn(body, choice);
  const form = {
    name: body.nome ?? "",
    email: body.email ?? "",
    reason: body.motivo ?? "",
    consent: body.consenso === "si",
  };
  const giorni = daysProblem(visit, choice, picked);
  if (giorni !== undefined) {
    const checked = checkForm(form);
    const others = checked.ok ? {} : problemTexts(checked.problems, visit);
    return askPage(c, visit, waited, body, picked, { giorni, ...others });
  }
  const subject = { office: office.id, ...(service && { service: service.id }) };
  const considered = await site.core.waiting.consider({ ...subject, picked });
  if (!considered.ok) return refusedPage(c, visit, considered.refusal);
  const { wish } = considered;
  const holder = ensureHolder(c, site);
  const joined = await site.limits.mailing(form.email, async ({ waiting }) =>
    waiting.join({ ...subject, wish, holder, locale: visit.locale, form }),
  );
  // What they wrote, not what is on the list: that may be somebody else's who has the address.
  const about = { ufficio: office.id, servizio: service?.id, ...pickedQuery(picked), entro: wish.to };
  if (joined.ok) return c.redirect(visit.to(site.paths.waitingSent, about), 303);
  if ("wait" in joined) return tooMany(c, site, "too-many-mails", joined.wait);
  const { refusal } = joined;
  if (refusal.code !== "form_invalid") return refusedPage(c, visit, refusal);
  return askPage(c, visit, waited, body, picked, problemTexts(refusal.problems, visit));
}

/** `GET /attesa/inviata`: what was asked for, and that nothing is done until the mail is answered. */
export async function viewAsked(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  const { say, here, locale, to } = visit;
  const waited = await waitedFor(site.core, here.query);
  const main = html`${notice("warning", say("waiting-sent"))}
${waited && html`<p class="reading">${say("waiting-sent-wish", { subject: subjectOf(waited), wish: wishLine(askedIn(here.query, waited), locale) })}</p>`}
<div class="actions"><a class="btn btn-primary" href="${to(site.paths.home)}">${say("to-offices")}</a></div>`;
  return page(c, visit, { title: say("waiting-sent-title"), main });
}

/** The wish of an address: days that come from nowhere are left out. */
function askedIn(query: Query, { choice }: Waited): Wish {
  const last = parseDay(query.entro ?? "");
  return { ...wishOf(choice, pickedIn(query, choice)), to: last === null ? null : formatDay(last) };
}

function subjectOf({ office, service }: Waited): string {
  return service ? `${office.name} (${service.name})` : office.name;
}

async function waitedFor(core: Core, { ufficio, servizio }: Visit["here"]["query"]): Promise<Waited | null> {
  const found = await core.getOffice(ufficio ?? "");
  if (!found.ok) return null;
  const { office } = found;
  const { service } = topicFrom(office, servizio ?? undefined);
  const choices = await core.waiting.choices({ office: office.id, service: service?.id ?? null });
  return choices.ok ? { office, service, choice: choices.choice } : null;
}

function unknownOffice(c: Context, visit: Visit) {
  return refusedPage(c, visit, { code: "office_unknown", office: visit.here.query.ufficio ?? "" });
}

function askPage(
  c: Context,
  visit: Visit,
  { office, service, choice }: Waited,
  fields: Fields,
  picked: WishChoice,
  problems: Fields = {},
) {
  const { say, site, locale, town } = visit;
  const { waiting_minutes } = resolvePolicy(town?.policy, office.policy);
  const lines = problemLines(problems);
  const title = say("waiting-title");
  const main = html`${errorSummary(visit, lines)}
<p class="lead reading">${say("waiting-lead", { office: office.name, time: duration(waiting_minutes, locale) })}</p>
${service && html`<p class="reading">${say("label-service")}: <strong>${service.name}</strong></p>`}
${requiredNote(visit)}
<form method="post" action="${visit.to(site.paths.waiting, { ufficio: office.id, servizio: service?.id })}" novalidate>${TRAP}
${card(
  title,
  html`${wishFields(visit, choice, picked, problems.giorni)}${textField(visit, {
    ...{ name: "nome", label: say("ask-name"), value: fields.nome ?? "", autocomplete: "name" },
    problem: problems.nome,
  })}${textField(visit, {
    ...{ name: "email", label: say("ask-email"), hint: say("waiting-email-hint"), value: fields.email ?? "" },
    ...{ type: "email", autocomplete: "email", problem: problems.email },
  })}${textArea(visit, {
    ...{ name: "motivo", label: say("ask-reason"), value: fields.motivo ?? "", problem: problems.motivo },
  })}${checkbox(visit, { name: "consenso", label: say("consent"), problem: problems.consenso })}
<p><a href="${visit.to(site.paths.privacy)}">${say("summary-privacy")}</a></p>`,
)}
<div class="step-actions"><button type="submit" class="btn btn-primary">${say("button-waiting-join")}</button></div>
</form>`;
  const windowTitle = titleWithErrors(visit, title, lines);
  return page(c, visit, { title, windowTitle, main }, lines.length > 0 ? 422 : 200);
}
