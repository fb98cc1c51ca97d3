import type { Holder } from "@ricevimenti/core";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Site } from "./site.ts";

/** Bytes of a browser's name: nobody guesses another's. */
const BYTES = 16;
const NAME = /^[\w-]{22}$/;
/** Seconds: the browser is known until its requests can no longer be confirmed, and a while longer. */
const KEPT = 86_400;

/** Who fills in the form, as far as the browser has been given a name; null before its first look at the free times. */
export function holderOf(c: Context, site: Site): Holder | null {
  const name = getCookie(c, cookieName(site));
  return name !== undefined && NAME.test(name) ? `web:${name}` : null;
}

/**
 * The browser's holder, named now where it was not. The name is random and says nothing about the person; scripts
 * cannot read it, and other sites' forms do not send it.
 */
export function ensureHolder(c: Context, site: Site): Holder {
  const holder =
    holderOf(c, site) ?? (`web:${Buffer.from(site.random(BYTES)).toString("base64url")}` as const);
  setCookie(c, cookieName(site), holder.slice("web:".length), {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure(site),
    maxAge: KEPT,
  });
  return holder;
}

/** Whether browsers come by https, and cookies may be bound to it. */
export function isSecure({ options }: Site): boolean {
  return options.publicUrl.startsWith("https:");
}

/** Behind https no other host of the town's domain can plant a cookie of this name (RFC 6265bis, section 4.1.3.2). */
function cookieName(site: Site): string {
  return isSecure(site) ? "__Host-ricevimenti" : "ricevimenti";
}
