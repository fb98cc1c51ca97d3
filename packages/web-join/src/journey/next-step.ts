import { checkEmail, checkName, checkReason } from "@ricevimenti/core";
import type { Step } from "../paths.ts";
import type { Draft } from "./draft.ts";
import type { HeldVisit } from "./held-visit.ts";
import { OTHER_TOPIC } from "./topic.ts";

/** The first step that is not filled in yet; the summary when all are. So nothing is asked twice. */
export function nextStep(
  { office }: Pick<HeldVisit, "office">,
  service: string | null,
  draft: Draft,
): Extract<Step, "details" | "applicant" | "summary"> {
  const needsTopic = (office.services?.length ?? 0) > 0 && service === null && draft.topic !== OTHER_TOPIC;
  if (needsTopic || !checkReason(draft.reason).ok) return "details";
  return checkName(draft.name).ok && checkEmail(draft.email).ok ? "summary" : "applicant";
}
