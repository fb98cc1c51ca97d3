import type { Core, WaitingStanding } from "@ricevimenti/core";
import type { Context } from "hono";
import { formBody } from "../../form-body.ts";
import { pathOf } from "../../paths.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { withOutcome } from "../booking/outcome.ts";
import { GONE, goneFromList, waitingVisit } from "./view.ts";

/** `POST /attesa/TOKEN`: proves the address, takes what is offered, declines it, or leaves the list. */
export async function submitWaiting(c: Context, site: Site) {
  const { core } = site;
  const followed = await core.waiting.follow(c.req.param("token") ?? "");
  if (!followed.ok) return goneFromList(c, site, followed.refusal);
  const visit = await waitingVisit(c, site, followed);
  const { azione, posto = "" } = await formBody(c);
  const back = (query = {}) => c.redirect(visit.stay(visit.here.path, query), 303);
  switch (azione) {
    case "conferma":
      await core.waiting.prove(followed.entry.code);
      return back();
    case "esci":
      await core.waiting.leave({ code: followed.entry.code });
      return c.redirect(visit.to(site.paths.waitingLeft), 303);
    case "rifiuta":
      if (followed.offer?.code === posto) await core.waiting.decline({ code: posto });
      return back();
    case "prendi":
    case "sposta": {
      if (followed.offer?.code !== posto) return back({ esito: GONE });
      const taken = await take(core, followed, azione === "sposta");
      if (!taken.ok && taken.refusal.code === "hold_expired") return back({ esito: GONE });
      if (!taken.ok) return refusedPage(c, visit, taken.refusal);
      const { manage } = core.linksOf(taken.booking);
      const outcome = azione === "sposta" ? "moved" : "confirmed";
      return c.redirect(withOutcome(visit, pathOf(manage), outcome), 303);
    }
    default:
      return back();
  }
}

async function take(
  core: Core,
  { offer, own }: WaitingStanding,
  isMoved: boolean,
): ReturnType<Core["waiting"]["take"]> {
  const replacing = isMoved && own ? { code: own.code, version: own.version } : null;
  return core.waiting.take({ code: offer?.code ?? "", ...(replacing && { replacing }) });
}
