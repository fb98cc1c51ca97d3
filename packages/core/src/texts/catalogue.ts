import { readFileSync } from "node:fs";
import type { FluentBundle, FluentVariable } from "@fluent/bundle";
import { LOCALES, type Locale } from "../domain/municipality.ts";

/** The catalogue's parts: `locales/<area>.<locale>.ftl`. `common` belongs to every other. */
export const AREAS = ["common", "mail", "bot", "web", "cli"] as const;
export type Area = (typeof AREAS)[number];

/** The languages an area is written in: whatever a citizen reads in all, the staff's command line in two. */
export function localesOf(area: Area): readonly Locale[] {
  return area === "cli" ? ["it", "en"] : LOCALES;
}

/** Says a message of the catalogue: its id, and a value for each of its variables. */
export type Say = (id: string, args?: Readonly<Record<string, FluentVariable>>) => string;

const bundles = new Map<string, FluentBundle>();

/**
 * The texts of one area in one language, Italian where the area is not written in it. A missing message or variable is
 * a fault of ours and throws: no citizen is shown an id.
 */
export function texts(area: Area, locale: Locale): Say {
  // Read when the first thing is said: a script's answer says nothing.
  let bundle: FluentBundle | null = null;
  return (id, args) => {
    bundle ??= bundleOf(area, localesOf(area).includes(locale) ? locale : "it");
    const pattern = bundle.getMessage(id)?.value;
    if (pattern == null) throw new Error(`no message "${id}" in ${area}.${locale}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, args, errors);
    if (errors[0]) throw new Error(`message "${id}" in ${area}.${locale}`, { cause: errors[0] });
    return text;
  };
}

/**
 * The language to speak to somebody whose wishes are a tag or header such as `de-AT`, `en_US.UTF-8` or
 * `sl;q=0.8,en;q=0.9` (RFC 9110, 12.5.4): of those we speak, the one they like best, of equals the first. Null when
 * there is none.
 */
export function localeFrom(tags: string): Locale | null {
  let best: Locale | null = null;
  let liking = 0;
  for (const tag of tags.toLowerCase().split(",")) {
    const [, language, quality = "1"] = /^\s*([a-z]+)[^;]*(?:;\s*q=([\d.]+))?/.exec(tag) ?? [];
    const locale = LOCALES.find((known) => known === language);
    if (!locale || !(Number(quality) > liking)) continue;
    best = locale;
    liking = Number(quality);
  }
  return best;
}

function bundleOf(area: Area, locale: Locale): FluentBundle {
  const key = `${area}.${locale}`;
  const known = bundles.get(key);
  if (known) return known;
  // Isolation marks around variables would break the links in mails.
  const { FluentBundle, FluentResource } = fluent();
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const part of area === "common" ? [area] : ["common" as const, area]) {
    // An area may say a common sentence in its own way: officials are not spoken to as citizens.
    const errors = bundle.addResource(new FluentResource(readPart(part, locale)), { allowOverrides: true });
    if (errors[0]) throw new Error(`catalogue ${part}.${locale}`, { cause: errors[0] });
  }
  bundles.set(key, bundle);
  return bundle;
}

/** The library, too, is loaded when the first thing is said. */
function fluent(): typeof import("@fluent/bundle") {
  return process.getBuiltinModule("node:module").createRequire(import.meta.url)("@fluent/bundle");
}

function readPart(area: Area, locale: Locale): string {
  return readFileSync(new URL(`../../locales/${area}.${locale}.ftl`, import.meta.url), "utf8");
}
