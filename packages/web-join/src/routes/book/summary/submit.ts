import { type Refusal, refusalText } from "@ricevimenti/core";
import type { Context } from "hono";
import { formBody } from "../../../form-body.ts";
import { type Draft, forgetDraft, keepDraft } from "../../../journey/draft.ts";
import { pressedIn, problemTexts } from "../../../journey/form-actions.ts";
import { afterRefusal, type HeldVisit, openHeld, stepOf, takeAgain } from "../../../journey/held-visit.ts";
import type { Problem } from "../../../parts/error-summary.ts";
import { refusedPage } from "../../../refused.ts";
import type { Site } from "../../../site.ts";
import { tooMany } from "../../../too-many.ts";
import { summaryPage } from "./view.ts";

/** `POST /prenota/CODE/riepilogo`: "Richiedi appuntamento". Pressed twice, it leads to the same request. */
export async function submitSummary(c: Context, site: Site) {
  const opened = await openHeld(c, site, "press");
  if (!opened.ok) return opened.answer;
  const { visit } = opened;
  const body = await formBody(c);
  const { nome = "", email = "", motivo = "" } = body;
  const draft: Draft = { ...visit.draft, name: nome, email, reason: motivo };
  const pressed = pressedIn(body);
  if (pressed === "back") return c.redirect(stepOf(visit, "applicant", visit.booking), 303);
  keepDraft(c, site, draft);

  const taken = await takeAgain(visit, { longer: pressed === "longer" });
  if (!taken.ok) return afterRefusal(c, visit, taken.refusal);
  const { booking } = taken;
  if (pressed === "longer") return c.redirect(stepOf(visit, "summary", booking), 303);
  const asked = await site.limits.mailing(email, (core) =>
    core.request({
      code: booking.code,
      holder: visit.holder,
      form: { name: nome, email, reason: motivo, consent: body.consenso !== undefined },
    }),
  );
  if (asked.ok) {
    forgetDraft(c, site);
    return c.redirect(stepOf(visit, "sent", asked.booking), 303);
  }
  if ("wait" in asked) return tooMany(c, site, "too-many-mails", asked.wait);
  return notSent(c, { ...visit, booking, heldUntil: booking.expires }, draft, asked.refusal);
}

/** The summary again, with why the request was not sent. */
function notSent(c: Context, visit: HeldVisit, draft: Draft, refusal: Refusal) {
  const { locale, timezone } = visit;
  switch (refusal.code) {
    case "form_invalid": {
      const texts = problemTexts(refusal.problems, visit);
      return summaryPage(c, visit, draft, {
        problems: linesOf(visit, texts),
        consent: texts.consenso,
        status: 422,
      });
    }
    case "limit_office":
    case "limit_total":
    case "limit_unconfirmed":
      return summaryPage(c, visit, draft, {
        problems: [{ text: refusalText(refusal, locale, timezone) }],
        status: 409,
      });
    case "hold_expired":
    case "slot_past":
      return afterRefusal(c, visit, { code: "slot_past" });
    default:
      return refusedPage(c, visit, refusal, { timezone });
  }
}

/** What was filled in on an earlier step is put right there; the consent is on this page. */
function linesOf(visit: HeldVisit, texts: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const page = { nome: "applicant", email: "applicant", motivo: "details" } as const;
  return Object.entries(texts).flatMap(([name, text]) => {
    if (text === undefined) return [];
    const step = page[name as keyof typeof page];
    return [{ text, href: `${step ? stepOf(visit, step, visit.booking) : ""}#${name}` }];
  });
}
