import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Visit } from "../visit.ts";

/** One thing that is wrong, and where on the page (or on which page) it can be put right, if anywhere. */
export interface Problem {
  readonly text: string;
  readonly href?: string;
}

/** What is wrong, in words, above everything else: it takes the focus, and each line leads to its field. */
export function errorSummary({ say }: Visit, problems: readonly Problem[]): Html | null {
  if (problems.length === 0) return null;
  return html`<div id="errori" class="alert alert-danger" role="alert" tabindex="-1" autofocus>
<h2 class="h5">${say("errors-title", { count: problems.length })}</h2>
<ul class="mb-0">${problems.map(({ text, href }) => html`<li>${href === undefined ? text : html`<a href="${href}">${text}</a>`}</li>`)}</ul>
</div>`;
}

/** The window's title says first that something is wrong. */
export function titleWithErrors({ say }: Visit, title: string, problems: readonly Problem[]): string {
  return problems.length === 0 ? title : say("error-title", { title });
}
