import type { Booking } from "../../../packages/core/src/domain/booking.ts";
import type { BookingEvent } from "../../../packages/core/src/domain/event.ts";
import type { OutgoingMessage } from "../../../packages/core/src/domain/message.ts";
import { CELL, MINUTE } from "../../../packages/core/src/domain/slot.ts";
import type { DeskClaim, Store } from "../../../packages/core/src/ports.ts";

/** Monday at ten, in Rome. */
export const TEN = Date.parse("2026-12-14T10:00+01:00");
/** When the tests happen: a week before. */
export const NOW = Date.parse("2026-12-07T09:00+01:00");

export const cell = (instant: number) => instant / CELL;

/** A confirmed quarter of an hour at ten. */
export function booking(with_: Partial<Booking> = {}): Booking {
  const start = with_.start ?? TEN;
  return {
    code: "K7P-4QX",
    office: "tributi-imu",
    service: null,
    mode: "in_person",
    start,
    end: start + 15 * MINUTE,
    desk: 1,
    state: "confirmed",
    expires: null,
    version: 1,
    holder: "web:3f9a",
    locale: "it",
    name: "Mario Rossi",
    email: "mario.rossi@example.org",
    reason: "Chiarimenti sul saldo",
    consent: { version: "1", at: NOW },
    created: NOW,
    updated: NOW,
    ...with_,
  };
}

/** A slot held until ten minutes from now, by somebody of whom nothing is known yet. */
export function heldBooking(with_: Partial<Booking> = {}): Booking {
  const nobody = { name: null, email: null, reason: null, consent: null };
  return booking({ state: "held", expires: NOW + 10 * MINUTE, ...nobody, ...with_ });
}

/** The claim of {@link booking}. */
export function claim(with_: Partial<DeskClaim> = {}): DeskClaim {
  const start = with_.start ?? TEN;
  return {
    booking: "K7P-4QX",
    office: "tributi-imu",
    desk: 1,
    start,
    end: start + 15 * MINUTE,
    expires: null,
    ...with_,
  };
}

/** What the log says of {@link booking}. */
export function event(
  of: Booking = booking(),
  with_: Partial<Omit<BookingEvent, "seq">> = {},
): Omit<BookingEvent, "seq"> {
  const { code, office, state, mode, start, end, desk, version } = of;
  const stands = { office, state, mode, start, end, desk, version };
  return { booking: code, at: NOW, kind: "confirmed", actor: "citizen", ...stands, ...with_ };
}

export function message(with_: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    key: "K7P-4QX/invitation/1/mail",
    booking: "K7P-4QX",
    version: 1,
    kind: "invitation",
    channel: "mail",
    due: NOW,
    until: TEN,
    ...with_,
  };
}

/** Stores bookings, each with its claims and its event, as the use cases would. */
export async function keep(store: Store, ...bookings: readonly Booking[]): Promise<void> {
  await store.write(async (records) => {
    for (const one of bookings) {
      if (!(await records.bookings.add(one))) throw new Error(`${one.code} is there already`);
      const { code, office, desk, start, end, expires } = one;
      const claimed = await records.claims.claim({ booking: code, office, desk, start, end, expires }, NOW);
      if (!claimed) throw new Error(`${one.code} found its desk taken`);
      await records.events.append(event(one));
    }
  });
}
