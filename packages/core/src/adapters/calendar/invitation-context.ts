import type { Municipality } from "../../domain/municipality.ts";
import type { Office } from "../../domain/office.ts";
import type { Instant } from "../../domain/slot.ts";
import type { BookingLinks } from "../../domain/token.ts";

/** What an invitation needs to know besides the booking. */
export interface InvitationContext {
  readonly office: Office;
  readonly municipality: Municipality;
  /** The office's IANA zone. */
  readonly timezone: string;
  readonly links: BookingLinks;
  readonly now: Instant;
  /** What every link starts with, `PUBLIC_URL` without a trailing slash. Its host ends Message-IDs and calendar UIDs. */
  readonly origin: string;
  /** Sender of every mail; organiser of the appointment when neither office nor municipality has an address. */
  readonly from: { readonly name: string; readonly address: string };
}

/** Host name of the public address: no port, and nothing that a Message-ID or UID could not hold. */
export function hostOf(origin: string): string {
  return new URL(origin).hostname.replace(/[^A-Za-z0-9.-]/g, "-");
}
