import type { Refusal } from "@ricevimenti/core";
import type { Context } from "hono";
import { openLink } from "../../booking-visit.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { withOutcome } from "../booking/outcome.ts";
import { choiceFrom } from "./choice.ts";
import { movePage } from "./view.ts";

/** `POST /prenotazione/TOKEN/modifica`: moves in one step; the old time is given back only when the new one is taken. */
export async function submitMove(c: Context, site: Site) {
  const opened = await openLink(c, site, "manage", c.req.param("token") ?? "");
  if (!opened.ok) return opened.refused;
  const { visit } = opened;
  const choice = choiceFrom(await field(c, "orario"));
  if (choice === null) return movePage(c, visit, "nothing_chosen");
  const { code, version } = visit.booking;
  const moved = await site.core.move({ code, version, actor: "citizen", ...choice });
  if (!moved.ok) {
    return canChooseAgain(moved.refusal)
      ? movePage(c, visit, moved.refusal)
      : refusedPage(c, visit, moved.refusal, { timezone: visit.timezone });
  }
  // Moving has made this link old: the page goes on under the new one.
  return c.redirect(withOutcome(pathOf(site.core.linksOf(moved.booking).manage), "moved"), 303);
}

/** A body that is not a form is a form without that field. */
async function field(c: Context, name: string): Promise<unknown> {
  try {
    return (await c.req.parseBody())[name];
  } catch {
    return undefined;
  }
}

function canChooseAgain({ code }: Refusal): boolean {
  const codes: readonly Refusal["code"][] = [
    "slot_taken",
    "slot_not_offered",
    "slot_past",
    "too_soon",
    "beyond_horizon",
    "mode_not_offered",
    "nothing_to_move",
  ];
  return codes.includes(code);
}
