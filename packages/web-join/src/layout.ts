import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AssetName } from "./assets.ts";
import type { Visit } from "./visit.ts";

/** A piece of HTML whose values have been escaped. */
export type Html = ReturnType<typeof html>;

export interface PageContent {
  /** Heading of the page and, with the town's name, title of the window. */
  readonly title: string;
  readonly main: Html;
  readonly script?: AssetName;
  /** Seconds after which the page asks for itself again where scripts do not run. */
  readonly refresh?: number;
}

/** Answers with a page. */
export function page(c: Context, visit: Visit, content: PageContent, status: ContentfulStatusCode = 200) {
  return c.html(layout(visit, content), status);
}

/** The frame of every page: slim and central header, main, footer, as the municipal site model has them. */
export function layout(visit: Visit, { title, main, script, refresh }: PageContent): Html {
  const { say, locale, town, site, keepLanguage } = visit;
  const { paths, assets, options } = site;
  const asset = (name: AssetName) => paths.asset(assets.hashed(name));
  const brand = town?.name ?? say("service-name");
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${brand}</title>
<link rel="icon" href="${asset("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${asset("bootstrap-italia.css")}">
<link rel="stylesheet" href="${asset("ricevimenti.css")}">
${script && html`<script type="module" src="${asset(script)}"></script>`}
${refresh !== undefined && html`<noscript><meta http-equiv="refresh" content="${refresh}"></noscript>`}
</head>
<body>
<div class="skiplinks"><a class="visually-hidden-focusable" href="#contenuto">${say("skip-to-content")}</a></div>
<header class="it-header-wrapper">
<div class="it-header-slim-wrapper"><div class="container"><div class="row"><div class="col-12">
<div class="it-header-slim-wrapper-content"><span class="navbar-brand">${say("portal-name")}</span></div>
</div></div></div></div>
<div class="it-header-center-wrapper"><div class="container"><div class="row"><div class="col-12">
<div class="it-header-center-content-wrapper"><div class="it-brand-wrapper">
<a href="${paths.home}${keepLanguage}"><div class="it-brand-text"><div class="it-brand-title">${brand}</div>
<div class="it-brand-tagline">${say("service-name")}</div></div></a>
</div></div>
</div></div></div></div>
</header>
<main id="contenuto" tabindex="-1" class="container py-4 py-lg-5">
<h1 class="mb-4">${title}</h1>
${main}
</main>
<footer class="it-footer">
<div class="it-footer-main"><div class="container"><div class="row py-4">
<div class="col-12"><p class="h5 text-white mb-2">${brand}</p>${feedback(visit)}</div>
</div></div></div>
<div class="it-footer-small-prints"><div class="container">
<nav aria-label="${say("footer-links")}"><ul class="it-footer-small-prints-list px-0 list-inline mb-0 d-flex flex-column flex-md-row">
<li class="list-inline-item"><a href="${paths.privacy}${keepLanguage}">${say("privacy-link")}</a></li>
<li class="list-inline-item"><a href="${paths.accessibility}${keepLanguage}">${say("accessibility-link")}</a></li>
<li class="list-inline-item text-white">ricevimenti ${options.version}</li>
</ul></nav>
</div></div>
</footer>
</body>
</html>`;
}

function feedback({ town, say }: Visit): Html | null {
  return town?.email
    ? html`<p class="mb-0">${say("feedback")} <a href="mailto:${town.email}">${town.email}</a></p>`
    : null;
}
