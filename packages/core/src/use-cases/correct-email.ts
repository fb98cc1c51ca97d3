import type { CorrectEmailInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { checkEmail, emailKey } from "../domain/form.ts";
import { requestNotices } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import type { Deps } from "./deps.ts";
import { brokenLimit } from "./limits.ts";
import { record } from "./record.ts";
import { verificationsSent } from "./resend.ts";
import { bookedOffice } from "./town.ts";

/**
 * "Correggi l'indirizzo": a request whose address was mistyped is asked to be confirmed at another. The version goes
 * up, so that whoever got the first mail can do nothing with it; the deadline stays.
 *
 * Refuses with `booking_unknown`, `wrong_state`, `form_invalid`, `office_unknown`, `resend_limit`, `limit_office`,
 * `limit_total`, `limit_unconfirmed`.
 */
export function correctEmail(
  deps: Deps,
  input: CorrectEmailInput,
): Promise<Outcome<{ readonly booking: Booking }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    const old = await records.bookings.get(input.code);
    if (!old || old.holder !== input.holder) return refuse({ code: "booking_unknown", booking: input.code });
    const state = stateAt(old, now);
    if (state !== "pending") return refuse({ code: "wrong_state", state });
    const checked = checkEmail(input.email);
    if (!checked.ok) {
      return refuse({ code: "form_invalid", problems: [{ field: "email", problem: checked.problem }] });
    }
    if (checked.value === old.email) return { ok: true, booking: old };
    const town = await bookedOffice(deps.plans, records, old.office);
    // Each correction writes to one more address: it counts as a repetition of the mail.
    const limit = town.policy.max_resends;
    if ((await verificationsSent(records, old.code)) > limit) return refuse({ code: "resend_limit", limit });

    await records.serialise(`email/${emailKey(checked.value)}`);
    const broken = await brokenLimit(
      records,
      town.policy,
      old,
      { email: checked.value, verified: false },
      now,
    );
    if (broken) return refuse(broken);
    const booking: Booking = { ...old, email: checked.value, version: old.version + 1, updated: now };
    if (!(await records.bookings.replace(booking, old, now)))
      return refuse({ code: "wrong_state", state: "expired" });
    await record(records, "corrected", booking, "citizen", now, requestNotices(booking, now));
    return { ok: true, booking };
  });
}
