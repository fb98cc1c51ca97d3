import { countdown, type Instant, languageTag, type Refusal, timeOf } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, isOver, openLink } from "../../booking-visit.ts";
import { type Html, page } from "../../layout.ts";
import { whenLine } from "../../parts/booking-facts.ts";
import { overPage } from "../../parts/over.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";

/** `GET /partecipa/TOKEN`: the countdown; at the time, the button. */
export async function viewJoin(c: Context, site: Site) {
  const opened = await openLink(c, site, "join", c.req.param("token") ?? "");
  return opened.ok ? joinPage(c, opened.visit) : opened.refused;
}

/** The page as it is now: not yet, open, over, or why never. 409 where a press came too early. */
export async function joinPage(c: Context, visit: BookingVisit, early: 200 | 409 = 200) {
  const { booking, state, now, say, site } = visit;
  // An official may note that the citizen has come while the call goes on: a lost connection must find the way back.
  if (state !== "confirmed" && state !== "attended") return refusedPage(c, visit, refusalFor(visit));
  const { opens, closes } = await site.core.roomTimes(booking, "citizen");
  if (booking.mode !== "virtual") {
    return isOver(visit)
      ? overPage(c, visit)
      : refusedPage(c, visit, { code: "not_virtual" }, { next: toBooking(visit) });
  }
  if (now >= closes) return overPage(c, visit);
  if (now >= opens) return page(c, visit, { title: say("join-title"), main: enterMain(visit) });
  const left = opens - now;
  return page(
    c,
    visit,
    {
      title: say("join-title"),
      main: waitMain(visit, opens),
      script: "countdown.js",
      refresh: refreshAfter(left),
    },
    early,
  );
}

/**
 * Seconds until the page asks for itself again where no script runs: rarely while the room is far off, just after the
 * opening at the end.
 *
 * @param left milliseconds until the room opens
 */
export function refreshAfter(left: number): number {
  const seconds = Math.ceil(left / 1000);
  const interval = seconds > 3600 ? 300 : seconds > 600 ? 60 : 30;
  return Math.min(interval, seconds + 1);
}

/** "non è ancora possibile collegarsi": what is left, counting down to the opening of the room. */
export function waitMain(visit: BookingVisit, opens: Instant): Html {
  const { say, locale, timezone, now } = visit;
  const left = opens - now;
  const lead = say("join-wait-lead");
  return html`${dear(visit)}
<p class="lead mb-2">${say("join-wait")} ${lead}</p>
<p class="countdown h2 mb-4" role="timer" data-opens-in="${left}" data-language="${languageTag(locale)}">${countdown(left, locale)}</p>
<p class="visually-hidden" aria-live="polite" data-lead="${lead}"></p>
<p class="reading">${say("join-when", { when: whenLine(visit), opens: timeOf(opens, locale, timezone) })}</p>
<p class="reading">${say("join-keep-open")}</p>
${cancelAction(visit)}`;
}

/** The time has come: the button whose press leads to the room. */
export function enterMain(visit: BookingVisit): Html {
  const { say, links, office, stay } = visit;
  return html`${dear(visit)}
<p class="lead reading">${say("join-open", { office: office.name, when: whenLine(visit) })}</p>
<form method="post" action="${stay(links.join)}" class="actions mb-4">
<button type="submit" class="btn btn-success btn-lg">${say("button-enter")}</button>
</form>
<p class="reading">${say("join-how")}</p>
${cancelAction(visit)}`;
}

function dear({ say, booking }: BookingVisit): Html | null {
  return booking.name === null
    ? null
    : html`<p class="lead mb-2">${say("join-dear", { name: booking.name })}</p>`;
}

function cancelAction({ say, links, booking, now, stay }: BookingVisit): Html | null {
  if (booking.start <= now) return null;
  return html`<div class="actions mt-5">
<a class="btn btn-outline-danger" href="${stay(`${links.manage}/annulla`)}">${say("button-cancel")}</a>
<a class="btn btn-outline-primary" href="${stay(links.manage)}">${say("to-booking")}</a>
</div>`;
}

function refusalFor({ state }: BookingVisit): Refusal {
  return state === "expired" ? { code: "confirmation_expired" } : { code: "wrong_state", state };
}

function toBooking({ say, links, stay }: BookingVisit) {
  return { text: say("to-booking"), href: stay(links.manage) };
}
