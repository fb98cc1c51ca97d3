import { pickedFor, type Service, type WaitingEntry, type WishChoice } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { formBody } from "../../form-body.ts";
import { problemLines } from "../../journey/form-actions.ts";
import { card, requiredNote } from "../../journey/step-page.ts";
import { page } from "../../layout.ts";
import { errorSummary, titleWithErrors } from "../../parts/error-summary.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import type { Visit } from "../../visit.ts";
import { CHANGED, changeableFor, goneFromList, waitingVisit } from "./view.ts";
import { daysProblem, pickedIn, wishFields } from "./wish-fields.ts";

/** A look at a wish that can be changed. */
interface Changeable {
  readonly entry: WaitingEntry;
  readonly visit: Visit;
  readonly choice: WishChoice;
  /** Of the entry's own page. */
  readonly path: string;
}

/** `GET /attesa/TOKEN/modifica`: the wish as it is, to be changed. */
export async function viewChange(c: Context, site: Site) {
  const opened = await openChange(c, site);
  if (!opened.ok) return opened.answer;
  const picked = pickedFor(opened.choice, opened.entry.wish);
  const { days } = opened.choice;
  return changePage(c, opened, { ...picked, days: picked.days.length > 0 ? picked.days : days });
}

/** `POST /attesa/TOKEN/modifica`: from now on they wait for what they have picked, in the same place of the order. */
export async function submitChange(c: Context, site: Site) {
  const opened = await openChange(c, site);
  if (!opened.ok) return opened.answer;
  const { visit, choice, path } = opened;
  const { code, office, service } = opened.entry;
  const picked = pickedIn(await formBody(c), choice);
  const giorni = daysProblem(visit, choice, picked);
  if (giorni !== undefined) return changePage(c, opened, picked, giorni);
  const { waiting } = site.core;
  const considered = await waiting.consider({ office, picked, ...(service !== null && { service }) });
  if (!considered.ok) return refusedPage(c, visit, considered.refusal);
  const changed = await waiting.change({ code, wish: considered.wish });
  if (!changed.ok) return goneFromList(c, site, changed.refusal);
  return c.redirect(visit.stay(path, { esito: CHANGED }), 303);
}

/** The entry's own page says what there is to do where its address is not proven, or the office leaves no choice. */
async function openChange(
  c: Context,
  site: Site,
): Promise<
  ({ readonly ok: true } & Changeable) | { readonly ok: false; readonly answer: Response | Promise<Response> }
> {
  const { core } = site;
  const followed = await core.waiting.follow(c.req.param("token") ?? "");
  if (!followed.ok) return { ok: false, answer: goneFromList(c, site, followed.refusal) };
  const { entry } = followed;
  const visit = await waitingVisit(c, site, followed);
  const path = pathOf(core.waiting.linkOf(entry));
  const choice = entry.proven ? await changeableFor(core, entry) : null;
  if (!choice) return { ok: false, answer: c.redirect(visit.stay(path), 303) };
  return { ok: true, visit, entry, choice, path };
}

async function changePage(
  c: Context,
  { visit, entry, choice, path }: Changeable,
  picked: WishChoice,
  giorni?: string,
) {
  const { say, stay, site, here } = visit;
  const found = await site.core.getOffice(entry.office);
  if (!found.ok) return refusedPage(c, visit, found.refusal);
  const { name, services = [] } = found.office;
  const service: Service | undefined = services.find(({ id }) => id === entry.service);
  const lines = problemLines({ giorni });
  const title = say("button-waiting-change");
  const main = html`${errorSummary(visit, lines)}
<p class="lead reading">${say("waiting-change-lead", { office: name })}</p>
${service && html`<p class="reading">${say("label-service")}: <strong>${service.name}</strong></p>`}
${requiredNote(visit)}
<form method="post" action="${stay(here.path)}" novalidate>
${card(say("waiting-title"), wishFields(visit, choice, picked, giorni))}
<div class="actions"><button type="submit" class="btn btn-primary">${say("waiting-change-save")}</button>
<a class="btn btn-outline-primary" href="${stay(path)}">${say("waiting-change-keep")}</a></div>
</form>`;
  const windowTitle = titleWithErrors(visit, title, lines);
  return page(c, visit, { title, windowTitle, main }, lines.length > 0 ? 422 : 200);
}
