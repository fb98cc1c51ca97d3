import type { ExplainQuery, SlotExplanation } from "../core.ts";
import { stateAt } from "../domain/booking.ts";
import { openIntervalAt } from "../domain/opening-plan.ts";
import type { Outcome } from "../domain/refusal.ts";
import { CELL, DAY, type Instant, MINUTE } from "../domain/slot.ts";
import { slotAt } from "../domain/slots.ts";
import { whyNots } from "../domain/why-not.ts";
import type { Records } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { loadOffer } from "./town.ts";

/**
 * Why a time is, or is not, offered to citizens: every rule that stands against it, and who has its desks.
 *
 * Refuses with `office_unknown`, `service_unknown`.
 */
export async function explainSlot(
  deps: Deps,
  query: ExplainQuery,
): Promise<Outcome<{ readonly explanation: SlotExplanation }>> {
  const records = deps.store.read;
  const offer = await loadOffer(deps.plans, records, query);
  if (!offer.ok) return offer;
  const { plan, policy, timezone } = offer.town;
  const { office, start, mode } = query;
  const now = deps.clock.now();
  const terms = { now, policy, mode, service: offer.service };
  const taken = await records.claims.taken(
    office,
    Math.floor((start - DAY) / CELL),
    Math.ceil((start + DAY) / CELL),
    now,
  );
  const offered = slotAt(plan, start, terms, taken);
  const interval = openIntervalAt(plan, start);
  const minutes = offer.service?.minutes ?? interval?.opening.slot ?? 0;
  return {
    ok: true,
    explanation: {
      timezone,
      slot: "slot" in offered ? offered.slot : null,
      reasons: "slot" in offered ? [] : whyNots(plan, start, terms, taken),
      opening: interval && {
        start: interval.start,
        end: interval.end,
        slot: interval.opening.slot,
        modes: interval.opening.modes,
        desks: interval.opening.desks,
      },
      takenBy: await takenBy(records, office, start, start + Math.max(minutes, 5) * MINUTE, now),
    },
  };
}

/** Codes of the bookings that have a desk in a part of some time. */
async function takenBy(
  records: Records,
  office: string,
  start: Instant,
  end: Instant,
  now: Instant,
): Promise<readonly string[]> {
  const found = await records.bookings.find({
    offices: [office],
    from: start - DAY,
    to: end,
    endsAfter: start,
    states: ["held", "pending", "confirmed", "attended", "no_show"],
  });
  return found.filter((booking) => stateAt(booking, now) !== "expired").map(({ code }) => code);
}
