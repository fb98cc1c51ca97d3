import type { Context } from "hono";
import { ensureHolder } from "../../browser-holder.ts";
import { decidesTimes, topicFrom } from "../../journey/topic.ts";
import { refusedPage } from "../../refused.ts";
import type { Site } from "../../site.ts";
import { openVisit, type Visit } from "../../visit.ts";
import { placePage } from "./place/view.ts";
import { timePage } from "./time/view.ts";
import { topicPage } from "./topic/view.ts";

/**
 * `GET /prenota?ufficio=ID&servizio=ID`: the first thing that the address does not say yet: the office, its topic where
 * that decides on the times, the time.
 */
export async function viewBook(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  c.header("Vary", "Accept-Language");
  const { ufficio: id, servizio: named } = c.req.query();
  if (!id) return placePage(c, visit, named);
  const found = await site.core.getOffice(id);
  if (!found.ok) return refusedPage(c, visit, found.refusal);
  const { office, policy, timezone } = found;
  const topic = topicFrom(office, named);
  if (!topic.settled && named && (await isKnownElsewhere(visit, named))) return placePage(c, visit, named);
  if (!topic.settled && decidesTimes(office)) return topicPage(c, visit, office);
  // Named at the first look: two presses in a row must come from the same browser.
  const holder = ensureHolder(c, site);
  return timePage(c, visit, { office, policy, timezone, topic, holder });
}

/** Whether other offices are competent for the topic. */
async function isKnownElsewhere({ site }: Visit, named: string): Promise<boolean> {
  const offices = await site.core.listOffices();
  return offices.some(({ office }) => office.services?.some(({ id }) => id === named));
}
