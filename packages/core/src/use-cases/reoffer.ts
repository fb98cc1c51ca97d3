import { type Booking, stateAt } from "../domain/booking.ts";
import type { Actor } from "../domain/event.ts";
import { reofferNotices } from "../domain/notices.ts";
import { type Instant, MINUTE } from "../domain/slot.ts";
import { nearestSlots } from "../domain/slots.ts";
import type { WritableRecords } from "../ports.ts";
import { addHeld } from "./add-held.ts";
import { alternativesHolder, dropAlternatives } from "./alternatives.ts";
import type { Deps } from "./deps.ts";
import { nearestFree, offerAt } from "./offer.ts";
import { record } from "./record.ts";
import { loadOffer, type TownOffice } from "./town.ts";

/** Times offered instead of one that cannot be kept. */
const ALTERNATIVES = 3;

/**
 * Tells a citizen that the office cannot keep their time, and holds the three closest free ones for them to take with
 * one press, for two days unless the town says otherwise. The booking stays as it is until they choose one of them,
 * another time or none; its reminders stop. False when the office, or what they come for, is no more.
 */
export async function reoffer(
  deps: Deps,
  records: WritableRecords,
  code: string,
  actor: Actor,
): Promise<boolean> {
  const now = deps.clock.now();
  const old = await records.bookings.get(code);
  if (!old || !["pending", "confirmed"].includes(stateAt(old, now))) return true;
  const offer = await loadOffer(deps.plans, records, old);
  if (!offer.ok) return false;
  const booking: Booking = { ...old, version: old.version + 1, updated: now };
  if (!(await records.bookings.replace(booking, old, now))) return true;
  await dropAlternatives(records, booking, now);
  await record(records, "reoffered", booking, actor, now, reofferNotices(booking, now));
  const wanted = { start: old.start, mode: old.mode, service: offer.service, asStaff: false };
  const tried = new Set<Instant>();
  for (let held = 0; held < ALTERNATIVES; ) {
    // Looked for anew each time: a visit longer than the grid's step leaves no room for the next start.
    const free = await nearestFree(records, offer.town, wanted, now);
    const [closest] = nearestSlots(
      free.filter(({ start }) => !tried.has(start)),
      old.start,
      1,
    );
    if (!closest) break;
    tried.add(closest.start);
    if (await holdFor(deps, records, offer.town, booking, closest.start)) held++;
  }
  return true;
}

/** False when the time cannot be held long enough to be taken. */
async function holdFor(
  deps: Deps,
  records: WritableRecords,
  town: TownOffice,
  booking: Booking,
  start: Instant,
): Promise<boolean> {
  const now = deps.clock.now();
  const { office, mode, locale, service: id } = booking;
  const service = town.office.services?.find((one) => one.id === id);
  const found = await offerAt(records, town, { start, mode, service, asStaff: false }, now);
  if (!found.ok) return false;
  // What can be pressed can be had: nobody holds a time that has meanwhile become too soon to be booked.
  const expires = Math.min(
    now + town.policy.reoffer_minutes * MINUTE,
    start - town.policy.lead_minutes * MINUTE,
    booking.expires ?? Number.POSITIVE_INFINITY,
  );
  if (expires <= now) return false;
  const held = await addHeld(
    deps,
    records,
    {
      ...{ office, service: id, mode, start, end: found.slot.end, state: "held", version: 1, expires },
      ...{ holder: alternativesHolder(booking), locale },
      ...{ name: null, email: null, reason: null, consent: null, created: now, updated: now },
    },
    found.desks,
    now,
  );
  if (held) await record(records, "held", held, "system", now);
  return held !== null;
}
