import {
  type Core,
  isChoosable,
  type Refusal,
  slotLine,
  untilHour,
  type WaitingEntry,
  type WaitingStanding,
  type WishChoice,
} from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type Html, page } from "../../layout.ts";
import { notice } from "../../parts/notice.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { openVisit, type Visit, visitFor } from "../../visit.ts";
import { wishList } from "./wish-fields.ts";

/** What has just happened, told after the redirect: `?esito=perso`. */
export const GONE = "perso";
export const CHANGED = "cambiata";

/** `GET /attesa/uscita`. */
export async function viewLeft(c: Context, site: Site) {
  return leftPage(c, await openVisit(c, site));
}

/** Why a link to the list leads nowhere: it is none of ours, or they have left the list, taken a time, or waited in vain. */
export async function goneFromList(c: Context, site: Site, refusal: Refusal) {
  const visit = await openVisit(c, site);
  return refusal.code === "link_outdated" ? leftPage(c, visit, 410) : refusedPage(c, visit, refusal);
}

function leftPage(c: Context, visit: Visit, status: 200 | 410 = 200) {
  const { say } = visit;
  const main = html`<p class="lead reading">${say("waiting-left")}</p>
${home(visit)}`;
  return page(c, visit, { title: say("waiting-left-title"), main }, status);
}

/** `GET /attesa/TOKEN`: where they stand, what is offered, and the buttons to answer. Only a press answers. */
export async function viewWaiting(c: Context, site: Site) {
  const followed = await site.core.waiting.follow(c.req.param("token") ?? "");
  if (!followed.ok) return goneFromList(c, site, followed.refusal);
  return waitingPage(c, await waitingVisit(c, site, followed), followed);
}

/** Among what somebody on the list can choose anew; null where the office leaves no choice, or there is no office. */
export async function changeableFor({ waiting }: Core, entry: WaitingEntry): Promise<WishChoice | null> {
  const choices = await waiting.choices(entry);
  return choices.ok && isChoosable(choices.choice) ? choices.choice : null;
}

/** In the language in which they joined. */
export async function waitingVisit(c: Context, site: Site, { entry }: WaitingStanding): Promise<Visit> {
  return visitFor(c, site, await site.core.municipality(), entry);
}

async function waitingPage(c: Context, visit: Visit, standing: WaitingStanding) {
  const { say, site, town, locale, stay, here } = visit;
  const { entry, offer, own } = standing;
  const found = await site.core.getOffice(entry.office);
  const timezone = found.ok ? found.timezone : (town?.timezone ?? "UTC");
  const office = found.ok ? found.office.name : (town?.name ?? "");
  const service = found.ok ? found.office.services?.find(({ id }) => id === entry.service) : null;
  const wish = wishList(visit, entry.wish, service ?? null);
  const leave = button(visit, "esci", say("button-waiting-leave"), "btn-outline-primary");
  const { esito } = here.query;
  if (!entry.proven) {
    const main = html`<p class="lead reading">${say("waiting-prove-lead", { office })}</p>
${wish}
<div class="actions">${button(visit, "conferma", say("button-waiting-prove"), "btn-primary btn-lg")}</div>`;
    return page(c, visit, { title: say("waiting-title"), main });
  }
  const changeable = await changeableFor(site.core, entry);
  const change = changeable && stay(`${pathOf(site.core.waiting.linkOf(entry))}/modifica`);
  const changed = esito === CHANGED && notice("success", say("waiting-changed"));
  if (!offer) {
    const main = html`${esito === GONE && notice("warning", say("waiting-offer-gone"))}
${changed}
${notice("success", say("waiting-listed", { office }))}
${wish}
<div class="actions">${change && html`<a class="btn btn-outline-primary" href="${change}">${say("button-waiting-change")}</a>`}
${leave}</div>`;
    return page(c, visit, { title: say("waiting-title"), main });
  }
  const until = untilHour(offer.expires ?? offer.start, locale, timezone);
  const take = own
    ? button(visit, "sposta", say("button-waiting-swap"), "btn-primary btn-lg", offer.code)
    : button(visit, "prendi", say("button-waiting-take"), "btn-primary btn-lg", offer.code);
  const main = html`${changed}
<p class="lead reading"><strong>${office}</strong><br>${slotLine(offer, locale, timezone)}</p>
${notice("warning", say("waiting-offer-explained", { until }))}
${own && html`<p class="reading">${say("waiting-swap", { slot: slotLine(own, locale, timezone) })}</p>`}
<div class="actions">${take}${button(visit, "rifiuta", say("button-waiting-decline"), "btn-outline-primary", offer.code)}${leave}</div>
${change && html`<p class="reading mt-4"><a href="${change}">${say("waiting-change-offered")}</a></p>`}`;
  return page(c, visit, { title: say("waiting-offer-title"), main });
}

/** @param offer what the press is about: another may be offered by the time of it */
function button({ stay, here }: Visit, action: string, text: string, look: string, offer = ""): Html {
  return html`<form method="post" action="${stay(here.path)}"><input type="hidden" name="posto" value="${offer}"><button type="submit" name="azione" value="${action}" class="btn ${look}">${text}</button></form>
`;
}

function home({ say, to, site }: Visit): Html {
  return html`<div class="actions"><a class="btn btn-primary" href="${to(site.paths.home)}">${say("to-offices")}</a></div>`;
}
