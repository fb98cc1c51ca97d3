import { resolvePolicy } from "../domain/policy.ts";
import { DAY, type Instant, MINUTE } from "../domain/slot.ts";
import type { WritableRecords } from "../ports.ts";
import type { Deps } from "./deps.ts";

/** Rows dealt with in one transaction: few enough that nobody waits behind them. */
const BATCH = 200;
/** Drafts of the form die when a chat has been silent for so long. */
const DRAFT_LIFE = 60 * MINUTE;
/** Longer than any span in which uses are counted. */
const RATE_LIFE = 2 * DAY;
/** Telegram does not deliver an update again after a day; a week is on the safe side. */
const UPDATE_LIFE = 7 * DAY;

/**
 * The town's rule on keeping data: once a day citizens' data are erased from bookings whose time of keeping is over,
 * and settled messages dropped; every few minutes what was left half typed. One process does it for all. Statistics
 * stay: the bookings themselves and the event log hold nothing about the person. Returns how many bookings it erased.
 *
 * Source: Regulation (EU) 2016/679, article 5 (1) (e).
 */
export async function keepRetention(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  if (await isMyTurn(deps, "drafts", now, 10 * MINUTE)) {
    await inBatches(deps, (records) => records.retention.dropDraftsBefore(now - DRAFT_LIFE, BATCH));
    await inBatches(deps, (records) => records.waiting.dropBefore(now, BATCH));
  }
  if (!(await isMyTurn(deps, "retention", now, DAY))) return 0;
  const town = await deps.store.read.municipality.get();
  const kept = now - resolvePolicy(town?.definition.policy).retention_days * DAY;
  await inBatches(deps, (records) => records.retention.dropUpdatesBefore(now - UPDATE_LIFE, BATCH));
  await inBatches(deps, (records) => records.retention.dropRatesBefore(now - RATE_LIFE, BATCH));
  await inBatches(deps, (records) => records.retention.dropMessagesBefore(kept, BATCH));
  const erased = await eraseOlderThan(deps, kept);
  await giveRoomBack(deps);
  return erased;
}

/** Nothing depends on it: what cannot be done today is done tomorrow, and everything else goes on. */
async function giveRoomBack({ store, log }: Deps): Promise<void> {
  try {
    await store.shrink();
  } catch (cause) {
    log.warn("room_not_given_back", { error: String(cause) });
  }
}

/** Takes the person out of every booking that ended before then. Returns how many there were. */
export function eraseOlderThan(deps: Deps, end: Instant): Promise<number> {
  const now = deps.clock.now();
  return inBatches(deps, (records) => records.retention.eraseEndedBefore(end, now, BATCH));
}

/** Whether this process runs a task that is due; a look comes first, so that an idle worker writes nothing. */
async function isMyTurn(deps: Deps, task: string, now: Instant, interval: number): Promise<boolean> {
  const ranAt = await deps.store.read.retention.ranAt(task);
  if (ranAt !== null && ranAt > now - interval) return false;
  return deps.store.write((records) => records.retention.takeTurn(task, now, interval));
}

async function inBatches(deps: Deps, act: (records: WritableRecords) => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const touched = await deps.store.write(act);
    total += touched;
    if (touched < BATCH) return total;
  }
}
