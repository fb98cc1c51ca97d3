import { duration, resolvePolicy } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { type Html, page } from "../../layout.ts";
import type { Site } from "../../site.ts";
import { openVisit, type Visit } from "../../visit.ts";

const DAY_MINUTES = 24 * 60;

/** `GET /privacy`: what is kept about a citizen, why, how long, and what they can ask for (GDPR, article 13). */
export async function viewPrivacy(c: Context, site: Site) {
  const visit = await openVisit(c, site);
  c.header("Vary", "Accept-Language");
  return page(c, visit, { title: visit.say("privacy-title"), main: privacyMain(visit), isPublic: true });
}

/** The notice below its heading. */
export function privacyMain({ say, town, locale, site, to }: Visit): Html {
  const name = town?.name ?? "";
  const { confirm_minutes, retention_days } = resolvePolicy(town?.policy);
  const deadline = duration(confirm_minutes, locale);
  const kept = duration(retention_days * DAY_MINUTES, locale);
  const video = new URL(site.options.videoOrigin).host;
  const email = town?.email;
  const section = (id: string, body: string | Html) =>
    html`<h2 class="h4 mt-4">${say(`privacy-${id}-title`)}</h2><p>${body}</p>
`;
  return html`<div class="reading">
${section("who", say("privacy-who", { town: name }))}
<h2 class="h4 mt-4">${say("privacy-what-title")}</h2>
<ul>
<li>${say("privacy-what-form")}</li>
<li>${say("privacy-what-booking")}</li>
<li>${say("privacy-what-consent")}</li>
<li>${say("privacy-what-telegram")}</li>
</ul>
<p>${say("privacy-what-not")}</p>
${section("why", say("privacy-why"))}
${section("readers", say("privacy-readers", { video }))}
${section("how-long", say("privacy-how-long", { deadline, kept }))}
${section("rights", say("privacy-rights"))}
${section(
  "contact",
  email
    ? html`${say("privacy-contact-mail")} <a href="mailto:${email}">${email}</a>`
    : html`${say("privacy-contact-offices")} <a href="${to(site.paths.home)}">${say("offices-title")}</a>`,
)}
${town?.privacy?.url && html`<p><a href="${town.privacy.url}">${say("privacy-full", { town: name })}</a></p>`}
${town?.privacy && html`<p><small>${say("privacy-version", { version: town.privacy.version })}</small></p>`}
</div>`;
}
