import type { Conflict, OnConflict } from "../core.ts";
import type { Booking } from "../domain/booking.ts";
import type { Actor } from "../domain/event.ts";
import type { Municipality } from "../domain/municipality.ts";
import type { Office } from "../domain/office.ts";
import { compilePlan, covers } from "../domain/opening-plan.ts";
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

/** Live bookings to come that the offices as they will be would no longer take. */
export async function misfits(
  deps: Deps,
  records: Records,
  { municipality, offices, touched }: OfficesToBe,
): Promise<readonly Booking[]> {
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
    .filter((booking) => {
      const opening = plans.get(booking.office);
      return !opening || !covers(opening, booking);
    });
}

/** What becomes of a booking that no longer fits. */
export function conflictOf(
  { code, office: id, service, start }: Booking,
  { offices }: OfficesToBe,
  onConflict: OnConflict,
): Conflict {
  const office = offices.get(id);
  const isThere = office && (service === null || office.services?.some((one) => one.id === service));
  const outcomes = {
    keep: "kept",
    cancel: "cancelled",
    reoffer: isThere ? "reoffered" : "cancelled",
  } as const;
  return { code, office: id, start, outcome: outcomes[onConflict] };
}

/**
 * Does with the bookings what was asked for, in the transaction that changes the offices, after it has. Where there is
 * nothing to offer, because the office is no more, they are cancelled.
 */
export async function settleMisfits(
  deps: Deps,
  records: WritableRecords,
  bookings: readonly Booking[],
  { onConflict, actor }: { readonly onConflict: OnConflict; readonly actor: Actor },
): Promise<void> {
  if (onConflict === "keep") return;
  for (const { code } of bookings) {
    const offered = onConflict === "reoffer" && (await reoffer(deps, records, code, actor));
    if (!offered) await cancelIn(deps, records, { code, actor });
  }
}
