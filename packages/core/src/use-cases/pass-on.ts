import { type Booking, stateAt } from "../domain/booking.ts";
import { emailKey } from "../domain/form.ts";
import { offerNotices } from "../domain/notices.ts";
import type { Mode } from "../domain/office.ts";
import { CELL, DAY, type Instant, MINUTE, type Slot } from "../domain/slot.ts";
import { freeSlots } from "../domain/slots.ts";
import { offerHolder, type WaitingEntry } from "../domain/waiting.ts";
import { modeWished } from "../domain/wish.ts";
import { zone } from "../domain/zone.ts";
import type { Records, WritableRecords } from "../ports.ts";
import { addHeld } from "./add-held.ts";
import type { Deps } from "./deps.ts";
import { offerAt } from "./offer.ts";
import { record } from "./record.ts";
import { loadOffice, type TownOffice } from "./town.ts";

/** Times that others may take at the very moment they are about to be offered; what is left then is the worker's. */
const MOST_LOST = 5;

/**
 * Offers the free times of an office to who waits for one, in the order in which they came: each time to one person,
 * for whom it is held, and each person one time at once. To be called in every transaction that frees cells, so that
 * nobody comes in between, and by the worker for what comes free by the clock. Returns how many offers it made.
 */
export async function passOn(
  deps: Deps,
  records: WritableRecords,
  office: string,
  now: Instant,
): Promise<number> {
  if (!(await records.waiting.isAwaited(office, now))) return 0;
  await records.serialise(`waiting/${office}`);
  const town = await loadOffice(deps.plans, records, office);
  let count = 0;
  let lost = 0;
  while (town && lost < MOST_LOST) {
    const next = await nextOffer(records, town, now, (code) => records.waiting.pin(code));
    if (!next) break;
    if (await make(deps, records, town, next, now)) count++;
    else lost++;
  }
  return count;
}

/** What has come free by itself, in all offices. A look comes first, so that an idle worker writes nothing. */
export async function passOnAll(deps: Deps): Promise<number> {
  const { read } = deps.store;
  let count = 0;
  for (const office of await read.waiting.offices(deps.clock.now())) {
    const town = await loadOffice(deps.plans, read, office);
    if (!town || !(await nextOffer(read, town, deps.clock.now()))) continue;
    count += await deps.store.write((records) => passOn(deps, records, office, deps.clock.now()));
  }
  return count;
}

interface Offer {
  readonly entry: WaitingEntry;
  readonly slot: Slot;
  readonly mode: Mode;
}

/**
 * The first in order for whom there is a time, and the earliest of those.
 *
 * @param stays whether they are still on the list. Asked last: who has just taken another offer no longer has one open
 */
async function nextOffer(
  records: Records,
  town: TownOffice,
  now: Instant,
  stays: (code: string) => Promise<boolean> = async () => true,
): Promise<Offer | null> {
  const free = await freeByService(records, town, now);
  const here = zone(town.timezone);
  for (const entry of await records.waiting.inOrder(town.office.id, now)) {
    const wished = free(entry.service).flatMap((slot): Offer[] => {
      const mode = modeWished(entry.wish, slot, here);
      return mode ? [{ entry, slot, mode }] : [];
    });
    const fitting = wished.length > 0 ? await notYetOffered(records, town, entry, wished, now) : null;
    if (fitting && (await stays(entry.code))) return fitting;
  }
  return null;
}

async function freeByService({ claims }: Records, { office, plan, policy }: TownOffice, now: Instant) {
  const to = now + (policy.horizon_days + 2) * DAY;
  const taken = await claims.taken(office.id, Math.floor(now / CELL), Math.ceil((to + DAY) / CELL), now);
  const known = new Map<string | null, readonly Slot[]>();
  return (id: string | null): readonly Slot[] => {
    const service = office.services?.find((one) => one.id === id);
    // A topic that is no longer treated is waited for in vain.
    if (id !== null && !service) return [];
    const slots = known.get(id) ?? freeSlots(plan, { from: now, to, now, policy, service }, taken);
    known.set(id, slots);
    return slots;
  };
}

/** Nothing is offered twice, nor more than the town wants in a day, nor later than what somebody has already. */
async function notYetOffered(
  { bookings }: Records,
  { policy, timezone }: TownOffice,
  entry: WaitingEntry,
  wished: readonly Offer[],
  now: Instant,
): Promise<Offer | null> {
  const here = zone(timezone);
  const today = here.instantOf(here.dayOf(now), 0);
  const offers = await bookings.find({ holder: offerHolder(entry) });
  if (offers.some((offer) => stateAt(offer, now) === "held")) return null;
  if (offers.filter(({ created }) => created >= today).length >= policy.waiting_offers) return null;
  const { start: own } = (await ownBooking({ bookings }, entry, now)) ?? { start: Number.POSITIVE_INFINITY };
  return (
    wished.find(({ slot }) => slot.start < own && !offers.some(({ start }) => start === slot.start)) ?? null
  );
}

/** The first appointment that somebody on the list has with the office by now. */
export async function ownBooking(
  { bookings }: Pick<Records, "bookings">,
  { office, holder, contact }: WaitingEntry,
  now: Instant,
): Promise<Booking | null> {
  const live = await bookings.liveOf({ emailKey: contact && emailKey(contact.email), holder }, now);
  const own = live.filter((booking) => booking.office === office);
  return own.sort((one, other) => one.start - other.start)[0] ?? null;
}

async function make(
  deps: Deps,
  records: WritableRecords,
  town: TownOffice,
  { entry, slot, mode }: Offer,
  now: Instant,
): Promise<boolean> {
  const { start, end } = slot;
  const service = town.office.services?.find(({ id }) => id === entry.service);
  const found = await offerAt(records, town, { start, mode, service, asStaff: false }, now);
  if (!found.ok) return false;
  const offer = await addHeld(
    deps,
    records,
    {
      ...{ office: entry.office, service: entry.service, mode, start, end, state: "held", version: 1 },
      expires: Math.min(now + town.policy.waiting_minutes * MINUTE, start),
      ...{ holder: offerHolder(entry), locale: entry.locale },
      ...{ name: null, email: null, reason: null, consent: null, created: now, updated: now },
    },
    found.desks,
    now,
  );
  if (!offer) return false;
  await record(records, "held", offer, "system", now, offerNotices(offer, entry, now));
  return true;
}
