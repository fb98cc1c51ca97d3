import type { Booking } from "./booking.ts";
import { parseCode } from "./code.ts";

/** What a link is for; a token for one purpose opens no other. */
export const LINK_PURPOSES = ["confirm", "manage", "join", "calendar"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** A booking's links, absolute. */
export type BookingLinks = Readonly<Record<LinkPurpose, string>>;

export type TokenSubject = Pick<Booking, "code" | "version">;

/** Derives bytes from the town's secret: the same for the same purpose and data, unguessable for anybody else. */
export type Derive = (purpose: string, data: string) => Uint8Array;

/**
 * HMAC-SHA256 under the town's secret (RFC 2104). Purpose and data are kept apart, so that no two pairs meet.
 *
 * @param secret at least 32 bytes, from outside the database
 */
export function deriveWith(secret: string | Uint8Array): Derive {
  return (purpose, data) =>
    crypto().createHmac("sha256", secret).update(`ricevimenti/1\n${purpose}\n${data}`).digest();
}

/** Loaded when something is derived: it takes longer than most commands' whole work, and they derive nothing. */
const crypto = () => process.getBuiltinModule("node:crypto");

/** Whether a token's part is what was derived, told in constant time. */
export function isDerived(given: string, expected: Uint8Array): boolean {
  const bytes = Buffer.from(given, "base64url");
  return bytes.length === expected.length && crypto().timingSafeEqual(bytes, expected);
}

/** 144 of the HMAC's bits, more than the 128 of invariant 6, as 24 letters. */
const MAC_BYTES = 18;
const TOKEN = /^([0-9A-Z]{6})-([1-9][0-9]{0,5})-([\w-]{24})$/;

/**
 * The token of one link, derived and never stored: booking, version, and an HMAC over purpose, booking and version.
 * At most 38 of `A-Za-z0-9_-`, so that it also fits a Telegram deep link.
 */
export function tokenFor(derive: Derive, purpose: LinkPurpose, subject: TokenSubject): string {
  return tokenOf(derive, purpose, subject);
}

function tokenOf(derive: Derive, purpose: LinkPurpose | EntryPurpose, subject: TokenSubject): string {
  const code = subject.code.replace("-", "");
  return `${code}-${subject.version}-${mac(derive, purpose, subject).toString("base64url")}`;
}

/** Which booking and version a token was made for; null when it is not ours or was made for another purpose. */
export function readToken(derive: Derive, purpose: LinkPurpose, token: string): TokenSubject | null {
  return readTokenOf(derive, purpose, token);
}

function readTokenOf(
  derive: Derive,
  purpose: LinkPurpose | EntryPurpose,
  token: string,
): TokenSubject | null {
  const [, letters = "", version = "", given = ""] = TOKEN.exec(token) ?? [];
  const code = parseCode(letters);
  if (code === null) return null;
  const subject = { code, version: Number(version) };
  return isDerived(given, mac(derive, purpose, subject)) ? subject : null;
}

/** What links of its own an entry of the waiting list has. */
export type EntryPurpose = "waiting";

/** The token of a link to something that has a code and no versions. */
export function codeToken(derive: Derive, purpose: EntryPurpose, code: string): string {
  return tokenOf(derive, purpose, { code, version: 1 });
}

/** Which code a {@link codeToken} was made for; null when it is not ours or was made for another purpose. */
export function readCode(derive: Derive, purpose: EntryPurpose, token: string): string | null {
  return readTokenOf(derive, purpose, token)?.code ?? null;
}

/** Tells one secret from another and gives none away: it may stand beside what the secret protects. */
export function fingerprintOf(derive: Derive): string {
  return Buffer.from(derive("fingerprint", "").subarray(0, MAC_BYTES)).toString("hex");
}

function mac(derive: Derive, purpose: LinkPurpose | EntryPurpose, { code, version }: TokenSubject): Buffer {
  return Buffer.from(derive(`link/${purpose}`, `${code}/${version}`).subarray(0, MAC_BYTES));
}
