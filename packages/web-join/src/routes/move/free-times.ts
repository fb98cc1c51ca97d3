import { type Booking, type Core, longDay, type Refused, type Slot } from "@ricevimenti/core";

/** Days with free times on one page. */
const DAYS_A_PAGE = 5;

/** A page of free times. */
export interface FreeTimes {
  readonly days: readonly (readonly Slot[])[];
  /** Start of the next page's first time; null on the last. */
  readonly later: number | null;
  /** Whether there are times before this page. */
  readonly earlier: boolean;
}

/**
 * The free times of the booking's office and service, a few days at once.
 *
 * @param from the page's first start in milliseconds, as the address has it
 */
export async function freeTimes(
  core: Core,
  booking: Booking,
  timezone: string,
  from: string | undefined,
): Promise<({ readonly ok: true } & FreeTimes) | Refused> {
  const found = await core.listSlots({
    office: booking.office,
    moving: booking.code,
    ...(booking.service === null ? {} : { service: booking.service }),
  });
  if (!found.ok) return found;
  const first = /^\d{1,15}$/.test(from ?? "") ? Number(from) : 0;
  const days = [...Map.groupBy(found.slots, ({ start }) => longDay(start, "it", timezone)).values()];
  const at = Math.max(
    0,
    days.findIndex((day) => day.some(({ start }) => start >= first)),
  );
  const later = days[at + DAYS_A_PAGE]?.[0]?.start ?? null;
  return { ok: true, days: days.slice(at, at + DAYS_A_PAGE), later, earlier: at > 0 };
}
