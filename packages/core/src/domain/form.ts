import type { BookingForm } from "../core.ts";
import { isVisible } from "./invisible.ts";
import type { FormProblem } from "./refusal.ts";

export const NAME_MAX = 100;
export const REASON_MAX = 1000;
/** RFC 5321 section 4.5.3.1.3, less the angle brackets. */
export const EMAIL_MAX = 254;

export type FieldCheck =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: FormProblem["problem"] };

/** WHATWG HTML, "valid e-mail address", with a dot in the domain: a citizen's address is on the internet. */
const EMAIL =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/;

/** Name and surname: one line of plain text with at least one letter. Runs of spaces become one. */
export function checkName(text: string): FieldCheck {
  const value = text.trim().replace(/ +/g, " ");
  if (value === "") return { ok: false, problem: "missing" };
  if (value.length > NAME_MAX) return { ok: false, problem: "too_long" };
  if (!isVisible(value) || /[<>]/.test(value)) return { ok: false, problem: "not_plain_text" };
  return /\p{L}/u.test(value) ? { ok: true, value } : { ok: false, problem: "malformed" };
}

/** An address as written; {@link emailKey} is what is compared. */
export function checkEmail(text: string): FieldCheck {
  const value = text.trim();
  if (value === "") return { ok: false, problem: "missing" };
  if (value.length > EMAIL_MAX) return { ok: false, problem: "too_long" };
  return EMAIL.test(value) && !/\.\.|^\.|\.@/.test(value)
    ? { ok: true, value }
    : { ok: false, problem: "malformed" };
}

/** Why the citizen comes: plain text, line breaks allowed. */
export function checkReason(text: string): FieldCheck {
  const value = text.replace(/\r\n?/g, "\n").replace(/\t/g, " ").trim();
  if (value === "") return { ok: false, problem: "missing" };
  if (value.length > REASON_MAX) return { ok: false, problem: "too_long" };
  return isVisible(value.replaceAll("\n", " "))
    ? { ok: true, value }
    : { ok: false, problem: "not_plain_text" };
}

/** Two spellings of one address compare equal. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** The whole form, cleaned, or every problem of it. */
export function checkForm(
  form: BookingForm,
):
  | { readonly ok: true; readonly form: BookingForm }
  | { readonly ok: false; readonly problems: readonly FormProblem[] } {
  const name = checkName(form.name);
  const email = checkEmail(form.email);
  const reason = checkReason(form.reason);
  if (name.ok && email.ok && reason.ok && form.consent) {
    return { ok: true, form: { name: name.value, email: email.value, reason: reason.value, consent: true } };
  }
  const problems: FormProblem[] = [];
  if (!name.ok) problems.push({ field: "name", problem: name.problem });
  if (!email.ok) problems.push({ field: "email", problem: email.problem });
  if (!reason.ok) problems.push({ field: "reason", problem: reason.problem });
  if (!form.consent) problems.push({ field: "consent", problem: "missing" });
  return { ok: false, problems };
}
