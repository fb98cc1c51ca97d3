import { checkEmail, formProblemText } from "@ricevimenti/core";
import { type Answer, failed, STATUS } from "./answer.ts";
import type { Context } from "./context.ts";

/** What is said of something that is no e-mail address; null of one. It is not repeated: it may be nearly one. */
export function wrongEmail(text: string, { locale, say }: Context): Answer | null {
  const checked = checkEmail(text);
  if (checked.ok) return null;
  return failed(
    STATUS.invalid,
    "email_invalid",
    formProblemText({ field: "email", problem: checked.problem }, locale, say),
  );
}
