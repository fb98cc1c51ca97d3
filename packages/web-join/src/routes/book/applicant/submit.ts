import { checkEmail, checkName, type FormProblem } from "@ricevimenti/core";
import type { Context } from "hono";
import { formBody } from "../../../form-body.ts";
import { keepDraft } from "../../../journey/draft.ts";
import { pressedIn, problemTexts } from "../../../journey/form-actions.ts";
import { afterRefusal, openHeld, stepOf, takeAgain } from "../../../journey/held-visit.ts";
import { nextStep } from "../../../journey/next-step.ts";
import type { Site } from "../../../site.ts";
import { applicantPage } from "./view.ts";

/** `POST /prenota/CODE/richiedente`: keeps what was typed. */
export async function submitApplicant(c: Context, site: Site) {
  const opened = await openHeld(c, site, "press");
  if (!opened.ok) return opened.answer;
  const { visit } = opened;
  const body = await formBody(c);
  const draft = { ...visit.draft, name: body.nome ?? "", email: body.email ?? "" };
  keepDraft(c, site, draft);
  const pressed = pressedIn(body);
  if (pressed === "back") return c.redirect(stepOf(visit, "details", visit.booking), 303);

  const problems = problemsOf(draft.name, draft.email);
  if (pressed === "next" && problems.length > 0) {
    return applicantPage(c, visit, draft, problemTexts(problems, visit));
  }
  const taken = await takeAgain(visit, { longer: pressed === "longer" });
  if (!taken.ok) return afterRefusal(c, visit, taken.refusal);
  const step = pressed === "longer" ? "applicant" : nextStep(visit, taken.booking.service, draft);
  return c.redirect(stepOf(visit, step, taken.booking), 303);
}

function problemsOf(name: string, email: string): readonly FormProblem[] {
  const checked = { name: checkName(name), email: checkEmail(email) };
  return (["name", "email"] as const).flatMap((field) => {
    const result = checked[field];
    return result.ok ? [] : [{ field, problem: result.problem }];
  });
}
