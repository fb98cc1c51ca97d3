import { html } from "hono/html";
import type { Html } from "../layout.ts";
import { icon } from "../parts/icon.ts";
import type { Visit } from "../visit.ts";

/** The steps of the municipal model, in its order and (in the catalogue) its words. Source: criterion C.SI.2.1. */
export const STEPS = ["place", "time", "details", "applicant", "summary"] as const;
export type StepName = (typeof STEPS)[number];

/** Where the citizen stands among the steps. */
export function stepper({ say }: Visit, current: StepName): Html {
  const at = STEPS.indexOf(current);
  const position = { step: at + 1, steps: STEPS.length };
  return html`<div class="steppers mb-4"><div class="steppers-header">
<ul aria-label="${say("steps")}">${STEPS.map((step, index) => {
    if (index === at) {
      return html`<li class="active" aria-current="step"><span class="visually-hidden">${say("step-of", position)}: </span>${say(`step-${step}`)}</li>
`;
    }
    return index < at
      ? html`<li class="confirmed">${say(`step-${step}`)}${icon("check", "steppers-success")}<span class="visually-hidden">${say("step-done")}</span></li>
`
      : html`<li>${say(`step-${step}`)}</li>
`;
  })}</ul><span class="steppers-index" aria-hidden="true">${position.step}/${position.steps}</span>
</div></div>`;
}
