import type { Conflict } from "../core.ts";
import type { Booking, OnConflict } from "../domain/booking.ts";
import type { Actor } from "../domain/event.ts";
import { type WhyUnfit, whyUnfit } from "../domain/fitting.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Office } from "../domain/office.ts";
import { compilePlan } from "../domain/opening-plan.ts";
import type { Records, WritableRecords } from "../ports.ts";
import { cancelIn } from "./cancel.ts";
import type { Deps } from "./deps.ts";
import { reoffer } from "./reoffer.ts";

/** Offices as a change will leave them. */
export interface OfficesToBe {
  readonly municipality: Municipality;
  /** By id; those that are not among them are gone. */
  readonly offices: ReadonlyMap<string, Office>;
  /** The offices that the change concerns. */
  readonly touched: readonly string[];
}

/** A booking that no longer fits, and why. */
export interface Misfit {
  readonly booking: Booking;
  readonly why: WhyUnfit;
}

/** Live bookings to come that the offices as they will be would no longer take. */
export async function misfits(
  deps: Deps,
  records: Records,
  { municipality, offices, touched }: OfficesToBe,
): Promise<readonly Misfit[]> {
  if (touched.length === 0) return [];
  const now = deps.clock.now();
  const bookings = await records.bookings.find({
    offices: touched,
    from: now,
    states: ["pending", "confirmed"],
  });
  const planOf = (id: string) => {
    const office = offices.get(id);
    return office ? compilePlan(office, municipality) : null;
  };
  const plans = new Map([...new Set(bookings.map(({ office }) => office))].map((id) => [id, planOf(id)]));
  return bookings
    .filter(({ expires }) => expires === null || expires > now)
    .flatMap((booking) => {
      const why = whyUnfit(offices.get(booking.office), plans.get(booking.office) ?? null, booking);
      return why ? [{ booking, why }] : [];
    });
}

/** What becomes of a booking that no longer fits. */
export function conflictOf(
  { booking: { code, office, start }, why }: Misfit,
  onConflict: OnConflict,
): Conflict {
  const isThere = why !== "office_removed" && why !== "service_removed";
  const outcomes = {
    keep: "kept",
    cancel: "cancelled",
    reoffer: isThere ? "reoffered" : "cancelled",
  } as const;
  return { code, office, start, why, outcome: outcomes[onConflict] };
}

/**
 * Does with the bookings what was asked for, in the transaction that changes the offices, after it has. Where there is
 * nothing to offer, because the office or what they were for is no more, they are cancelled.
 */
export async function settleMisfits(
  deps: Deps,
  records: WritableRecords,
  unfit: readonly Misfit[],
  { onConflict, actor }: { readonly onConflict: OnConflict; readonly actor: Actor },
): Promise<void> {
  if (onConflict === "keep") return;
  for (const { booking } of unfit) {
    const { code } = booking;
    const offered = onConflict === "reoffer" && (await reoffer(deps, records, code, actor));
    if (!offered) await cancelIn(deps, records, { code, actor });
  }
}
