import type { Booking, BookingState } from "./booking.ts";
import type { BookingEvent } from "./event.ts";
import type { OutboxEntry, OutgoingMessage } from "./message.ts";
import {
  announcementNotices,
  cancellationNotices,
  confirmationNotices,
  expiryNotices,
  isStillWanted,
  moveNotices,
  reofferNotices,
  requestNotices,
} from "./notices.ts";
import type { Policy } from "./policy.ts";
import type { Instant } from "./slot.ts";

/**
 * Every message that what happened to a booking since an instant must have caused. Reminders are among them only for
 * the booking as it is now: which ones there are is the town's rule of today.
 *
 * @param events lawful ones (see `replay`), by `seq`
 * @param since older events are passed over: the rule on keeping data has taken their messages away
 */
export function owedNotices(
  booking: Booking,
  events: readonly BookingEvent[],
  policy: Policy,
  since: Instant,
): OutgoingMessage[] {
  const owed: OutgoingMessage[] = [];
  let was: BookingState | null = null;
  for (const event of events) {
    if (event.at > since) owed.push(...causedBy(event, was, booking, policy));
    was = event.state;
  }
  return owed.filter(({ kind, version }) => kind !== "reminder" || version === booking.version);
}

function causedBy(
  { kind, at, actor, state, mode, start, end, desk, version }: BookingEvent,
  was: BookingState | null,
  now: Booking,
  policy: Policy,
): OutgoingMessage[] {
  const booking: Booking = { ...now, state, mode, start, end, desk, version };
  switch (kind) {
    case "requested":
    case "corrected":
      return requestNotices(booking, at);
    case "confirmed":
      return confirmationNotices(booking, policy, at);
    case "moved":
      return moveNotices(booking, policy, at);
    case "reoffered":
      return reofferNotices(booking, at);
    case "coming":
    case "late":
      return announcementNotices(booking, kind, at);
    case "cancelled":
      return cancellationNotices(booking, was === "confirmed", actor, at);
    case "expired":
      return was === "pending" ? expiryNotices(booking, at) : [];
    case "held":
    case "released":
    case "attended":
    case "no_show":
      return [];
    default:
      return kind satisfies never;
  }
}

/**
 * Whether what became of a message is as it should be: it was sent, or waits, or was given up (of which the doctor
 * speaks apart), or there was a reason to drop it.
 *
 * @param before messages settled later may be about a booking that has changed since it was read
 */
export function isSettledRightly(
  message: OutboxEntry | undefined,
  booking: Booking,
  before: Instant,
): boolean {
  if (!message) return false;
  if (message.state !== "dropped" || message.settled === null || message.settled >= before) return true;
  return !isStillWanted(message, booking, message.settled);
}
