import { type Booking, resolvePolicy, untilHour } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, bookingVisit } from "../../../booking-visit.ts";
import { holderOf } from "../../../browser-holder.ts";
import { problemLines } from "../../../journey/form-actions.ts";
import { unknownPage } from "../../../journey/lost.ts";
import { type Html, page } from "../../../layout.ts";
import { bookingSummary } from "../../../parts/booking-facts.ts";
import { errorSummary, titleWithErrors } from "../../../parts/error-summary.ts";
import { textField } from "../../../parts/fields.ts";
import { icon } from "../../../parts/icon.ts";
import { notice } from "../../../parts/notice.ts";
import { refusedPage } from "../../../refused.ts";
import type { Site } from "../../../site.ts";
import { openVisit } from "../../../visit.ts";

/** A look at a request of one's own browser. */
export type SentVisit = BookingVisit & { readonly holder: NonNullable<Booking["holder"]> };
export type OpenedSent =
  | { readonly ok: true; readonly visit: SentVisit }
  | { readonly ok: false; readonly answer: Response | Promise<Response> };

/** Opens a request that this browser has sent. */
export async function openSent(c: Context, site: Site): Promise<OpenedSent> {
  const holder = holderOf(c, site);
  const found = await site.core.getBooking(c.req.param("code") ?? "");
  if (!found.ok || holder === null || found.booking.holder !== holder) {
    return { ok: false, answer: unknownPage(c, await openVisit(c, site)) };
  }
  return { ok: true, visit: { ...(await bookingVisit(c, site, found.booking)), holder } };
}

/** `GET /prenota/CODE/inviata`: not booked yet, and what to do now. */
export async function viewSent(c: Context, site: Site) {
  const opened = await openSent(c, site);
  return opened.ok ? sentPage(c, opened.visit) : opened.answer;
}

/** What is wrong with the corrected address, and what was typed. */
export interface Correction {
  readonly email: string;
  readonly problem: string;
}

export function sentPage(c: Context, visit: SentVisit, correction?: Correction) {
  const { say, state, to, site } = visit;
  if (state === "held") return c.redirect(visit.stay(site.paths.step("summary", visit.booking.code)), 303);
  if (state === "expired") return refusedPage(c, visit, { code: "confirmation_expired" });
  if (state !== "pending") return refusedPage(c, visit, { code: "wrong_state", state });
  const problems = correction ? problemLines({ email: correction.problem }) : [];
  return page(
    c,
    visit,
    {
      title: say("sent-title"),
      windowTitle: titleWithErrors(visit, say("sent-title"), problems),
      above: [
        { text: say("services-title"), href: to(site.paths.services) },
        { text: say("book-title"), href: to(site.paths.book) },
      ],
      main: html`${errorSummary(visit, problems)}
${outcomeOf(visit, c.req.query("esito"))}
${whatNow(visit)}
${bookingSummary(visit)}
${noMail(visit, correction)}`,
    },
    correction ? 422 : 200,
  );
}

const OUTCOMES: Readonly<Record<string, string>> = { rispedita: "sent-again", corretta: "sent-corrected" };

function outcomeOf({ say }: SentVisit, word = ""): Html | null {
  const outcome = OUTCOMES[word];
  return outcome === undefined ? null : notice("success", say(outcome));
}

/** Citizens overlook that they must confirm: this says it as loudly as a page can. */
function whatNow({ say, booking, locale, timezone }: SentVisit): Html {
  const until = booking.expires === null ? "" : untilHour(booking.expires, locale, timezone);
  return html`<div class="callout-loud mb-4">
<p class="h4">${icon("mail", "me-2")}${say("sent-open-mail")}</p>
<ol><li>${say("sent-to")} <strong class="text-break">${booking.email}</strong></li>
<li>${say("sent-press")}</li>
<li><strong>${say("sent-until", { until })}</strong></li></ol>
<p class="mb-0">${say("sent-or-lapses")}</p>
</div>`;
}

function noMail(visit: SentVisit, correction?: Correction): Html {
  const { say, site, stay, booking, town, office, links } = visit;
  const { max_resends } = resolvePolicy(town?.policy, office.policy);
  const action = (step: "sendAgain" | "correct") => stay(site.paths.step(step, booking.code));
  return html`<section class="step-card mb-4"><h2 class="h4">${say("no-mail-title")}</h2>
<ul><li>${say("no-mail-wait")}</li><li>${say("no-mail-spam")}</li></ul>
<h3 class="h5">${say("no-mail-again-title")}</h3>
<form method="post" action="${action("sendAgain")}" class="mb-4"><p>${say("no-mail-again", { times: max_resends })}</p>
<button type="submit" class="btn btn-outline-primary">${say("button-send-again")}</button></form>
<h3 class="h5">${say("no-mail-wrong-title")}</h3>
<form method="post" action="${action("correct")}" novalidate><p>${say("no-mail-wrong")}</p>
${textField(visit, {
  name: "email",
  label: say("ask-email"),
  value: correction?.email ?? booking.email ?? "",
  type: "email",
  autocomplete: "email",
  problem: correction?.problem,
})}<button type="submit" class="btn btn-outline-primary">${say("button-correct")}</button></form>
</section>
<p class="reading">${say("sent-wrong-time")} <a href="${stay(links.manage)}">${say("sent-manage")}</a></p>`;
}
