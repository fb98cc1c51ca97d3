import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Clients } from "./client-address.ts";
import type { WebOptions } from "./options.ts";
import { PRIVATE_FOLDERS, pathsFor } from "./paths.ts";

const YEAR_SECONDS = 31_536_000;

/** What a browser may do with our pages: nothing but show them and send their forms to us or to the video server. */
export function safeHeaders({ publicUrl, videoOrigin }: WebOptions): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      fontSrc: ["'self'"],
      // Bootstrap Italia's style sheet holds its pictures as data.
      imgSrc: ["'self'", "data:"],
      // "ENTRA NELLA STANZA" is redirected there, and browsers hold redirects of a form to this rule too.
      formAction: ["'self'", new URL(videoOrigin).origin],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    xFrameOptions: "DENY",
    // The address of a page is the key to a booking.
    referrerPolicy: "no-referrer",
    strictTransportSecurity: strictTransport(publicUrl) ?? false,
  });
}

/** Browsers that came by https stay with it, on this host only: the town's other ones are not ours to bind. */
function strictTransport(publicUrl: string): string | undefined {
  return publicUrl.startsWith("https:") ? `max-age=${YEAR_SECONDS}` : undefined;
}

/** What a browser may do with data: read it from any page, and never take it for a page. */
export function dataHeaders({ publicUrl }: WebOptions): Record<string, string> {
  const transport = strictTransport(publicUrl);
  return {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    ...(transport !== undefined && { "Strict-Transport-Security": transport }),
  };
}

/** Pages of one booking or visitor are kept by no cache and found by no search. */
export function privatePages({ publicUrl }: WebOptions): MiddlewareHandler {
  const { base } = pathsFor(publicUrl);
  const folders = PRIVATE_FOLDERS.flatMap((folder) => [folder, base + folder]);
  return async function privatePages(c, next) {
    await next();
    if (!folders.some((folder) => c.req.path.startsWith(folder))) return;
    c.res.headers.set("Cache-Control", "no-store");
    c.res.headers.set("X-Robots-Tag", "noindex, nofollow");
  };
}

/**
 * Whether a press comes from one of our own pages. What authorises it is the token in the address, which no other
 * site knows; this is the second lock, against pages that were handed a link.
 *
 * Browsers say whether the page was ours by `Sec-Fetch-Site`; those from before 2023 by `Origin`. The latter is
 * `null` because our pages send no referrer, and such a browser cannot tell us more. Programs send neither.
 */
export function isFromOurPages(c: Context, publicUrl: string, clients: Clients): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = c.req.header("origin");
  return (
    origin === undefined ||
    origin === "null" ||
    origin === new URL(publicUrl).origin ||
    origin === askedOrigin(c, clients.comesByProxy(c))
  );
}

/** The origin the visitor's browser sees: people may come by another name of the same server than the public one. */
function askedOrigin(c: Context, trustProxy: boolean): string {
  const { protocol, host } = new URL(c.req.url);
  const first = (name: string) => (trustProxy ? c.req.header(name)?.split(",")[0]?.trim() : undefined);
  return `${first("x-forwarded-proto") ?? protocol.slice(0, -1)}://${first("x-forwarded-host") ?? host}`;
}
