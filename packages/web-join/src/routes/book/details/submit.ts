import { checkReason } from "@ricevimenti/core";
import type { Context } from "hono";
import { formBody } from "../../../form-body.ts";
import { keepDraft } from "../../../journey/draft.ts";
import { pressedIn, problemTexts } from "../../../journey/form-actions.ts";
import { afterRefusal, openHeld, stepOf, takeAgain, timesOf } from "../../../journey/held-visit.ts";
import { nextStep } from "../../../journey/next-step.ts";
import { OTHER_TOPIC, topicFrom } from "../../../journey/topic.ts";
import type { Site } from "../../../site.ts";
import { detailsPage } from "./view.ts";

/** `POST /prenota/CODE/dettagli`: keeps what was typed; another topic takes the same time anew. */
export async function submitDetails(c: Context, site: Site) {
  const opened = await openHeld(c, site, "press");
  if (!opened.ok) return opened.answer;
  const { visit } = opened;
  const { office } = visit;
  const body = await formBody(c);
  const { argomento = "", motivo = "" } = body;
  const topic = topicFrom(office, argomento);
  const service = topic.service?.id ?? null;
  const saidOther = topic.settled && service === null && argomento === OTHER_TOPIC;
  const draft = { ...visit.draft, reason: motivo, topic: saidOther ? OTHER_TOPIC : "" };
  keepDraft(c, site, draft);
  const pressed = pressedIn(body);
  // A topic not chosen yet leaves the hold as it is.
  const wanted = topic.settled ? service : visit.booking.service;
  if (pressed === "back") return c.redirect(timesOf(visit, { service: wanted }), 303);

  const reason = checkReason(motivo);
  const problems = {
    argomento: topic.settled ? undefined : visit.say("topic-missing"),
    ...problemTexts(reason.ok ? [] : [{ field: "reason", problem: reason.problem }], visit),
  };
  if (pressed === "next" && (!topic.settled || !reason.ok)) {
    return detailsPage(c, visit, draft, argomento, problems);
  }
  const taken = await takeAgain(visit, { service: wanted, longer: pressed === "longer" });
  if (!taken.ok) return afterRefusal(c, visit, taken.refusal, wanted);
  const step = pressed === "longer" ? "details" : nextStep(visit, wanted, draft);
  return c.redirect(stepOf(visit, step, taken.booking), 303);
}
