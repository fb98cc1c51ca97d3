import { type Locale, localeFrom, type Municipality, type Say, texts } from "@ricevimenti/core";
import type { Context } from "hono";
import { type Query, withQuery } from "./paths.ts";
import type { Site } from "./site.ts";

/** One visitor's look at one page: whose town, in which language. */
export interface Visit {
  readonly site: Site;
  /** Null where the database could not tell: the page of an unexpected failure must still be shown. */
  readonly town: Municipality | null;
  readonly locale: Locale;
  readonly say: Say;
  /** The page's own address, without its language. */
  readonly here: { readonly path: string; readonly query: Query };
  /** The address of another page, in this one's language where the browser alone would not choose it. */
  to(path: string, query?: Query, fragment?: string): string;
  /** The same for a page of the same booking, which knows its language by itself. */
  stay(path: string, query?: Query, fragment?: string): string;
}

/**
 * Opens a page. Its language is the one asked for by `?lang=`, else the booking's, else the browser's, else the
 * town's.
 */
export function visitFor(
  c: Context,
  site: Site,
  town: Municipality | null,
  booking?: { readonly locale: Locale },
): Visit {
  const { lang, ...query } = c.req.query();
  const asked = localeFrom(lang ?? "");
  const known = asked ?? booking?.locale;
  const locale = known ?? localeFrom(c.req.header("accept-language") ?? "") ?? town?.locale ?? "it";
  const inLanguage = (kept: boolean): Visit["to"] => {
    const language = kept ? { lang: locale } : {};
    return (path, query = {}, fragment) => withQuery(path, { ...query, ...language }, fragment);
  };
  return {
    site,
    town,
    locale,
    say: texts("web", locale),
    here: { path: ownPath(c, site), query },
    to: inLanguage(known != null),
    stay: inLanguage(asked !== null),
  };
}

/** {@link visitFor} with the town looked up. */
export async function openVisit(c: Context, site: Site): Promise<Visit> {
  return visitFor(c, site, await site.core.municipality());
}

/** The page's path as the browser asked for it, whether or not a proxy has taken our folder off. */
function ownPath(c: Context, { paths: { base } }: Site): string {
  const { path } = c.req;
  return path === base || path.startsWith(`${base}/`) ? path : base + path;
}
