import { type Holder, stateAt } from "../domain/booking.ts";
import { drawCode } from "../domain/code.ts";
import { parseDay } from "../domain/day.ts";
import { checkForm } from "../domain/form.ts";
import { proofNotice } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { DAY, type Instant, MINUTE } from "../domain/slot.ts";
import { readCode } from "../domain/token.ts";
import { type Contact, entryOf, offerHolder, personOf, type WaitingEntry } from "../domain/waiting.ts";
import type { Wish } from "../domain/wish.ts";
import { zone } from "../domain/zone.ts";
import type { Records, WritableRecords } from "../ports.ts";
import type { JoinInput, WaitingStanding } from "../waiting-list.ts";
import type { Deps } from "./deps.ts";
import { giveBack } from "./give-back.ts";
import { ownBooking, passOn } from "./pass-on.ts";
import { loadOffer, type TownOffice } from "./town.ts";

/**
 * "Avvisami se si libera un posto". A chat may come again with another wish and keeps its place. An address has first
 * to be shown to be theirs, by the button of a mail; once it has been, coming again changes nothing (`already`), since
 * anybody may have written it: a mail tells what they wait for already.
 *
 * Refuses with `office_unknown`, `service_unknown`, `form_invalid`, `resend_limit`.
 */
export function joinWaiting(
  deps: Deps,
  input: JoinInput,
): Promise<Outcome<{ readonly entry: WaitingEntry; readonly already: boolean }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const offer = await loadOffer(deps.plans, records, input);
    if (!offer.ok) return offer;
    const { town } = offer;
    const checked = input.form ? checkForm(input.form) : null;
    if (checked && !checked.ok) return refuse({ code: "form_invalid", problems: checked.problems });
    const version = town.municipality.privacy?.version ?? "1";
    const contact: Contact | null = checked && { ...checked.form, consent: { version, at: now } };

    await records.serialise(`waiting/${input.office}`);
    const { office, holder, locale } = input;
    const known = await records.waiting.find(office, personOf({ holder, contact }));
    const former = known && known.until > now ? known : null;
    const asked = (former?.asked ?? 0) + (contact ? 1 : 0);
    const limit = town.policy.max_resends;
    if (asked > limit + 1) return refuse({ code: "resend_limit", limit });
    if (former?.contact && former.proven) {
      const entry = { ...former, asked };
      await records.waiting.save(entry);
      await records.outbox.add(proofNotice(entry, now), now);
      return { ok: true, entry, already: true };
    }
    const fresh: Omit<WaitingEntry, "code"> = {
      ...{ office, service: input.service ?? null, wish: input.wish, holder, locale, contact },
      ...{ proven: contact === null, asked, joined: former?.joined ?? now, until: 0 },
    };
    const entry = { ...fresh, code: former?.code ?? drawCode(deps.random) };
    const kept = { ...entry, until: forgottenAt(entry, town, now) };
    if (known && !former) await records.waiting.remove(known.code);
    await records.waiting.save(kept);
    if (contact) await records.outbox.add(proofNotice(kept, now), now);
    else await passOn(deps, records, office, now);
    return { ok: true, entry: kept, already: former !== null };
  });
}

/** The mail's button: the address is theirs, and from now on times are offered to it. Pressing twice is harmless. */
export function proveWaiting(
  deps: Deps,
  code: string,
): Promise<Outcome<{ readonly entry: WaitingEntry; readonly already: boolean }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const entry = await pinnedEntry(records, code, now);
    if (!entry) return refuse({ code: "link_invalid" });
    if (entry.proven) return { ok: true, entry, already: true };
    const offer = await loadOffer(deps.plans, records, entry);
    if (!offer.ok) return offer;
    const proven = { ...entry, proven: true };
    const kept = { ...proven, until: forgottenAt(proven, offer.town, now) };
    await records.waiting.save(kept);
    await passOn(deps, records, entry.office, now);
    return { ok: true, entry: kept, already: false };
  });
}

/**
 * Another wish for the same place in the order: for who holds the entry's link. Then as after joining: what suits and is
 * free is offered at once; what is being offered already stays theirs to answer. Doing it twice is harmless.
 *
 * Refuses with `link_outdated` when they are no longer on the list, `wrong_state` while the address is not proven,
 * `office_unknown`, `service_unknown`.
 */
