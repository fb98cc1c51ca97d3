import {
  type Booking,
  type BookingState,
  DAY,
  longDay,
  slotLine,
  timeOf,
  untilHour,
} from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, isOver, openLink } from "../../booking-visit.ts";
import { type Html, page } from "../../layout.ts";
import { bookingFacts } from "../../parts/booking-facts.ts";
import { notice } from "../../parts/notice.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { hasData, isErasable } from "../erase/erasable.ts";
import { type Outcome, outcomeFrom } from "./outcome.ts";

/** `GET /prenotazione/TOKEN`: everything about the booking, and what can be done with it. */
export async function viewBooking(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  if (visit.state === "held") return refusedPage(c, visit, { code: "wrong_state", state: "held" });
  const outcome = fitting(outcomeFrom(c.req.query("esito")), visit);
  const calendars =
    visit.state === "confirmed" && !isOver(visit) ? await site.core.calendarLinks(visit.booking) : null;
  const alternatives = await site.core.alternativesTo(visit.booking);
  const gone = visit.state === "cancelled" || visit.state === "expired";
  // To somebody who has just pressed the button, the page is the answer and not a dead link.
  return page(
    c,
    visit,
    { title: visit.say(titleOf(outcome, visit)), main: bookingMain(visit, outcome, calendars, alternatives) },
    gone && outcome === null ? 410 : 200,
  );
}

/** States of a booking that bear each notice out: anybody can write the query. */
const FITTING: Record<Outcome, readonly BookingState[]> = {
  confirmed: ["pending", "confirmed"],
  already_confirmed: ["pending", "confirmed"],
  moved: ["pending", "confirmed"],
  late: ["confirmed"],
  cancelled: ["cancelled"],
  already_cancelled: ["cancelled"],
  resent: ["pending"],
  erased: ["confirmed", "attended", "no_show", "expired", "cancelled"],
};

function fitting(outcome: Outcome | null, visit: BookingVisit): Outcome | null {
  if (outcome === null || !FITTING[outcome].includes(visit.state)) return null;
  return outcome === "erased" && hasData(visit) ? null : outcome;
}

function titleOf(outcome: Outcome | null, visit: BookingVisit): string {
  switch (outcome) {
    case "confirmed":
    case "already_confirmed":
      return "confirmed-title";
    case "moved":
      return "moved-title";
    case "cancelled":
    case "already_cancelled":
      return "refused-state-cancelled";
    case "erased":
      return "erased-title";
    case "resent":
    case "late":
    case null:
      if (visit.state === "cancelled" || visit.state === "expired") return `refused-state-${visit.state}`;
      return isOver(visit) ? "over-title" : "booking-title";
    default:
      throw new Error(`no title for ${outcome satisfies never}`);
  }
}

type CalendarLinks = { readonly google: string; readonly outlook: string };

/** The page below its heading. */
export function bookingMain(
  visit: BookingVisit,
  outcome: Outcome | null,
  calendars: CalendarLinks | null,
  alternatives: readonly Booking[] = [],
): Html {
  return html`${tellings(visit, outcome)}
${bookingFacts(visit)}
${alternatives.length > 0 && !isOver(visit) && choices(visit, alternatives)}
${actions(visit)}
${calendars && calendarList(visit, calendars)}
${hasData(visit) && isErasable(visit) && ownData(visit)}`;
}

/** One press each, and no page in between: the time is held for whoever has the link. */
function choices(
  { say, links, locale, timezone, stay }: BookingVisit,
  alternatives: readonly Booking[],
): Html {
  const until = Math.min(...alternatives.map(({ expires, start }) => expires ?? start));
  const deadline = { day: longDay(until, locale, timezone), time: timeOf(until, locale, timezone) };
  return html`<section id="proposte" class="mb-5">
<h2 class="h4">${say("reoffered-title")}</h2>
<p class="reading">${say("reoffered-choose", deadline)}</p>
<form method="post" action="${stay(`${links.manage}/proposta`)}" class="actions">
${alternatives.map(
  (one) =>
    html`<button type="submit" name="proposta" value="${one.code}" class="btn btn-primary">${slotLine(one, locale, timezone)}</button>`,
)}
</form>
</section>`;
}

function tellings(visit: BookingVisit, outcome: Outcome | null): Html {
  const { say, state, booking, locale, timezone } = visit;
  const virtual = booking.mode === "virtual";
  return html`${outcome !== null && notice("success", say(`outcome-${outcome.replace("_", "-")}`))}
${outcome === null && state === "cancelled" && notice("info", say("booking-cancelled"))}
${outcome === null && state === "expired" && notice("info", say("booking-expired"))}
${
  state === "pending" &&
  booking.expires !== null &&
  notice("warning", say("booking-pending", { until: untilHour(booking.expires, locale, timezone) }))
}
${
  state === "confirmed" &&
  !isOver(visit) &&
  html`<p class="lead reading">${say(virtual ? "booking-how-virtual" : "booking-how-in-person")}</p>`
}`;
}

function actions(visit: BookingVisit): Html {
  const { say, state, booking, links, now, site, to, stay } = visit;
  if (isOver(visit) || state === "cancelled" || state === "expired") {
    return html`<div class="actions"><a class="btn btn-primary" href="${to(site.paths.home)}">${say("button-book-again")}</a></div>`;
  }
  const canJoin = booking.mode === "virtual" && state !== "pending";
  const canChange = booking.start > now && (state === "pending" || state === "confirmed");
  const mayBeLate = state === "confirmed" && booking.start - DAY < now;
  return html`<div class="actions mb-5" id="ritardo">
${canJoin && html`<a class="btn btn-primary" href="${stay(links.join)}">${say("button-join")}</a>`}
${canChange && html`<a class="btn btn-outline-primary" href="${stay(`${links.manage}/modifica`)}">${say("button-move")}</a>`}
${canChange && html`<a class="btn btn-outline-danger" href="${stay(`${links.manage}/annulla`)}">${say("button-cancel")}</a>`}
${
  mayBeLate &&
  html`<form method="post" action="${stay(`${links.manage}/ritardo`)}"><button type="submit" class="btn btn-outline-primary w-100">${say("button-late")}</button></form>`
}
${
  state === "pending" &&
  html`<form method="post" action="${stay(`${links.manage}/rispedisci`)}"><button type="submit" class="btn btn-outline-primary w-100">${say("button-send-again")}</button></form>`
}
</div>`;
}

function calendarList({ say, links }: BookingVisit, { google, outlook }: CalendarLinks): Html {
  return html`<h2 class="h4">${say("calendar-title")}</h2>
<ul class="list-inline">
<li class="list-inline-item me-4 mb-2"><a href="${links.calendar}" download>${say("calendar-file")}</a></li>
<li class="list-inline-item me-4 mb-2"><a href="${google}" rel="noreferrer">Google Calendar</a></li>
<li class="list-inline-item me-4 mb-2"><a href="${outlook}" rel="noreferrer">Outlook</a></li>
</ul>
<p class="reading"><small>${say("calendar-note")}</small></p>`;
}

function ownData({ say, links, stay }: BookingVisit): Html {
  return html`<h2 class="h4 mt-5">${say("own-data-title")}</h2>
<p class="reading">${say("own-data-text")} <a href="${stay(`${links.manage}/cancella-dati`)}">${say("button-erase")}</a></p>`;
}
