import { stateAt } from "../domain/booking.ts";
import type { BookingEvent } from "../domain/event.ts";
import { bookingLinks, waitingLink } from "../domain/links.ts";
import { isWaitingKind, type OutboxEntry } from "../domain/message.ts";
import { isStillWanted } from "../domain/notices.ts";
import {
  type Courier,
  DeliveryError,
  type DigestNotice,
  type Notice,
  type Settlement,
  type WaitingNotice,
} from "../ports.ts";
import { alternativesTo } from "./alternatives.ts";
import type { Deps } from "./deps.ts";
import { roomLink } from "./enter-room.ts";
import { officeAppointments } from "./office-appointments.ts";
import { daySpan } from "./prepare-digests.ts";
import { bookedOffice } from "./town.ts";
import { standingOf, standingOfOffer } from "./waiting-list.ts";

const SECOND = 1000;
/** How long a worker may take with a message before another may think it dead: longer than any delivery takes. */
const LEASE = 120 * SECOND;
/**
 * Messages delivered side by side, so that one slow recipient does not hold up the others; few enough that none waits
 * behind so many slow ones that its lease runs out.
 */
const SIDE_BY_SIDE = 6;
/** Pauses double from half a minute to an hour: 24 tries take about seventeen hours, longer than a mail server's bad night. */
const FIRST_PAUSE = 30 * SECOND;
const LONGEST_PAUSE = 3600 * SECOND;
const MAX_ATTEMPTS = 24;
/** Tries for which a far end's own word on when to come again is all that counts; not less than a second. */
const TRUSTING_ATTEMPTS = 3;

/** How many messages a round brought to which end. */
export type Round = Record<"delivered" | "dropped" | "postponed" | "failed", number>;

/**
 * Delivers what is due over the couriers there are: at least once after any crash, and under a key by which the far
 * end can tell a repetition (invariant 4). Any number of workers may run: each message is leased by one of them.
 *
 * @param ending once aborted, what is under way is finished and nothing more begun
 */
export async function deliverDue(
  deps: Deps,
  couriers: readonly Courier[],
  ending?: AbortSignal,
): Promise<Round> {
  const round: Round = { delivered: 0, dropped: 0, postponed: 0, failed: 0 };
  const underWay = new Set<Promise<void>>();
  let fault: { readonly cause: unknown } | null = null;
  for (;;) {
    // Not one at a time: each lease is a transaction of its own.
    const isRoomy = underWay.size <= SIDE_BY_SIDE / 2;
    const goesOn = !fault && !ending?.aborted;
    const entries = isRoomy && goesOn ? await leaseDue(deps, couriers, SIDE_BY_SIDE - underWay.size) : [];
    for (const entry of entries) {
      const delivery = handle(deps, couriers, entry)
        .then(
          (end) => void round[end]++,
          // The others are finished first: nobody may close the database under them.
          (cause: unknown) => {
            fault ??= { cause };
          },
        )
        .finally(() => underWay.delete(delivery));
      underWay.add(delivery);
    }
    if (entries.length > 0) continue;
    if (underWay.size > 0) await Promise.race(underWay);
    else if (fault) throw (fault as { readonly cause: unknown }).cause;
    else return round;
  }
}

async function leaseDue(
  { store, clock }: Deps,
  couriers: readonly Courier[],
  limit: number,
): Promise<readonly OutboxEntry[]> {
  const channels = couriers.map(({ channel }) => channel);
  const now = clock.now();
  // A look before the lease: on SQLite an idle worker writes nothing.
  const due = await store.read.outbox.nextDue(channels);
  if (due === null || due > now) return [];
  return store.write((records) => records.outbox.lease(now, now + LEASE, limit, channels));
}

async function handle(deps: Deps, couriers: readonly Courier[], entry: OutboxEntry): Promise<keyof Round> {
  const about = { kind: entry.kind, channel: entry.channel, booking: entry.booking, attempt: entry.attempts };
  const settle = (result: Settlement) => deps.store.write((records) => records.outbox.settle(entry, result));
  try {
    const courier = couriers.find(({ channel }) => channel === entry.channel);
    const delivery = courier && (await deliveryBy(deps, courier, entry));
    if (!delivery) {
      await settle({ state: "dropped", at: deps.clock.now() });
      deps.log.info("message_dropped", about);
      return "dropped";
    }
    // This process has been asleep for longer than its lease: the message is another's by now.
    if (deps.clock.now() >= entry.next) {
      deps.log.warn("message_lease_over", about);
      return "postponed";
    }
    await delivery();
  } catch (cause) {
    const now = deps.clock.now();
    const error = cause instanceof Error ? cause.message : String(cause);
    const pause = pauseAfter(entry.attempts, cause);
    if (pause === null) {
      await settle({ state: "failed", at: now, error });
      // Somebody is waiting for this message and will not get it: the technician must hear of it.
      deps.log.error("message_given_up", { ...about, error });
      return "failed";
    }
    await settle({ state: "waiting", next: now + pause, error });
    deps.log.warn("message_postponed", { ...about, error, seconds: Math.round(pause / SECOND) });
    return "postponed";
  }
  const mine = await settle({ state: "sent", at: deps.clock.now() });
  deps.log.info(mine ? "message_sent" : "message_sent_after_lease", about);
  return "delivered";
}

