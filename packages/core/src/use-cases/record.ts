import type { Booking } from "../domain/booking.ts";
import type { Actor, EventKind } from "../domain/event.ts";
import type { OutgoingMessage } from "../domain/message.ts";
import type { Instant } from "../domain/slot.ts";
import type { WritableRecords } from "../ports.ts";

/** Writes down what has happened to a booking and what is to be said about it, in the transaction that did it (invariant 4). */
export async function record(
  records: WritableRecords,
  kind: EventKind,
  booking: Booking,
  actor: Actor,
  now: Instant,
  notices: readonly OutgoingMessage[] = [],
): Promise<void> {
  const { code, office, state, mode, start, end, desk, version } = booking;
  await records.events.append({
    booking: code,
    at: now,
    kind,
    actor,
    office,
    state,
    mode,
    start,
    end,
    desk,
    version,
  });
  for (const notice of notices) await records.outbox.add(notice, now);
  const toOffice = notices.filter(({ kind }) => kind.startsWith("office_"));
  if (toOffice.length === 0 || !(await records.groups.of(office))) return;
  for (const notice of toOffice) await records.outbox.add(overTelegram(notice), now);
}

/** The same, to the office's group. */
function overTelegram(notice: OutgoingMessage): OutgoingMessage {
  return { ...notice, key: notice.key.replace(/\.mail$/, ".telegram"), channel: "telegram" };
}
