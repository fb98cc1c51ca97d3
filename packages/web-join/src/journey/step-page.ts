import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AssetName } from "../assets.ts";
import { type Html, page } from "../layout.ts";
import { errorSummary, type Problem, titleWithErrors } from "../parts/error-summary.ts";
import type { Visit } from "../visit.ts";
import { type StepName, stepper } from "./steps.ts";

export interface StepContent {
  readonly step: StepName;
  readonly main: Html;
  readonly problems?: readonly Problem[];
  /** Anybody may look at it: nothing of the visitor's own is on it. */
  readonly isPublic?: boolean;
  readonly script?: AssetName;
}

/** A page of the journey: breadcrumb, stepper, what is wrong if anything is, and the step itself. */
export function stepPage(c: Context, visit: Visit, content: StepContent, status: ContentfulStatusCode = 200) {
  const { step, main, problems = [], isPublic, script } = content;
  const { say, site, to } = visit;
  const windowTitle = `${say(`step-${step}`)} - ${say("book-title")}`;
  return page(
    c,
    visit,
    {
      title: say("book-title"),
      windowTitle: titleWithErrors(visit, windowTitle, problems),
      above: [{ text: say("services-title"), href: to(site.paths.services) }],
      main: html`${stepper(visit, step)}
${errorSummary(visit, problems)}
${main}`,
      ...(isPublic && { isPublic }),
      ...(script && { script }),
    },
    problems.length > 0 && status === 200 ? 422 : status,
  );
}

/** A grey card with the heading of what is asked. */
export function card(heading: string | Html, body: Html, lead?: string): Html {
  return html`<section class="step-card mb-4"><h2 class="h4">${heading}</h2>
${lead && html`<p class="step-lead">${lead}</p>`}
${body}</section>
`;
}

/** What the asterisks mean. */
export function requiredNote({ say }: Visit): Html {
  return html`<p class="required-note">${say("required-note")}</p>`;
}
