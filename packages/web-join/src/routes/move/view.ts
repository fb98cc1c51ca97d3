import { type Booking, type Refusal, refusalText, slotLine } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, isOver, openLink } from "../../booking-visit.ts";
import { type Html, page } from "../../layout.ts";
import { notice } from "../../parts/notice.ts";
import { overPage } from "../../parts/over.ts";
import { refusedPage, statusOf } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { type FreeTimes, freeTimes } from "./free-times.ts";
import { timesForm } from "./times-form.ts";

/** Why a move was not made. */
type Problem = Refusal | "nothing_chosen";

/** `GET /prenotazione/TOKEN/modifica`: the free times, grouped by day. `?dal=` begins later. */
export async function viewMove(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  return opened.ok ? movePage(c, opened.visit) : opened.refused;
}

/** The page with the free times; with what went wrong above them where a move was refused. */
export async function movePage(c: Context, visit: BookingVisit, problem?: Problem) {
  const { state, booking, now, timezone, links, say, site } = visit;
  const back = { text: say("to-booking"), href: links.manage };
  if (state !== "pending" && state !== "confirmed")
    return refusedPage(c, visit, { code: "wrong_state", state });
  if (isOver(visit)) return overPage(c, visit);
  if (booking.start <= now)
    return refusedPage(c, visit, { code: "already_started" }, { timezone, next: back });
  const times = await freeTimes(site.core, booking, timezone, c.req.query("dal"));
  if (!times.ok) return refusedPage(c, visit, times.refusal, { timezone, next: back });
  return page(
    c,
    visit,
    { title: say("move-title"), main: moveMain(visit, times, problem) },
    problem === undefined ? 200 : problem === "nothing_chosen" ? 422 : statusOf(problem),
  );
}

/** The page below its heading. */
export function moveMain(visit: BookingVisit, times: FreeTimes, problem?: Problem): Html {
  const { say, booking, locale, timezone } = visit;
  return html`${problem !== undefined && problemNotice(visit, problem)}
<p class="lead reading">${say("move-now", { slot: slotLine(booking, locale, timezone) })}</p>
<p class="reading">${say("move-lead")}</p>
${timesForm(visit, times, nearestOf(problem), problem !== undefined)}`;
}

function problemNotice({ say, booking, locale, timezone }: BookingVisit, problem: Problem): Html {
  const text =
    problem === "nothing_chosen"
      ? say("move-nothing-chosen")
      : refusalText(elsewhere(problem, booking), locale, timezone);
  return html`<div id="problema" tabindex="-1" autofocus>${notice("danger", html`${text} <a href="#orari">${say("move-to-times")}</a>`)}</div>`;
}

/** The refusal without the booking's own time, which is no example of another one. */
function elsewhere(refusal: Refusal, { start }: Booking): Refusal {
  return "nearest" in refusal
    ? { ...refusal, nearest: refusal.nearest.filter((slot) => slot.start !== start) }
    : refusal;
}

function nearestOf(problem?: Problem) {
  return typeof problem === "object" && "nearest" in problem ? problem.nearest : [];
}
