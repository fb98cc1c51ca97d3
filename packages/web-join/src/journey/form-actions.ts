import { type FormProblem, formProblemText } from "@ricevimenti/core";
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Problem } from "../parts/error-summary.ts";
import { icon } from "../parts/icon.ts";
import type { Visit } from "../visit.ts";

/** What the pressed button of a step asks for. */
export type Pressed = "next" | "back" | "longer";

export function pressedIn({ vai }: Readonly<Record<string, string | undefined>>): Pressed {
  return vai === "indietro" ? "back" : vai === "tempo" ? "longer" : "next";
}

/**
 * Stands first in a step's form: enter, pressed in a field, presses the form's first button, which would be another
 * one on the screen.
 */
export const DEFAULT_BUTTON: Html = html`<button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true">&nbsp;</button>`;

/** "Indietro" and the button that goes on. Going back sends the form, too: what was typed is kept. */
export function formActions({ say }: Visit, next: Html): Html {
  return html`<div class="step-actions">
<button type="submit" name="vai" value="indietro" class="btn btn-outline-primary">${icon("left", "me-1")}${say("button-back")}</button>
${next}
</div>`;
}

export function nextButton({ say }: Visit): Html {
  return html`<button type="submit" class="btn btn-primary">${say("button-next")}${icon("right", "ms-1")}</button>`;
}

/** The field of our forms for a field of the core's. */
const FIELDS: Record<FormProblem["field"], string> = {
  name: "nome",
  email: "email",
  reason: "motivo",
  consent: "consenso",
};

/** Problems of a form by the name of their field. */
export function problemTexts(
  problems: readonly FormProblem[],
  { locale }: Visit,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    problems.map((problem) => [FIELDS[problem.field], formProblemText(problem, locale)]),
  );
}

/** The same as lines of the summary, each leading to its field. */
export function problemLines(texts: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    text === undefined ? [] : [{ text, href: `#${name}` }],
  );
}
