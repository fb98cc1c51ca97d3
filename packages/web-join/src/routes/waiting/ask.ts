import {
  type Core,
  duration,
  formatDay,
  type LocalDate,
  MODES,
  modeName,
  type Office,
  resolvePolicy,
  type Service,
  zone,
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
import { checkbox, selectField, textArea, textField } from "../../parts/fields.ts";
import { TRAP } from "../../parts/trap.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { tooMany } from "../../too-many.ts";
import { openVisit, type Visit } from "../../visit.ts";

interface Waited {
  readonly office: Office;
  readonly service: Service | null;
  readonly timezone: string;
}

type Fields = Readonly<Record<string, string | undefined>>;

/** `GET /attesa?ufficio=ID&servizio=ID`: who wants to be told by mail when a time comes free. */
export async function viewAsk(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  const waited = await waitedFor(site.core, visit.here.query);
  if (!waited) return unknownOffice(c, visit);
  return askPage(c, visit, waited, {});
}

/** `POST /attesa`: the address is asked by mail whether it wants to be told. */
export async function submitAsk(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  const waited = await waitedFor(site.core, visit.here.query);
  if (!waited) return unknownOffice(c, visit);
  const { office, service } = waited;
  const body = await formBody(c);
  const only = MODES.find((mode) => mode === body.modalita);
  const joined = await site.limits.mailing(body.email ?? "", async ({ waiting }) =>
    waiting.join({
      office: office.id,
      ...(service && { service: service.id }),
      wish: {
        modes: only ? [only] : MODES,
        ...{ from: null, to: await lastDay(site.core, waited), after: null, before: null },
      },
      holder: ensureHolder(c, site),
      locale: visit.locale,
      form: {
        name: body.nome ?? "",
        email: body.email ?? "",
        reason: body.motivo ?? "",
        consent: body.consenso === "si",
      },
    }),
  );
  if (joined.ok) return c.redirect(visit.to(site.paths.waitingSent), 303);
  if ("wait" in joined) return tooMany(c, site, "too-many-mails", joined.wait);
  const { refusal } = joined;
  if (refusal.code !== "form_invalid") return refusedPage(c, visit, refusal);
  return askPage(c, visit, waited, body, problemTexts(refusal.problems, visit));
}

async function waitedFor(core: Core, { ufficio, servizio }: Visit["here"]["query"]): Promise<Waited | null> {
  const found = await core.getOffice(ufficio ?? "");
  if (!found.ok) return null;
  const { office, timezone } = found;
  return { office, timezone, service: topicFrom(office, servizio ?? undefined).service };
}

/** Where there are free times already, only those of the days before them are worth an offer. */
async function lastDay(core: Core, { office, service, timezone }: Waited): Promise<LocalDate | null> {
  const found = await core.listSlots({ office: office.id, ...(service && { service: service.id }) });
  const first = found.ok ? found.slots[0] : undefined;
  const here = zone(timezone);
  const last = first ? here.dayOf(first.start) - 1 : null;
  return last !== null && last >= here.dayOf(core.clock.now()) ? formatDay(last) : null;
}

function unknownOffice(c: Context, visit: Visit) {
  return refusedPage(c, visit, { code: "office_unknown", office: visit.here.query.ufficio ?? "" });
}

function askPage(
  c: Context,
  visit: Visit,
  { office, service }: Waited,
  fields: Fields,
  problems: Fields = {},
) {
  const { say, site, locale, town } = visit;
  const { waiting_minutes } = resolvePolicy(town?.policy, office.policy);
  const lines = problemLines(problems);
  const any = { value: "tutte", text: say("waiting-any") };
  const options = [any, ...MODES.map((mode) => ({ value: mode, text: modeName(mode, say) }))];
  const title = say("waiting-title");
  const main = html`${errorSummary(visit, lines)}
<p class="lead reading">${say("waiting-lead", { office: office.name, time: duration(waiting_minutes, locale) })}</p>
${service && html`<p class="reading">${say("label-service")}: <strong>${service.name}</strong></p>`}
${requiredNote(visit)}
<form method="post" action="${visit.to(site.paths.waiting, { ufficio: office.id, servizio: service?.id })}" novalidate>${TRAP}
${card(
  title,
  html`${selectField(visit, { name: "modalita", label: say("label-mode"), value: fields.modalita ?? any.value, options })}${textField(
    visit,
    {
      ...{ name: "nome", label: say("ask-name"), value: fields.nome ?? "", autocomplete: "name" },
      problem: problems.nome,
    },
  )}${textField(visit, {
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
