import { LOCALES, type Locale } from "@ricevimenti/core";
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import { icon } from "../parts/icon.ts";
import { withQuery } from "../paths.ts";
import type { Visit } from "../visit.ts";

/** Each language's name in itself: who looks for it need not read any other. */
const NAMES: Record<Locale, string> = {
  it: "Italiano",
  en: "English",
  de: "Deutsch",
  fr: "Français",
  sl: "Slovenščina",
};

/** The same page in the other languages, folded away; opens without a script. */
export function languageSwitch({ locale, say, here }: Visit): Html {
  return html`<details class="language-switch"><summary><span class="visually-hidden">${say("language")}: </span><span>${NAMES[locale]}</span>${icon("down")}</summary>
<ul class="list-unstyled mb-0">${LOCALES.map(
    (other) =>
      html`<li><a href="${withQuery(here.path, { ...here.query, lang: other })}" lang="${other}" hreflang="${other}"${
        other === locale && html` aria-current="true"`
      }>${NAMES[other]}</a></li>
`,
  )}</ul></details>`;
}

/** What search engines are told about the page's other languages. */
export function alternates({ here, site }: Visit): Html {
  const origin = new URL(site.options.publicUrl).origin;
  const address = (query: Readonly<Record<string, string>>) =>
    origin + withQuery(here.path, { ...here.query, ...query });
  return html`${LOCALES.map(
    (locale) => html`<link rel="alternate" hreflang="${locale}" href="${address({ lang: locale })}">
`,
  )}<link rel="alternate" hreflang="x-default" href="${address({})}">`;
}
