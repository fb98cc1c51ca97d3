import { type Locale, localeFrom, type Municipality, type Say, spoken, texts } from "@ricevimenti/core";
import type { Context } from "hono";
import type { Site } from "./site.ts";

/** One visitor's look at one page: whose town, in which language. */
export interface Visit {
  readonly site: Site;
  /** Null where the database could not tell: the page of an unexpected failure must still be shown. */
  readonly town: Municipality | null;
  /** A language that is spoken, see `spoken`. */
  readonly locale: Locale;
  readonly say: Say;
  /** `?lang=it` where the language did not come from the browser, so that the next page keeps it; else empty. */
  readonly keepLanguage: string;
}

/**
 * Opens a page. Its language is the booking's, else the one asked for by `?lang=`, else the browser's, else the
 * town's.
 */
export function visitFor(
  c: Context,
  site: Site,
  town: Municipality | null,
  booking?: { locale: Locale },
): Visit {
  const asked = booking?.locale ?? localeFrom(c.req.query("lang") ?? "");
  const locale = spoken(asked ?? localeFrom(c.req.header("accept-language") ?? "") ?? town?.locale ?? "it");
  return { site, town, locale, say: texts("web", locale), keepLanguage: asked ? `?lang=${locale}` : "" };
}

/** {@link visitFor} with the town looked up. */
export async function openVisit(c: Context, site: Site): Promise<Visit> {
  return visitFor(c, site, await site.core.municipality());
}

/** The language as `Intl` wants it: English as Europe writes it. */
export function languageTag(locale: Locale): string {
  return locale === "en" ? "en-GB" : locale;
}
