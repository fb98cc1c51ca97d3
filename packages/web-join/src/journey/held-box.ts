import { duration, languageTag, MINUTE, slotLine, timeOf } from "@ricevimenti/core";
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import { icon } from "../parts/icon.ts";
import { TRAP } from "../parts/trap.ts";
import { DEFAULT_BUTTON } from "./form-actions.ts";
import type { HeldVisit } from "./held-visit.ts";

/** What has been chosen, and how long it is kept: beside the form, or above it on a phone. */
export function heldBox(visit: HeldVisit): Html {
  const { say, office, booking, locale, timezone, heldUntil, now } = visit;
  const left = Math.max(0, (heldUntil ?? now) - now);
  const minutes = Math.ceil(left / MINUTE);
  const until = timeOf(heldUntil ?? now, locale, timezone);
  return html`<aside class="held-box mb-4" aria-label="${say("held-title")}">
<p class="mb-1"><strong>${office.name}</strong><br>${slotLine(booking, locale, timezone)}</p>
<p class="mb-1" data-held-for="${left}" data-language="${languageTag(locale)}" data-over="${say("held-over")}" data-last="${say("held-last")}">${icon("clock", "me-1")}${
    heldUntil === null
      ? say("held-over")
      : html`${say("held-until", { until })} <span class="text-nowrap">(<span data-left>${duration(minutes, locale)}</span>)</span>`
  }</p>
<p class="visually-hidden" aria-live="polite" data-lead="${say("held-lead")}"></p>
<button type="submit" name="vai" value="tempo" class="btn btn-link p-0">${say("button-longer")}</button>
</aside>`;
}

/** A step's form in two columns, with the box at its side. */
export function heldForm(visit: HeldVisit, action: string, fields: Html): Html {
  return html`<form id="passo" method="post" action="${action}" novalidate>
${DEFAULT_BUTTON}${TRAP}
<div class="row"><div class="col-12 col-lg-4 order-lg-2">${heldBox(visit)}</div>
<div class="col-12 col-lg-8 order-lg-1">${fields}</div></div>
</form>`;
}
