import type { RequestInput } from "../core.ts";
import { type Booking, stateAt } from "../domain/booking.ts";
import { checkForm, emailKey } from "../domain/form.ts";
import { confirmationNotices, requestNotices } from "../domain/notices.ts";
import { type Outcome, refuse } from "../domain/refusal.ts";
import { MINUTE } from "../domain/slot.ts";
import { claimOf } from "./claim-desk.ts";
import type { Deps } from "./deps.ts";
import { brokenLimit } from "./limits.ts";
import { record } from "./record.ts";
import { loadOffice } from "./town.ts";

/**
 * "Richiedi appuntamento": the held slot waits for the citizen's confirmation, two hours or until it starts. Pressing
 * twice gives the same request. An official who has the person before them (`verified`) confirms at once.
 *
 * Refuses with `hold_expired`, `form_invalid`, `office_unknown`, `limit_office`, `limit_total`, `limit_unconfirmed`.
 * Source: handbook, "Come fissare un appuntamento".
 */
export function request(deps: Deps, input: RequestInput): Promise<Outcome<{ readonly booking: Booking }>> {
  return deps.store.write(async (records) => {
    const now = deps.clock.now();
    // One after another for each chat or browser, before the booking is looked at: `hold` takes them in this order too.
    if (!input.holder.startsWith("staff:")) await records.serialise(input.holder);
    const held = await records.bookings.get(input.code);
    if (!held || held.holder !== input.holder) return refuse({ code: "hold_expired" });
    const state = stateAt(held, now);
    if (state === "pending" || state === "confirmed") return { ok: true, booking: held };
    if (state !== "held") return refuse({ code: "hold_expired" });

    const checked = checkForm(input.form);
    if (!checked.ok) return refuse({ code: "form_invalid", problems: checked.problems });
    const { name, email, reason } = checked.form;
    const town = await loadOffice(deps.plans, records, held.office);
    if (!town) return refuse({ code: "office_unknown", office: held.office });

    await records.serialise(`email/${emailKey(email)}`);
    const broken = await brokenLimit(
      records,
      town.policy,
      held,
      { email, verified: input.verified === true },
      now,
    );
    if (broken) return refuse(broken);

    const booking: Booking = {
      ...held,
      state: input.verified ? "confirmed" : "pending",
      expires: input.verified ? null : Math.min(now + town.policy.confirm_minutes * MINUTE, held.start),
      name,
      email,
      reason,
      consent: { version: town.municipality.privacy?.version ?? "1", at: now },
      updated: now,
    };
    // A pending booking for a slot that has begun could not be confirmed any more.
    if (booking.expires !== null && booking.expires <= now) return refuse({ code: "slot_past" });
    const changed = await records.bookings.replace(booking, held, now);
    const kept = changed && (await records.claims.extend(claimOf(booking)));
    if (!kept) return refuse({ code: "hold_expired" });

    const actor = input.actor ?? "citizen";
    if (input.verified)
      await record(records, "confirmed", booking, actor, now, confirmationNotices(booking, town.policy, now));
    else await record(records, "requested", booking, actor, now, requestNotices(booking, now));
    return { ok: true, booking };
  });
}
