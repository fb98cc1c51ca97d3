import type { Context } from "hono";
import { html } from "hono/html";
import { type Html, page } from "../../layout.ts";
import type { Site } from "../../site.ts";
import { openVisit, type Visit } from "../../visit.ts";

/** `GET /accessibilita`: how the pages are made, and whom to tell when something cannot be used. */
export async function viewAccessibility(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  c.header("Vary", "Accept-Language");
  return page(c, visit, {
    title: visit.say("accessibility-title"),
    main: accessibilityMain(visit),
    isPublic: true,
  });
}

/** The page below its heading. */
export function accessibilityMain({ say, town, site, to }: Visit): Html {
  const email = town?.email;
  return html`<div class="reading">
<p class="lead">${say("accessibility-lead")}</p>
<ul>
<li>${say("accessibility-keyboard")}</li>
<li>${say("accessibility-small")}</li>
<li>${say("accessibility-script")}</li>
<li>${say("accessibility-countdown")}</li>
</ul>
<p>${say("accessibility-room")}</p>
<h2 class="h4 mt-4">${say("accessibility-tell-title")}</h2>
<p>${
    email
      ? html`${say("accessibility-tell-mail")} <a href="mailto:${email}">${email}</a>`
      : html`${say("accessibility-tell-offices")} <a href="${to(site.paths.home)}">${say("offices-title")}</a>`
  }</p>
<p>${say("accessibility-appeal")}</p>
</div>`;
}
