import { html } from "hono/html";
import type { Html } from "../layout.ts";
import { icon } from "../parts/icon.ts";
import type { Visit } from "../visit.ts";
import { languageSwitch } from "./language-switch.ts";

/** Slim header with the languages, the town, and the two first-level pages, as the municipal model has them. */
export function header(visit: Visit): Html {
  const { say, town, site, to, here } = visit;
  const { paths } = site;
  const page = (
    path: string,
    text: string,
    element?: string,
  ) => html`<li class="nav-item"><a class="nav-link${
    here.path === path ? " active" : ""
  }" href="${to(path)}"${element && html` data-element="${element}"`}${
    here.path === path && html` aria-current="page"`
  }><span>${text}</span></a></li>
`;
  return html`<header class="it-header-wrapper">
<div class="it-header-slim-wrapper"><div class="container"><div class="it-header-slim-wrapper-content">
<span class="navbar-brand">${say("portal-name")}</span>
<div class="it-header-slim-right-zone">${languageSwitch(visit)}</div>
</div></div></div>
<div class="it-nav-wrapper">
<div class="it-header-center-wrapper"><div class="container"><div class="it-header-center-content-wrapper"><div class="it-brand-wrapper">
<a href="${to(paths.home)}">${icon("town")}<div class="it-brand-text"><div class="it-brand-title">${town?.name ?? say("service-name")}</div>
<div class="it-brand-tagline">${say("service-name")}</div></div></a>
</div></div></div></div>
<div class="it-header-navbar-wrapper"><div class="container"><div class="navbar"><nav aria-label="${say("main-navigation")}">
<ul class="navbar-nav" data-element="main-navigation">
${page(paths.home, say("offices-title"))}${page(paths.services, say("services-title"), "all-services")}</ul>
</nav></div></div></div>
</div>
</header>`;
}
