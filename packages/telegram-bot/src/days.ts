import { formatDay, type Instant, type LocalDate, type Slot, zone } from "@ricevimenti/core";

/** The calendar day of an instant in an IANA zone. */
export function localDay(at: Instant, timezone: string): LocalDate {
  return formatDay(zone(timezone).dayOf(at));
}

/** Slots, ordered by start, under their days in the zone. */
export function byDay(slots: readonly Slot[], timezone: string): ReadonlyMap<LocalDate, readonly Slot[]> {
  const here = zone(timezone);
  const days = new Map<number, Slot[]>();
  for (const slot of slots) {
    const day = here.dayOf(slot.start);
    const others = days.get(day);
    if (others) others.push(slot);
    else days.set(day, [slot]);
  }
  return new Map([...days].map(([day, own]) => [formatDay(day), own]));
}
