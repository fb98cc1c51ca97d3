import type { Booking, Consent, Holder } from "./booking.ts";
import { emailKey } from "./form.ts";
import type { Locale } from "./municipality.ts";
import type { Instant } from "./slot.ts";
import type { Wish } from "./wish.ts";

/** Somebody who wants to hear when a time comes free. */
export interface WaitingEntry {
  /** A code like a booking's; the links to the entry are made from it. */
  readonly code: string;
  readonly office: string;
  readonly service: string | null;
  readonly wish: Wish;
  /** Whose booking it will be. */
  readonly holder: Holder;
  readonly locale: Locale;
  /** What a booking needs, of whoever is told by mail; null for a chat, which asks for it when a time is taken. */
  readonly contact: Contact | null;
  /** That the address is theirs has been shown; always true of a chat. Nothing is offered before. */
  readonly proven: boolean;
  /** Mails that asked for the proof. */
  readonly asked: number;
  readonly joined: Instant;
  /** When the entry is forgotten. */
  readonly until: Instant;
}

export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly reason: string;
  readonly consent: Consent;
}

/** One entry for each of these and office: a chat, or an address. */
export function personOf({ holder, contact }: Pick<WaitingEntry, "holder" | "contact">): string {
  return contact ? `email:${emailKey(contact.email)}` : holder;
}

/** Who holds a time while it is offered to somebody on the list: not yet themselves. */
export function offerHolder(entry: Pick<WaitingEntry, "code">): Holder {
  return `waiting:${entry.code}`;
}

/** The entry a held time is offered to; null when it is nobody's offer. */
export function entryOf({ holder }: Pick<Booking, "holder">): string | null {
  return holder?.startsWith("waiting:") ? holder.slice("waiting:".length) : null;
}
