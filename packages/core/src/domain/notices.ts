import { type Booking, telegramChat } from "./booking.ts";
import type { Actor, Announcement } from "./event.ts";
import type { Channel, OutgoingMessage } from "./message.ts";
import type { Policy } from "./policy.ts";
import { type Instant, MINUTE } from "./slot.ts";
import type { WaitingEntry } from "./waiting.ts";

/** What a request causes to be said: the mail that asks to confirm, worth reading until the deadline. */
export function requestNotices(booking: Booking, now: Instant): OutgoingMessage[] {
  return [message(booking, "verification", "mail", now, { until: booking.expires })];
}

/** The verification mail for the n-th time, under a Message-ID of its own: it is meant to arrive again. */
export function repeatedRequestNotice(booking: Booking, nth: number, now: Instant): OutgoingMessage {
  return message(booking, "verification", "mail", now, { until: booking.expires, detail: `again-${nth}` });
}

/** What a confirmation causes to be said: the invitation, the office's notice, the reminders still to come. */
export function confirmationNotices(booking: Booking, policy: Policy, now: Instant): OutgoingMessage[] {
  return [
    ...toCitizen(booking, "invitation", now, { until: booking.end }),
    message(booking, "office_booked", "mail", now, { until: booking.end }),
    ...reminders(booking, policy, now),
  ];
}

/** What a move causes to be said. Messages of the version before it are dropped when their time comes. */
export function moveNotices(booking: Booking, policy: Policy, now: Instant): OutgoingMessage[] {
  if (booking.state === "pending") return requestNotices(booking, now);
  return [
    ...toCitizen(booking, "moved", now, { until: booking.end }),
    message(booking, "office_moved", "mail", now, { until: booking.end }),
    ...reminders(booking, policy, now),
  ];
}

/**
 * What a cancellation causes to be said. A citizen who has just pressed the button is told by mail only; the office
 * hears of bookings it had been told about.
 */
export function cancellationNotices(
  booking: Booking,
  wasConfirmed: boolean,
  actor: Actor,
  now: Instant,
): OutgoingMessage[] {
  const notices =
    actor === "citizen" ? [message(booking, "cancelled", "mail", now)] : toCitizen(booking, "cancelled", now);
  return wasConfirmed ? [...notices, message(booking, "office_cancelled", "mail", now)] : notices;
}

/**
 * What it causes to be said that an appointment cannot be kept at its time and others are offered. Reminders of the
 * version before it are dropped when their time comes: nobody is reminded of what will not take place.
 */
export function reofferNotices(booking: Booking, now: Instant): OutgoingMessage[] {
  return toCitizen(booking, "reoffered", now, { until: booking.expires ?? booking.start });
}

/** What an announcement causes to be said: that somebody is coming stands in the agenda, that they will be late may not wait. */
export function announcementNotices(booking: Booking, what: Announcement, now: Instant): OutgoingMessage[] {
  return what === "late" ? [message(booking, "office_late", "mail", now, { until: booking.end })] : [];
}

/** What an offer of the waiting list causes to be said: where they joined it, as long as it is held for them. */
export function offerNotices(offer: Booking, { contact }: WaitingEntry, now: Instant): OutgoingMessage[] {
  const channel = contact ? "mail" : "telegram";
  return [message(offer, "waiting_offer", channel, now, { until: offer.expires })];
}

/** The mail that asks whether the address on a waiting list is theirs, or says what they wait for already. */
export function proofNotice({ code, asked, until }: WaitingEntry, now: Instant): OutgoingMessage {
  const kind = "waiting_proof";
  const key = [code, asked, kind, "mail"].join(".");
  return { key, booking: code, version: asked, kind, channel: "mail", due: now, until };
}

/** Only who had sent the request hears that it lapsed; a slot that was merely held leaves silently. */
export function expiryNotices(booking: Booking, now: Instant): OutgoingMessage[] {
  return booking.email === null ? [] : toCitizen(booking, "expired", now);
}

/**
 * Whether a message is still worth delivering: its booking is there, has not moved on since, and its time is not past.
 */
export function isStillWanted(
  notice: Pick<OutgoingMessage, "kind" | "version" | "until">,
  booking: Booking | null,
  now: Instant,
): booking is Booking {
  if (!booking || booking.version !== notice.version || (notice.until !== null && notice.until <= now))
    return false;
  switch (notice.kind) {
    case "verification":
      return booking.state === "pending";
    case "expired":
      return booking.state === "expired";
    case "cancelled":
    case "office_cancelled":
      return booking.state === "cancelled";
    case "invitation":
    case "reminder":
    case "moved":
    case "office_booked":
    case "office_moved":
    case "office_late":
      return booking.state === "confirmed";
    case "reoffered":
      return booking.state === "confirmed" || booking.state === "pending";
    case "waiting_offer":
      return booking.state === "held";
    case "waiting_proof":
    case "digest":
      // It is not about a booking at all.
      return false;
    default:
      return notice.kind satisfies never;
  }
}

function reminders(booking: Booking, policy: Policy, now: Instant): OutgoingMessage[] {
  return policy.reminder_minutes
    .filter((minutes) => booking.start - minutes * MINUTE > now)
    .flatMap((minutes) =>
      toCitizen(booking, "reminder", booking.start - minutes * MINUTE, {
        until: booking.start,
        detail: `${minutes}`,
      }),
    );
}

function toCitizen(
  booking: Booking,
  kind: OutgoingMessage["kind"],
  due: Instant,
  more: { until?: Instant | null; detail?: string } = {},
): OutgoingMessage[] {
  const mail = message(booking, kind, "mail", due, more);
  return telegramChat(booking) === null ? [mail] : [mail, message(booking, kind, "telegram", due, more)];
}

function message(
  booking: Booking,
  kind: OutgoingMessage["kind"],
  channel: Channel,
  due: Instant,
  { until = null, detail }: { until?: Instant | null; detail?: string } = {},
): OutgoingMessage {
  const key = [booking.code, booking.version, kind, ...(detail ? [detail] : []), channel].join(".");
  return { key, booking: booking.code, version: booking.version, kind, channel, due, until };
}
