import type { Booking } from "../domain/booking.ts";
import type { Actor, BookingEvent } from "../domain/event.ts";
import { emailKey } from "../domain/form.ts";
import { resolvePolicy } from "../domain/policy.ts";
import type { Outcome } from "../domain/refusal.ts";
import { DAY } from "../domain/slot.ts";
import type { WaitingEntry } from "../domain/waiting.ts";
import type { Records } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { forgetIn } from "./forget.ts";
import { eraseOlderThan } from "./keep-retention.ts";

/** Everything that is kept about one address. */
export interface PersonalData {
  readonly bookings: readonly { readonly booking: Booking; readonly events: readonly BookingEvent[] }[];
  readonly waiting: readonly WaitingEntry[];
}

/**
 * What is kept about an e-mail address, for the person it belongs to. That somebody has asked for it is written down.
 * Source: Regulation (EU) 2016/679, articles 15 and 20.
 */
export function exportPersonalData(deps: Deps, email: string, actor: Actor): Promise<PersonalData> {
  return deps.store.write(async (records) => {
    const { bookings, waiting } = await storedUnder(records, emailKey(email));
    const told = [];
    for (const booking of bookings) told.push({ booking, events: await records.events.of(booking.code) });
    const subject = String(bookings.length + waiting.length);
    await records.trail.note({ at: deps.clock.now(), actor, act: "personal_data_exported", subject });
    return { bookings: told, waiting };
  });
}

/**
 * Erases a person by their e-mail address: their bookings keep time and office for the statistics, those to come are
 * cancelled, and they leave the waiting lists. All or nothing. Doing it twice is harmless.
 * Source: Regulation (EU) 2016/679, article 17.
 */
export function erasePersonalData(
  deps: Deps,
  email: string,
  actor: Actor,
): Promise<Outcome<{ readonly bookings: readonly string[]; readonly waiting: number }>> {
  return deps.store.write(async (records) => {
    const key = emailKey(email);
    await records.serialise(`email/${key}`);
    const { bookings, waiting } = await storedUnder(records, key);
    for (const { code } of bookings) {
      const erased = await forgetIn(deps, records, { code, actor });
      if (!erased.ok) return erased;
    }
    for (const { code } of waiting) await records.waiting.remove(code);
    const subject = String(bookings.length + waiting.length);
    await records.trail.note({ at: deps.clock.now(), actor, act: "personal_data_erased", subject });
    return { ok: true, bookings: bookings.map(({ code }) => code), waiting: waiting.length };
  });
}

/** The rule on keeping data at once, or with another number of days. Returns how many bookings were erased. */
export async function purgePersonalData(
  deps: Deps,
  actor: Actor,
  days?: number,
): Promise<{ readonly days: number; readonly erased: number }> {
  const town = await deps.store.read.municipality.get();
  const kept = days ?? resolvePolicy(town?.definition.policy).retention_days;
  const now = deps.clock.now();
  const erased = await eraseOlderThan(deps, now - kept * DAY);
  await deps.store.write((records) =>
    records.trail.note({ at: now, actor, act: "personal_data_purged", subject: String(erased) }),
  );
  return { days: kept, erased };
}

async function storedUnder(
  records: Records,
  email: string,
): Promise<{ readonly bookings: readonly Booking[]; readonly waiting: readonly WaitingEntry[] }> {
  return { bookings: await records.bookings.find({ email }), waiting: await records.waiting.of({ email }) };
}
