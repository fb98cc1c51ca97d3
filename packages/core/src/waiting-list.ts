import type { BookingForm } from "./core.ts";
import type { Booking, Holder } from "./domain/booking.ts";
import type { Locale } from "./domain/municipality.ts";
import type { Outcome } from "./domain/refusal.ts";
import type { WaitingEntry } from "./domain/waiting.ts";
import type { Wish, WishChoice } from "./domain/wish.ts";

/** Who waits for a time, and what becomes of it; part of {@link Core}. */
export interface WaitingList {
  /** What can be wished of an office, whatever is free. Refuses with `office_unknown`, `service_unknown`. Changes nothing. */
  choices(
    wanted: Pick<WaitingEntry, "office" | "service">,
  ): Promise<Outcome<{ readonly choice: WishChoice }>>;
  /** The same, and what follows of what was picked. Refuses with `office_unknown`, `service_unknown`. Changes nothing. */
  consider(input: WishInput): Promise<Outcome<{ readonly choice: WishChoice; readonly wish: Wish }>>;
  /** "Avvisami se si libera un posto". With a form by mail, which has to be proven first; without one in the chat. */
  join(input: JoinInput): Promise<Outcome<{ readonly entry: WaitingEntry; readonly already: boolean }>>;
  /** The mail's button: the address is theirs. */
  prove(code: string): Promise<Outcome<{ readonly entry: WaitingEntry; readonly already: boolean }>>;
  /**
   * Another wish, in the same place of the order; an address has to be proven. Refuses with `link_outdated` when they are
   * no longer on the list, `wrong_state`, `office_unknown`, `service_unknown`. Twice is harmless.
   */
  change(input: {
    readonly code: string;
    readonly wish: Wish;
  }): Promise<Outcome<{ readonly entry: WaitingEntry }>>;
  /** Leaves the list; nothing to leave is fine. `holder`: only if it is theirs. */
  leave(input: { readonly code: string; readonly holder?: Holder }): Promise<void>;
  /** What one chat or browser, or one address, waits for. */
  of(who: { readonly holder?: Holder; readonly email?: string }): Promise<readonly WaitingEntry[]>;
  /** Takes one person off every list: for erasure. */
  forget(who: { readonly holder?: Holder; readonly email?: string }): Promise<void>;
  /** Whose link this is. Refuses with `link_invalid`, and `link_outdated` when they are no longer on the list. Changes nothing. */
  follow(token: string): Promise<Outcome<WaitingStanding>>;
  /** The same, by the code of the time that is being offered; null when the offer is over. */
  offered(code: string): Promise<WaitingStanding | null>;
  /** The link of an entry, absolute. */
  linkOf(entry: Pick<WaitingEntry, "code">): string;
  /** Takes an offer. Refuses with `hold_expired` when it is over, `limit_office`, `limit_total`. */
  take(input: TakeInput): Promise<Outcome<{ readonly booking: Booking }>>;
  /** "No, grazie": it goes to the next. */
  decline(input: { readonly code: string; readonly holder?: Holder }): Promise<void>;
}

/** Where somebody on the list stands. */
export interface WaitingStanding {
  readonly entry: WaitingEntry;
  /** What is being offered, and held for them. */
  readonly offer: Booking | null;
  /** Their own appointment with the same office and topic, that could be moved there. */
  readonly own: Booking | null;
}

export interface WishInput {
  readonly office: string;
  readonly service?: string;
  readonly picked: WishChoice;
  /** The code of a booking that is to be moved: its time counts as one that is free. */
  readonly moving?: string;
}

export interface JoinInput {
  readonly office: string;
  readonly service?: string;
  readonly wish: Wish;
  readonly holder: Holder;
  readonly locale: Locale;
  readonly form?: BookingForm;
}

export interface TakeInput {
  /** Of the time that is offered. */
  readonly code: string;
  /** The chat that answers; absent when the entry's link shows that it is theirs. */
  readonly holder?: Holder;
  /** The later appointment to be given for it. */
  readonly replacing?: { readonly code: string; readonly version: number };
}
