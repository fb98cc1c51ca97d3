import { EMAIL_MAX, NAME_MAX, REASON_MAX } from "@ricevimenti/core";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isSecure } from "../browser-holder.ts";
import type { Site } from "../site.ts";

/** What the citizen has typed so far, as they typed it. */
export interface Draft {
  readonly name: string;
  readonly email: string;
  readonly reason: string;
  /** `OTHER_TOPIC` where the citizen said so; a listed topic is part of the hold. */
  readonly topic: string;
}

const EMPTY: Draft = { name: "", email: "", reason: "", topic: "" };
/** Seconds the citizen's words stay in their own browser, for the way back and for a hold that has lapsed. */
const KEPT = 1_800;
/** Browsers keep cookies of 4,096 bytes, name and attributes included. */
const PIECE = 3_500;
const PIECES = 2;

/**
 * What was typed on earlier steps. It travels in the citizen's own browser and is checked anew when it is sent, so
 * that we keep nothing about a person before they ask for an appointment.
 */
export function readDraft(c: Context, site: Site): Draft {
  const pieces = Array.from({ length: PIECES }, (_, piece) => getCookie(c, cookieName(site, piece)) ?? "");
  try {
    const parts: unknown = JSON.parse(Buffer.from(pieces.join(""), "base64url").toString("utf8"));
    if (!Array.isArray(parts)) return EMPTY;
    const [name = "", email = "", reason = "", topic = ""] = parts.map((part) =>
      typeof part === "string" ? part : "",
    );
    return { name, email, reason, topic };
  } catch {
    return EMPTY;
  }
}

/** Keeps what was typed; of what is longer than any form may be, the beginning. */
export function keepDraft(c: Context, site: Site, { name, email, reason, topic }: Draft): void {
  const parts = [
    name.slice(0, NAME_MAX),
    email.slice(0, EMAIL_MAX),
    reason.slice(0, REASON_MAX),
    topic.slice(0, 50),
  ];
  const text = Buffer.from(JSON.stringify(parts)).toString("base64url");
  for (let piece = 0; piece < PIECES; piece += 1) {
    const value = text.slice(piece * PIECE, (piece + 1) * PIECE);
    if (value === "") deleteCookie(c, cookieName(site, piece), attributes(site));
    else setCookie(c, cookieName(site, piece), value, { ...attributes(site), maxAge: KEPT });
  }
}

/** The request has been sent: the browser need not know it any longer. */
export function forgetDraft(c: Context, site: Site): void {
  for (let piece = 0; piece < PIECES; piece += 1) deleteCookie(c, cookieName(site, piece), attributes(site));
}

function attributes(site: Site) {
  return { path: site.paths.book, httpOnly: true, sameSite: "Lax", secure: isSecure(site) } as const;
}

function cookieName(site: Site, piece: number): string {
  return `${isSecure(site) ? "__Secure-" : ""}ricevimenti-modulo-${piece}`;
}
