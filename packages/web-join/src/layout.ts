import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type AssetName, loadAssets } from "./assets.ts";
import { footer } from "./frame/footer.ts";
import { header } from "./frame/header.ts";
import { alternates } from "./frame/language-switch.ts";
import { breadcrumb, type Crumb } from "./parts/breadcrumb.ts";
import type { Visit } from "./visit.ts";

/** A piece of HTML whose values have been escaped. */
export type Html = ReturnType<typeof html>;

export interface PageContent {
  /** Heading of the page. */
  readonly title: string;
  /** What the window is called, before the town's name, where the heading does not say enough. */
  readonly windowTitle?: string;
  readonly main: Html;
  /** The pages above this one; no breadcrumb where absent. */
  readonly above?: readonly Crumb[];
  /** What the municipal model's validator calls the heading. */
  readonly headingElement?: string;
  /** Anybody may find the page: search engines are told of its other languages. */
  readonly isPublic?: boolean;
  readonly script?: AssetName;
  /** Seconds after which the page asks for itself again where scripts do not run. */
  readonly refresh?: number;
}

/** Answers with a page. */
export function page(c: Context, visit: Visit, content: PageContent, status: ContentfulStatusCode = 200) {
  return c.html(layout(visit, content), status);
}

/** The frame of every page: header, heading, main, footer, as the municipal site model has them. */
export function layout(visit: Visit, content: PageContent): Html {
  const { say, locale, town, site } = visit;
  const { title, windowTitle = title, main, above, headingElement = "page-name", script, refresh } = content;
  const { paths } = site;
  const assets = loadAssets(town?.colour);
  const asset = (name: AssetName) => paths.asset(assets.hashed(name));
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${windowTitle} - ${town?.name ?? say("service-name")}</title>
<link rel="icon" href="${asset("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${asset("bootstrap-italia.css")}">
<link rel="stylesheet" href="${asset("ricevimenti.css")}">
${content.isPublic && alternates(visit)}
${script && html`<script type="module" src="${asset(script)}"></script>`}
${refresh !== undefined && html`<noscript><meta http-equiv="refresh" content="${refresh}"></noscript>`}
</head>
<body>
<div class="skiplinks"><a class="visually-hidden-focusable" href="#contenuto">${say("skip-to-content")}</a></div>
${header(visit)}
<main id="contenuto" tabindex="-1" class="container py-4 py-lg-5">
${above && breadcrumb(visit, above, title)}
<h1 class="mb-4" data-element="${headingElement}">${title}</h1>
${main}
</main>
${footer(visit)}
</body>
</html>`;
}
