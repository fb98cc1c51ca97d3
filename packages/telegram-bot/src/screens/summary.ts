import { duration, type Office } from "@ricevimenti/core";
import type { Choice } from "../conversation/draft.ts";
import type { Form } from "../conversation/form-data.ts";
import { bold, html, lines, paragraphs } from "../html.ts";
import { choiceLines } from "./form.ts";
import { linked, navigation, type Screen, type Telling } from "./screen.ts";
import { serviceOf } from "./subject.ts";

/**
 * All that is asked for, each item to be changed; then the consent, with the notice at hand; then, and only then,
 * "Richiedi appuntamento" with the handbook's warning.
 */
export function summaryScreen(
  data: {
    readonly office: Office;
    readonly choice: Choice;
    readonly form: Form;
    /** The town's privacy notice. */
    readonly notice: string;
    /** Minutes to confirm by mail. */
    readonly confirmMinutes: number;
  },
  telling: Telling,
): Screen {
  const { say, locale } = telling;
  const { office, choice, form } = data;
  const notice = linked(say("button-notice"), data.notice);
  const service = serviceOf(office, choice.service);
  return {
    text: paragraphs(
      bold(say("summary-title")),
      choiceLines(office, choice, telling),
      lines(
        service ? html`${say("label-service")}: ${service.name}` : null,
        html`${say("label-name")}: ${form.name ?? ""}`,
        html`${say("label-email")}: ${form.email ?? ""}`,
        html`${say("label-reason")}: ${form.reason ?? ""}`,
      ),
      form.consent
        ? lines(html`✅ ${say("consent")}`, notice.line)
        : lines(bold(say("consent-title")), say("consent"), notice.line),
      form.consent
        ? lines(
            bold(say("attention-title")),
            say("attention-mail"),
            bold(say("attention-must")),
            say("attention-deadline", { duration: duration(data.confirmMinutes, locale) }),
          )
        : null,
    ),
    rows: [
      form.consent
        ? [{ text: say("button-request"), verb: "request" }]
        : [{ text: say("button-consent"), verb: "consent" }],
      notice.button,
      [
        { text: say("button-edit-name"), verb: "edit", argument: "name" },
        { text: say("button-edit-email"), verb: "edit", argument: "email" },
      ],
      [
        { text: say("button-edit-reason"), verb: "edit", argument: "reason" },
        { text: say("button-edit-time"), verb: "retime" },
      ],
      navigation(say),
    ],
  };
}
