import type { ResendInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { repeatedRequestNotice } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { Records } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { bookedOffice } from "./town.ts";

/**
 * "Invia di nuovo la mail": the verification mail once more, a few times at most. Nothing else changes: the link is the
 * same, and so is the deadline.
 *
 * Refuses with `booking_unknown`, `wrong_state`, `office_unknown`, `resend_limit`.
 */
export function resend(
  deps: Deps,
  input: ResendInput,
): Promise<Outcome<{ readonly booking: Booking; readonly left: number }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const booking = await records.bookings.get(input.code);
    if (!booking || (input.holder !== undefined && booking.holder !== input.holder)) {
      return refuse({ code: "booking_unknown", booking: input.code });
    }
    const state = stateAt(booking, now);
    if (state !== "pending") return refuse({ code: "wrong_state", state });
    const town = await bookedOffice(deps.plans, records, booking.office);

    const limit = town.policy.max_resends;
    const sent = await verificationsSent(records, booking.code);
    if (sent > limit) return refuse({ code: "resend_limit", limit });
    await records.outbox.add(repeatedRequestNotice(booking, sent + 1, now), now);
    return { ok: true, booking, left: limit - sent };
  });
}

/** Verification mails of a booking so far, the first one and those to an address put right since included. */
export async function verificationsSent(records: Records, code: string): Promise<number> {
  const messages = await records.outbox.find({ booking: code });
  return messages.filter(({ kind }) => kind === "verification").length;
}
