import type { Refusal } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type BookingVisit, bookingVisit, openLink } from "../../booking-visit.ts";
import { formBody } from "../../form-body.ts";
import { isLostTime } from "../../journey/held-visit.ts";
import { page } from "../../layout.ts";
import { bookingSummary } from "../../parts/booking-facts.ts";
import { notice } from "../../parts/notice.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { choiceFrom } from "../../time-choice/choice.ts";
import { withOutcome } from "../booking/outcome.ts";
import { movePage } from "./view.ts";

/** `POST /prenotazione/TOKEN/modifica`: moves in one step; the old time is given back only when the new one is taken. */
export async function submitMove(c: Context, site: Site) {
  const token = c.req.param("token") ?? "";
  const choice = choiceFrom((await formBody(c)).orario);
  const opened = await openLink(c, site, "manage", token);
  if (!opened.ok) {
    const moved = choice && (await site.core.movedAlready(token, choice));
    return moved ? movedAlreadyPage(c, await bookingVisit(c, site, moved)) : opened.refused;
  }
  const { visit } = opened;
  if (choice === null) return movePage(c, visit, "nothing_chosen");
  const { code, version } = visit.booking;
  const moved = await site.core.move({ code, version, actor: "citizen", ...choice });
  if (!moved.ok) {
    return canChooseAgain(moved.refusal)
      ? movePage(c, visit, moved.refusal, choice)
      : refusedPage(c, visit, moved.refusal, { timezone: visit.timezone });
  }
  // Moving has made this link old: the page goes on under the new one.
  return c.redirect(withOutcome(visit, pathOf(site.core.linksOf(moved.booking).manage), "moved"), 303);
}

/** The second press. Without links: whoever has only the old one is not given the new one. */
function movedAlreadyPage(c: Context, visit: BookingVisit) {
  const { say } = visit;
  const main = html`${notice("success", say("outcome-already-moved"))}
${bookingSummary(visit)}`;
  return page(c, visit, { title: say("moved-title"), main });
}

function canChooseAgain(refusal: Refusal): boolean {
  return isLostTime(refusal) || refusal.code === "nothing_to_move";
}
