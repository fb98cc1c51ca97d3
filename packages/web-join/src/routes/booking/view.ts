import { type BookingState, untilHour } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, isOver, openLink } from "../../booking-visit.ts";
import { type Html, page } from "../../layout.ts";
import { bookingFacts } from "../../parts/booking-facts.ts";
import { notice } from "../../parts/notice.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { type Outcome, outcomeFrom } from "./outcome.ts";

/** `GET /prenotazione/TOKEN`: everything about the booking, and what can be done with it. */
export async function viewBooking(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  if (visit.state === "held") return refusedPage(c, visit, { code: "wrong_state", state: "held" });
  const outcome = fitting(outcomeFrom(c.req.query("esito")), visit.state);
  const calendars =
    visit.state === "confirmed" && !isOver(visit) ? await site.core.calendarLinks(visit.booking) : null;
  const gone = visit.state === "cancelled" || visit.state === "expired";
  // To somebody who has just pressed the button, the page is the answer and not a dead link.
  return page(
    c,
    visit,
    { title: visit.say(titleOf(outcome, visit)), main: bookingMain(visit, outcome, calendars) },
    gone && outcome === null ? 410 : 200,
  );
}

/** A notice that the booking's state does not bear out is not given: anybody can write the query. */
function fitting(outcome: Outcome | null, state: BookingState): Outcome | null {
  const cancelled = outcome === "cancelled" || outcome === "already_cancelled";
  return outcome !== null &&
    (cancelled ? state === "cancelled" : state === "confirmed" || state === "pending")
    ? outcome
    : null;
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
): Html {
  return html`${tellings(visit, outcome)}
${bookingFacts(visit)}
${actions(visit)}
${calendars && calendarList(visit, calendars)}`;
}

function tellings(visit: BookingVisit, outcome: Outcome | null): Html {
  const { say, state, booking, locale, timezone } = visit;
  const virtual = booking.mode === "virtual";
  return html`${outcome !== null && notice("success", say(`outcome-${outcome.replace("_", "-")}`))}
${outcome === null && state === "cancelled" && notice("info", say("booking-cancelled"))}
${state === "expired" && notice("info", say("booking-expired"))}
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
  const { say, state, booking, links, now, site } = visit;
  if (isOver(visit) || state === "cancelled" || state === "expired") {
    const offices = site.paths.home + visit.keepLanguage;
    return html`<div class="actions"><a class="btn btn-primary" href="${offices}">${say("button-book-again")}</a></div>`;
  }
  const canJoin = booking.mode === "virtual" && state !== "pending";
  const canChange = booking.start > now && (state === "pending" || state === "confirmed");
  return html`<div class="actions mb-5">
${canJoin && html`<a class="btn btn-primary" href="${links.join}">${say("button-join")}</a>`}
${canChange && html`<a class="btn btn-outline-primary" href="${links.manage}/modifica">${say("button-move")}</a>`}
${canChange && html`<a class="btn btn-outline-danger" href="${links.manage}/annulla">${say("button-cancel")}</a>`}
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
