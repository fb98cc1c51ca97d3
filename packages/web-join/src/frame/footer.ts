import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Visit } from "../visit.ts";

/** The town, a way to tell what does not work, and what every public page must link to. */
export function footer({ say, town, site, to }: Visit): Html {
  const { paths, options } = site;
  const link = (path: string, text: string, element: string) =>
    html`<li class="list-inline-item"><a href="${to(path)}" data-element="${element}">${text}</a></li>
`;
  return html`<footer class="it-footer">
<div class="it-footer-main"><div class="container py-4">
<p class="h5 text-white mb-2">${town?.name ?? say("service-name")}</p>
${town?.email && html`<p class="mb-0">${say("feedback")} <a href="mailto:${town.email}">${town.email}</a></p>`}
</div></div>
<div class="it-footer-small-prints"><div class="container">
<nav aria-label="${say("footer-links")}"><ul class="it-footer-small-prints-list list-inline px-0 mb-0 d-flex flex-column flex-md-row">
${link(paths.book, say("book-title"), "appointment-booking")}${link(paths.privacy, say("privacy-link"), "privacy-policy-link")}${link(
  paths.accessibility,
  say("accessibility-link"),
  "accessibility-link",
)}<li class="list-inline-item text-white">ricevimenti ${options.version}</li>
</ul></nav>
</div></div>
</footer>`;
}
