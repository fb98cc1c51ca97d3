import { type Booking, type Holder, stateAt } from "../domain/booking.ts";
import { emailKey } from "../domain/form.ts";
import { confirmationNotices } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { type Instant, MINUTE } from "../domain/slot.ts";
import { type Contact, entryOf, type WaitingEntry } from "../domain/waiting.ts";
import type { WritableRecords } from "../ports.ts";
import type { TakeInput } from "../waiting-list.ts";
import { claimOf } from "./claim-desk.ts";
import type { Deps } from "./deps.ts";
import { giveBack } from "./give-back.ts";
import { brokenLimit } from "./limits.ts";
import { moveIn } from "./move.ts";
import { passOn } from "./pass-on.ts";
import { record } from "./record.ts";
import { loadOffice, type TownOffice } from "./town.ts";

/**
 * Takes what the waiting list offers, and leaves the list. An address that was shown to be theirs has a confirmed
 * appointment at once; a chat holds the time and goes on with the form, whose request is confirmed by mail like any
 * other. With `replacing`, their later appointment is moved there instead, in the same transaction.
 *
 * Refuses with `hold_expired` when the offer is over, `limit_office`, `limit_total`, and like {@link moveIn}.
 */
export function takeOffer(deps: Deps, input: TakeInput): Promise<Outcome<{ readonly booking: Booking }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const known = await openOffer(records, input, now);
    if (!known) return refuse({ code: "hold_expired" });
    const { offer, entry } = known;
    const town = await loadOffice(deps.plans, records, offer.office);
    if (!town) return refuse({ code: "office_unknown", office: offer.office });
    await records.waiting.remove(entry.code);
    if (input.replacing) return replace(deps, records, known, input.replacing, now);
    return entry.contact
      ? confirmFor(records, town, { offer, entry, contact: entry.contact }, now)
      : holdFor(deps, records, town, known, now);
  });
}

/** "No, grazie": the next in order is asked. An offer that is over already is fine. */
export function declineOffer(
  deps: Deps,
  input: { readonly code: string; readonly holder?: Holder },
): Promise<void> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const known = await openOffer(records, input, now);
    if (!known) return;
    await giveBack(records, known.offer, now);
    await passOn(deps, records, known.offer.office, now);
  });
}

interface OpenOffer {
  readonly offer: Booking;
  readonly entry: WaitingEntry;
}

async function openOffer(
  records: WritableRecords,
  { code, holder }: { readonly code: string; readonly holder?: Holder },
  now: Instant,
): Promise<OpenOffer | null> {
  const offer = await records.bookings.get(code);
  const owner = offer && entryOf(offer);
  const entry = owner ? await records.waiting.get(owner) : null;
  if (!offer || !entry || stateAt(offer, now) !== "held") return null;
  return holder === undefined || entry.holder === holder ? { offer, entry } : null;
}

async function replace(
  deps: Deps,
  records: WritableRecords,
  { offer, entry }: OpenOffer,
  { code, version }: { readonly code: string; readonly version: number },
  now: Instant,
): Promise<Outcome<{ readonly booking: Booking }>> {
  const old = await records.bookings.get(code);
  if (!old || !isTheirs(old, entry)) return refuse({ code: "booking_unknown", booking: code });
  if (old.office !== offer.office || old.service !== offer.service || old.start <= offer.start) {
    return refuse({ code: "nothing_to_move" });
  }
  await giveBack(records, offer, now);
  const { start, mode } = offer;
  return moveIn(deps, records, { code, version, start, mode, actor: "citizen" });
}

function isTheirs({ holder, email }: Booking, { holder: own, contact }: WaitingEntry): boolean {
  if (contact) return email !== null && emailKey(email) === emailKey(contact.email);
  return holder === own;
}

async function confirmFor(
  records: WritableRecords,
  town: TownOffice,
  { offer, entry, contact }: OpenOffer & { readonly contact: Contact },
  now: Instant,
): Promise<Outcome<{ readonly booking: Booking }>> {
  const { name, email, reason, consent } = contact;
  const { holder } = entry;
  await records.serialise(`email/${emailKey(email)}`);
  const broken = await brokenLimit(
    records,
    town.policy,
    { ...offer, holder },
    { email, verified: true },
    now,
  );
  if (broken) return refuse(broken);
  const booking: Booking = {
    ...offer,
    ...{ holder, name, email, reason, consent, updated: now, state: "confirmed", expires: null },
  };
  if (!(await keep(records, booking, offer, now))) return refuse({ code: "hold_expired" });
  const notices = confirmationNotices(booking, town.policy, now);
  await record(records, "confirmed", booking, "citizen", now, notices);
  return { ok: true, booking };
}

async function holdFor(
  deps: Deps,
  records: WritableRecords,
  { policy }: TownOffice,
  { offer, entry: { holder } }: OpenOffer,
  now: Instant,
): Promise<Outcome<{ readonly booking: Booking }>> {
  await records.serialise(holder);
  const given = await records.bookings.heldBy(holder, now);
  for (const former of given) await giveBack(records, former, now);
  const expires = now + policy.hold_minutes * MINUTE;
  const booking: Booking = { ...offer, holder, expires, updated: now };
  if (!(await keep(records, booking, offer, now))) return refuse({ code: "hold_expired" });
  for (const office of new Set(given.map((former) => former.office)))
    await passOn(deps, records, office, now);
  return { ok: true, booking };
}

async function keep(records: WritableRecords, booking: Booking, was: Booking, now: Instant) {
  const changed = await records.bookings.replace(booking, was, now);
  return changed && (await records.claims.extend(claimOf(booking)));
}
