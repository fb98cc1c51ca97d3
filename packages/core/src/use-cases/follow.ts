import { type Booking, stateAt } from "../domain/booking.ts";
import type { Mode } from "../domain/office.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { Instant } from "../domain/slot.ts";
import { type LinkPurpose, readToken } from "../domain/token.ts";
import type { Deps } from "./deps.ts";

/**
 * Whose link this is; changes nothing (invariant 5). Refuses with `link_invalid`, and with `link_outdated` when the
 * booking has been moved or cancelled since. An expired booking is found: its state says so.
 */
export async function follow(
  deps: Deps,
  purpose: LinkPurpose,
  token: string,
): Promise<Outcome<{ readonly booking: Booking }>> {
  const subject = readToken(deps.derive, purpose, token);
  const found = subject && (await deps.store.read.bookings.get(subject.code));
  if (!found) return refuse({ code: "link_invalid" });
  const booking = { ...found, state: stateAt(found, deps.clock.now()) };
  if (booking.version !== subject.version) return refuse({ code: "link_outdated", state: booking.state });
  return { ok: true, booking };
}

/**
 * The second press on "MODIFICA": the first has moved the booking and so made this manage link old. The booking, where
 * its next version is at the time and in the mode that are asked for; else null. Changes nothing.
 */
export async function movedAlready(
  deps: Deps,
  token: string,
  choice: { readonly start: Instant; readonly mode: Mode },
): Promise<Booking | null> {
  const subject = readToken(deps.derive, "manage", token);
  const found = subject && (await deps.store.read.bookings.get(subject.code));
  if (!found || found.version !== subject.version + 1) return null;
  const booking = { ...found, state: stateAt(found, deps.clock.now()) };
  const stands = booking.state === "pending" || booking.state === "confirmed";
  return stands && booking.start === choice.start && booking.mode === choice.mode ? booking : null;
}
