import type { Office } from "@ricevimenti/core";
import { html } from "hono/html";
import { loadAssets } from "../assets.ts";
import type { Html } from "../layout.ts";
import type { Visit } from "../visit.ts";

/** The field the work is handed in by. */
export const WORK = "prova";

/**
 * The work a browser has to do before the form is sent, which a script does while the visitor looks at the page; and
 * for browsers without scripts the other ways to the same office.
 */
export function challengeBox({ say, site }: Visit, office: Office, challenge: string): Html {
  const worker = site.paths.asset(loadAssets().hashed("challenge-worker.js"));
  return html`<div class="mb-4" data-challenge="${challenge}" data-worker="${worker}" data-wait="${say("challenge-wait")}" data-failed="${say("challenge-failed")}">
<input type="hidden" name="${WORK}" value="">
<p class="mb-0" role="status"></p>
<noscript><div class="alert alert-warning reading"><p>${say("challenge-no-script")}</p>${otherWays(say, site.paths.bot(office.id), office)}</div></noscript>
</div>`;
}

/** How to book without this form. */
function otherWays(say: Visit["say"], bot: string | null, { phone, email }: Office): Html {
  return html`<ul class="mb-0">${
    phone !== undefined &&
    html`<li><a href="tel:${phone.replaceAll(/[^+\d]/g, "")}">${say("challenge-phone", { phone })}</a></li>`
  }${email !== undefined && html`<li><a href="mailto:${email}">${say("challenge-mail", { email })}</a></li>`}${
    bot !== null && html`<li><a href="${bot}" rel="noreferrer">${say("challenge-bot")}</a></li>`
  }<li>${say("challenge-later")}</li></ul>`;
}
