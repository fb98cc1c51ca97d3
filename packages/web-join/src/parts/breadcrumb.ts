import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Visit } from "../visit.ts";

/** A page above this one. */
export interface Crumb {
  readonly text: string;
  readonly href: string;
}

/** Where the page stands. The municipal model's validator reads it (`data-element`). */
export function breadcrumb({ say, site, to }: Visit, above: readonly Crumb[], current: string): Html {
  const crumbs = [{ text: say("home-crumb"), href: to(site.paths.home) }, ...above];
  return html`<nav class="breadcrumb-container" aria-label="${say("breadcrumb")}"><ol class="breadcrumb" data-element="breadcrumb">
${crumbs.map(
  ({ text, href }) =>
    html`<li class="breadcrumb-item"><a href="${href}">${text}</a><span class="separator" aria-hidden="true">/</span></li>
`,
)}<li class="breadcrumb-item active" aria-current="page">${current}</li>
</ol></nav>`;
}