/** Milliseconds until the next try; null when none can help. */
function pauseAfter(attempts: number, cause: unknown): number | null {
  if (attempts >= MAX_ATTEMPTS || (cause instanceof DeliveryError && cause.permanent)) return null;
  const own = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
  const asked = cause instanceof DeliveryError ? cause.retryAfter : null;
  if (asked === null) return own;
  // Who keeps asking for a moment more would have all tries used up within minutes.
  const least = attempts <= TRUSTING_ATTEMPTS ? SECOND : own;
  return Math.min(Math.max(asked, least), LONGEST_PAUSE);
}

/** How the message is said, as things are now; null when it is no longer worth saying. */
async function deliveryBy(
  deps: Deps,
  courier: Courier,
  { kind, ...entry }: OutboxEntry,
): Promise<(() => Promise<void>) | null> {
  if (isWaitingKind(kind)) {
    const notice = await waitingNoticeOf(deps, { ...entry, kind });
    return notice && courier.deliverWaiting
      ? () => courier.deliverWaiting?.(notice) ?? Promise.resolve()
      : null;
  }
  if (kind === "digest") {
    const notice = await digestNoticeOf(deps, { ...entry, kind });
    return notice && courier.deliverDigest
      ? () => courier.deliverDigest?.(notice) ?? Promise.resolve()
      : null;
  }
  const notice = await noticeOf(deps, { ...entry, kind });
  return notice && (() => courier.deliver(notice));
}

/** All that is needed to say the message, as things are now; null when it is no longer worth saying. */
async function noticeOf(deps: Deps, message: Notice["message"]): Promise<Notice | null> {
  const records = deps.store.read;
  const now = deps.clock.now();
  const stored = await records.bookings.get(message.booking);
  const booking = stored && { ...stored, state: stateAt(stored, now) };
  if (!isStillWanted(message, booking, now)) return null;
  const isToGroup = message.channel === "telegram" && message.kind.startsWith("office_");
  const group = isToGroup ? await records.groups.of(booking.office) : null;
  if (isToGroup && !group) return null;
  const events = await records.events.of(booking.code);
  return {
    ...(await placeOf(deps, booking.office)),
    message,
    booking,
    links: bookingLinks(deps.derive, deps.publicUrl, booking),
    publicUrl: deps.publicUrl,
    now,
    cancelledBy: cancelledBy(events),
    alternatives: message.kind === "reoffered" ? await alternativesTo(records, booking, now) : [],
    wasConfirmed: events.some(({ kind }) => kind === "confirmed"),
    group,
    roomUrl: booking.mode === "virtual" ? await roomLink(deps, booking, "moderator") : null,
  };
}

function cancelledBy(events: readonly BookingEvent[]): Notice["cancelledBy"] {
  const last = events.findLast(({ kind }) => kind === "cancelled");
  return last ? (last.actor === "citizen" ? "citizen" : "office") : null;
}

/** The office's day as it is now; null when nobody comes any more. */
async function digestNoticeOf(deps: Deps, message: DigestNotice["message"]): Promise<DigestNotice | null> {
  const now = deps.clock.now();
  if (message.until !== null && message.until <= now) return null;
  const place = await placeOf(deps, message.booking);
  const { start, end } = daySpan(message.due, place.timezone);
  const appointments = await officeAppointments(deps, { offices: [message.booking], from: start, to: end });
  if (appointments.length === 0) return null;
  return { ...place, message, day: message.due, appointments, publicUrl: deps.publicUrl, now };
}

/** The same for somebody on a waiting list. */
async function waitingNoticeOf(deps: Deps, message: WaitingNotice["message"]): Promise<WaitingNotice | null> {
  const now = deps.clock.now();
  if (message.until !== null && message.until <= now) return null;
  const isOffer = message.kind === "waiting_offer";
  const standing = isOffer
    ? await standingOfOffer(deps, message.booking)
    : await standingOf(deps, deps.store.read, message.booking);
  if (!standing) return null;
  return {
    ...standing,
    ...(await placeOf(deps, standing.entry.office)),
    message,
    link: waitingLink(deps.derive, deps.publicUrl, standing.entry.code),
    publicUrl: deps.publicUrl,
    now,
  };
}

async function placeOf(
  { plans, store }: Deps,
  id: string,
): Promise<Pick<Notice, "office" | "municipality" | "timezone">> {
  const { office, municipality, timezone } = await bookedOffice(plans, store.read, id);
  return { office, municipality, timezone };
}
