import type { OfficeSummary } from "@ricevimenti/core";
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Query } from "../paths.ts";
import type { Visit } from "../visit.ts";
import { icon } from "./icon.ts";

/** Offices that can be looked through without a search. */
const FEW = 6;

export function isMany(offices: readonly OfficeSummary[]): boolean {
  return offices.length > FEW;
}

/** Offices whose name, unit or topics hold every word that was asked for, whatever its case and accents. */
export function matching(offices: readonly OfficeSummary[], asked: string): readonly OfficeSummary[] {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  return offices.filter(({ office: { name, unit = "", services = [] } }) => {
    const text = plain([name, unit, ...services.map((service) => service.name)].join(" "));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/**
 * @param keep what the page's address says besides
 */
export function searchBox(
  { say, stay, locale }: Visit,
  action: string,
  asked: string,
  keep: Query = {},
): Html {
  const hidden = Object.entries({ ...keep, ...(stay("") !== "" && { lang: locale }) });
  return html`<form method="get" action="${action}" role="search" class="search-box mb-4">
${hidden.map(([name, value]) => value != null && html`<input type="hidden" name="${name}" value="${value}">`)}
<label class="form-label" for="cerca">${say("search-label")}</label>
<div class="d-flex gap-2"><input type="search" class="form-control" id="cerca" name="cerca" value="${asked}" maxlength="100">
<button type="submit" class="btn btn-primary">${icon("search", "me-1")}${say("search-button")}</button></div>
</form>
${asked !== "" && html`<p role="status"><a href="${stay(action, keep)}">${say("search-all")}</a></p>`}`;
}
