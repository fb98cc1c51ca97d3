import type { Context } from "hono";
import { ensureHolder } from "../../../browser-holder.ts";
import { formBody } from "../../../form-body.ts";
import { keepDraft, readDraft } from "../../../journey/draft.ts";
import { isLostTime } from "../../../journey/held-visit.ts";
import { nextStep } from "../../../journey/next-step.ts";
import { nameOf, OTHER_TOPIC, topicFrom } from "../../../journey/topic.ts";
import { WORK } from "../../../parts/challenge-box.ts";
import { refusedPage } from "../../../refused.ts";
import type { Site } from "../../../site.ts";
import { choiceFrom, choiceOf } from "../../../time-choice/choice.ts";
import { openVisit, visitFor } from "../../../visit.ts";
import { timePage } from "./view.ts";

/** `POST /prenota?ufficio=ID&servizio=ID`: the chosen time is held from now on. */
export async function submitTime(c: Context, site: Site) {
  const { ufficio = "", servizio } = c.req.query();
  const found = await site.core.getOffice(ufficio);
  if (!found.ok) return refusedPage(c, await openVisit(c, site), found.refusal);
  const { office, policy, timezone } = found;
  const visit = visitFor(c, site, found.municipality);
  const topic = topicFrom(office, servizio);
  const holder = ensureHolder(c, site);
  const body = await formBody(c);
  const choice = choiceFrom(body.orario);
  const sought = { office, policy, timezone, topic, holder };
  if (choice === null) return timePage(c, visit, sought, "nothing-chosen");
  if (!(await site.challenges.accepts(found, body[WORK]))) {
    return timePage(c, visit, sought, { undone: choice });
  }

  const service = topic.service?.id;
  const held = await site.core.hold({
    office: office.id,
    ...choice,
    holder,
    locale: visit.locale,
    ...(service !== undefined && { service }),
  });
  if (!held.ok) {
    if (!isLostTime(held.refusal)) return refusedPage(c, visit, held.refusal, { timezone });
    const query = { ufficio: office.id, servizio: nameOf(topic), perso: choiceOf(choice) };
    return c.redirect(visit.stay(site.paths.book, query), 303);
  }
  const saidOther = nameOf(topic) === OTHER_TOPIC && (office.services?.length ?? 0) > 0;
  const draft = { ...readDraft(c, site), ...(saidOther && { topic: OTHER_TOPIC }) };
  keepDraft(c, site, draft);
  const step = nextStep({ office }, service ?? null, draft);
  return c.redirect(visit.stay(site.paths.step(step, held.booking.code)), 303);
}