export function changeWish(
  deps: Deps,
  { code, wish }: { readonly code: string; readonly wish: Wish },
): Promise<Outcome<{ readonly entry: WaitingEntry }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const entry = await pinnedEntry(records, code, now);
    if (!entry) return refuse({ code: "link_outdated", state: "expired" });
    if (!entry.proven) return refuse({ code: "wrong_state", state: "pending" });
    const offer = await loadOffer(deps.plans, records, entry);
    if (!offer.ok) return offer;
    const changed = { ...entry, wish };
    const kept = { ...changed, until: forgottenAt(changed, offer.town, now) };
    await records.waiting.save(kept);
    await passOn(deps, records, entry.office, now);
    return { ok: true, entry: kept };
  });
}

/** Leaves the list; what was being offered goes to the next. Nothing to leave is fine. */
export function leaveWaiting(
  deps: Deps,
  { code, holder }: { readonly code: string; readonly holder?: Holder },
): Promise<void> {
  return deps.store.write(async (records) => {
    const entry = await records.waiting.get(code);
    if (!entry || (holder !== undefined && entry.holder !== holder)) return;
    await leaveIn(deps, records, entry);
  });
}

/** Takes one person off every list: for erasure. */
export function forgetWaiting(deps: Deps, who: { holder?: Holder; email?: string }): Promise<void> {
  return deps.store.write(async (records) => {
    for (const entry of await records.waiting.of(who)) await leaveIn(deps, records, entry);
  });
}

/** Whose link this is, what they are being offered, and which appointment they could give for it. Changes nothing. Refuses with `link_invalid`, and with `link_outdated` when they are no longer on the list. */
export async function followWaiting(deps: Deps, token: string): Promise<Outcome<WaitingStanding>> {
  const code = readCode(deps.derive, "waiting", token);
  if (code === null) return refuse({ code: "link_invalid" });
  const standing = await standingOf(deps, deps.store.read, code);
  return standing ? { ok: true, ...standing } : refuse({ code: "link_outdated", state: "expired" });
}

/** The same, by the code of what is offered; null when that is over. */
export async function standingOfOffer(deps: Deps, code: string): Promise<WaitingStanding | null> {
  const { read } = deps.store;
  const offer = await read.bookings.get(code);
  const owner = offer && stateAt(offer, deps.clock.now()) === "held" ? entryOf(offer) : null;
  return owner === null ? null : standingOf(deps, read, owner);
}

export async function standingOf(
  deps: Deps,
  records: Records,
  code: string,
): Promise<WaitingStanding | null> {
  const now = deps.clock.now();
  const entry = await records.waiting.get(code);
  if (!entry || entry.until <= now) return null;
  const [offer = null] = await records.bookings.heldBy(offerHolder(entry), now);
  const own = await ownBooking(records, entry, now);
  const isReplaceable = own !== null && own.service === entry.service;
  return { entry, offer, own: isReplaceable ? own : null };
}

/**
 * Somebody on the list, whom nobody else changes meanwhile; null when they are not. Who takes an offer, leaves or is
 * erased at this moment is not put back on the list.
 */
async function pinnedEntry(
  records: WritableRecords,
  code: string,
  now: Instant,
): Promise<WaitingEntry | null> {
  const known = await records.waiting.get(code);
  if (!known) return null;
  await records.serialise(`waiting/${known.office}`);
  const entry = (await records.waiting.pin(code)) ? await records.waiting.get(code) : null;
  return entry && entry.until > now ? entry : null;
}

async function leaveIn(deps: Deps, records: WritableRecords, entry: WaitingEntry): Promise<void> {
  const now = deps.clock.now();
  await records.waiting.remove(entry.code);
  for (const offer of await records.bookings.heldBy(offerHolder(entry), now)) {
    await giveBack(records, offer, now);
  }
  await passOn(deps, records, entry.office, now);
}

/** After its last day, and never later than what can be booked today; without a proof, when a request would lapse. */
function forgottenAt(
  { wish, proven }: Pick<WaitingEntry, "wish" | "proven">,
  { policy, timezone }: TownOffice,
  now: Instant,
): Instant {
  if (!proven) return now + policy.confirm_minutes * MINUTE;
  const latest = now + policy.horizon_days * DAY;
  const last = wish.to === null ? null : parseDay(wish.to);
  return last === null ? latest : Math.min(latest, zone(timezone).instantOf(last + 1, 0));
}
