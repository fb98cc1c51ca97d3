import { slotLine } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { page } from "../layout.ts";
import { notice } from "../parts/notice.ts";
import { refusedMain } from "../refused.ts";
import { choiceOf } from "../time-choice/choice.ts";
import type { Visit } from "../visit.ts";
import type { HeldVisit } from "./held-visit.ts";
import { OTHER_TOPIC } from "./topic.ts";

/** No request of this browser: somebody else's address, or a browser that keeps no cookies. */
export function unknownPage(c: Context, visit: Visit) {
  const { say, site, to } = visit;
  const next = { text: say("button-book-again"), href: to(site.paths.book) };
  return page(
    c,
    visit,
    { title: say("unknown-request-title"), main: refusedMain(visit, say("unknown-request-text"), next) },
    410,
  );
}

/** The time of the form is over: the citizen may go on with the same time if it is still free, or take another. */
export function lapsedPage(c: Context, visit: HeldVisit) {
  const { say, site, stay, booking, locale, timezone } = visit;
  const query = { ufficio: booking.office, servizio: booking.service ?? OTHER_TOPIC };
  const main = html`${notice("warning", say("lapsed-text", { slot: slotLine(booking, locale, timezone) }))}
<p class="reading">${say("lapsed-kept")}</p>
<form method="post" action="${stay(site.paths.book, query)}" class="actions">
<button type="submit" name="orario" value="${choiceOf(booking)}" class="btn btn-primary">${say("lapsed-again")}</button>
<a class="btn btn-outline-primary" href="${stay(site.paths.book, query)}">${say("lapsed-other")}</a>
</form>`;
  return page(c, visit, { title: say("lapsed-title"), main }, 410);
}
