import { type Booking, type Refusal, refusalText, type Slot, slotLine } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, isOver, openLink } from "../../booking-visit.ts";
import { card } from "../../journey/step-page.ts";
import { type Html, page } from "../../layout.ts";
import { errorSummary, type Problem, titleWithErrors } from "../../parts/error-summary.ts";
import { overPage } from "../../parts/over.ts";
import { refusedPage, statusOf } from "../../refused.ts";
import type { Site } from "../../site.ts";
import type { Choice } from "../../time-choice/choice.ts";
import { timeChooser } from "../../time-choice/chooser.ts";
import { freeDays } from "../../time-choice/free-days.ts";

/** Why a move was not made. */
type Trouble = Refusal | "nothing_chosen";

/** `GET /prenotazione/TOKEN/modifica`: the free times of a day, `?mese=` and `?giorno=` another one's. */
export async function viewMove(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  return opened.ok ? movePage(c, opened.visit) : opened.refused;
}

/** The page with the free times; with what went wrong above them where a move was refused. */
export async function movePage(c: Context, visit: BookingVisit, trouble?: Trouble, wanted?: Choice) {
  const { state, booking, now, timezone, links, say, site, stay } = visit;
  const back = { text: say("to-booking"), href: stay(links.manage) };
  if (state !== "pending" && state !== "confirmed")
    return refusedPage(c, visit, { code: "wrong_state", state });
  if (isOver(visit)) return overPage(c, visit);
  if (booking.start <= now)
    return refusedPage(c, visit, { code: "already_started" }, { timezone, next: back });
  const found = await site.core.listSlots({
    office: booking.office,
    moving: booking.code,
    ...(booking.service !== null && { service: booking.service }),
  });
  if (!found.ok) return refusedPage(c, visit, found.refusal, { timezone, next: back });
  const lost = trouble !== undefined && trouble !== "nothing_chosen" && "nearest" in trouble ? wanted : null;
  const problems = trouble === undefined ? [] : [problemOf(visit, trouble, lost != null)];
  return page(
    c,
    visit,
    {
      title: say("move-title"),
      windowTitle: titleWithErrors(visit, say("move-title"), problems),
      main: moveMain(visit, found.slots, problems, c.req.query(), lost ?? null),
    },
    trouble === undefined ? 200 : trouble === "nothing_chosen" ? 422 : statusOf(trouble),
  );
}

function problemOf(
  { say, booking, locale, timezone }: BookingVisit,
  trouble: Trouble,
  lost: boolean,
): Problem {
  const text =
    trouble === "nothing_chosen"
      ? say("move-nothing-chosen")
      : refusalText(elsewhere(trouble, booking), locale, timezone);
  return { text, href: lost ? "#vicini" : "#orari" };
}

/** The refusal without the booking's own time, which is no example of another one. */
function elsewhere(refusal: Refusal, { start }: Booking): Refusal {
  return "nearest" in refusal
    ? { ...refusal, nearest: refusal.nearest.filter((slot) => slot.start !== start) }
    : refusal;
}

/** The page below its heading. */
export function moveMain(
  visit: BookingVisit,
  slots: readonly Slot[],
  problems: readonly Problem[],
  asked: Readonly<Record<string, string>>,
  lost: Choice | null,
): Html {
  const { say, booking, locale, timezone, links, now, stay } = visit;
  const others = slots.filter(({ start, modes }) => start !== booking.start || modes.length > 1);
  const page = `${links.manage}/modifica`;
  return html`${errorSummary(visit, problems)}
<p class="lead reading">${say("move-now", { slot: slotLine(booking, locale, timezone) })}</p>
<p class="reading">${say("move-lead")}</p>
${
  others.length === 0
    ? html`<p id="orari">${say("move-none")}</p>
<div class="actions"><a class="btn btn-primary" href="${stay(links.manage)}">${say("to-booking")}</a></div>`
    : html`<form method="post" action="${stay(page)}" novalidate>
${card(
  say("time-title"),
  timeChooser(visit, freeDays(others, timezone, now), {
    asked,
    page,
    query: {},
    chosen: null,
    lost,
    except: booking,
    problem: problems.length > 0 ? "errori" : undefined,
  }),
)}
<div class="actions">
<button type="submit" class="btn btn-primary">${say("move-submit")}</button>
<a class="btn btn-outline-primary" href="${stay(links.manage)}">${say("move-keep")}</a>
</div>
</form>`
}`;
}
