import { type Booking, stateAt } from "../domain/booking.ts";
import { isSettledRightly, owedNotices } from "../domain/owed-notices.ts";
import { type Policy, resolvePolicy } from "../domain/policy.ts";
import { isAs, replay } from "../domain/replay.ts";
import { DAY, type Instant, MINUTE } from "../domain/slot.ts";
import type { History, Records } from "../ports.ts";

/** Bookings read at a time: however many there are, no more than these are in memory. */
const BATCH = 500;

/** How many bookings something is wrong with, and the codes of the first. */
export interface Tally {
  count: number;
  readonly named: string[];
}
/** Booking codes that are named; the number before them tells how many there are. */
export const NAMED = 10;

/** What a replay of the event log brought to light. */
export interface HistoryFaults {
  /** Bookings whose events were replayed. */
  replayed: number;
  /** Their events cannot have happened like that. */
  readonly impossible: Tally;
  /** They are not what their events say. */
  readonly unexplained: Tally;
  /** Somebody should have been told about them, and was not. */
  readonly untold: Tally;
  /** They have not the reminders that the rules of today ask for. */
  readonly unreminded: Tally;
}

/**
 * Replays the events of every booking that starts at `since` or later and holds the outcome against the booking; for
 * bookings that are not over, also whether all that had to be said is in the outbox.
 */
export async function examineHistories(
  records: Records,
  now: Instant,
  since: Instant,
): Promise<HistoryFaults> {
  const tally = (): Tally => ({ count: 0, named: [] });
  const faults: HistoryFaults = {
    replayed: 0,
    impossible: tally(),
    unexplained: tally(),
    untold: tally(),
    unreminded: tally(),
  };
  const policyOf = await policies(records);
  let after = { start: since, code: "" };
  for (;;) {
    const histories = await records.audit.histories(after, BATCH);
    for (const history of histories) examine(history, policyOf(history.booking.office), now, faults);
    const last = histories.at(-1)?.booking;
    if (!last || histories.length < BATCH) return faults;
    after = last;
  }
}

async function policies(records: Records): Promise<(office: string) => Policy> {
  const town = (await records.municipality.get())?.definition.policy;
  const offices = await records.offices.list();
  const own = new Map(
    offices.map(({ definition }) => [definition.id, resolvePolicy(town, definition.policy)]),
  );
  const fallback = resolvePolicy(town);
  return (office) => own.get(office) ?? fallback;
}

function examine(history: History, policy: Policy, now: Instant, faults: HistoryFaults): void {
  const { booking, events } = history;
  faults.replayed++;
  const replayed = replay(events);
  if (!replayed.lawful) {
    count(faults.impossible, booking);
    return;
  }
  if (!replayed.stands || !isAs(booking, replayed.stands)) count(faults.unexplained, booking);
  if (booking.end <= now) return;
  const missing = missingMessages(history, policy, now);
  if (missing.some((kind) => kind !== "reminder")) count(faults.untold, booking);
  else if (missing.length > 0) count(faults.unreminded, booking);
}

/** Kinds of messages that were owed, and neither sent nor waiting nor dropped for a reason. */
function missingMessages({ booking, events, messages }: History, policy: Policy, now: Instant) {
  const current = { ...booking, state: stateAt(booking, now) };
  const kept = new Map(messages.map((message) => [message.key, message]));
  return owedNotices(booking, events, policy, now - policy.retention_days * DAY)
    .filter(({ kind }) => kind !== "reminder" || current.state === "confirmed")
    .filter(({ key }) => !isSettledRightly(kept.get(key), current, now - MINUTE))
    .map(({ kind }) => kind);
}

function count(tally: Tally, { code }: Booking): void {
  tally.count++;
  if (tally.named.length < NAMED) tally.named.push(code);
}
