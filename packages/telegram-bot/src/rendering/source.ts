import type { Booking, Core, LocalDate, Office, Slot } from "@ricevimenti/core";
import type { Visit } from "../conversation/draft.ts";
import { byDay } from "../days.ts";
import type { Screen, Telling } from "../screens/screen.ts";

/** A screen, and how it is told: with the zone of the office it is about. */
export interface Told {
  readonly screen: Screen;
  readonly telling: Telling;
}

/** What screens are made of, read from the core. Changes nothing. */
export class Source {
  readonly core: Core;
  readonly #publicUrl: string;

  /** @param publicUrl what every link starts with, without a slash at its end */
  constructor(core: Core, publicUrl: string) {
    this.core = core;
    this.#publicUrl = publicUrl;
  }

  /** The town's privacy notice. */
  async notice(): Promise<string> {
    return (await this.core.municipality()).privacy?.url ?? `${this.#publicUrl}/privacy`;
  }

  /** Free times by day of the zone; those that a booking could be moved to, where one is. */
  async days(
    { office, service, moving }: Visit,
    timezone: string,
  ): Promise<ReadonlyMap<LocalDate, readonly Slot[]>> {
    const listed = await this.core.listSlots({
      office,
      ...(service === null ? {} : { service }),
      ...(moving ? { moving: moving.code } : {}),
    });
    const own = moving && (await this.core.getBooking(moving.code));
    const slots = listed.ok ? listed.slots : [];
    return byDay(own?.ok ? others(slots, own.booking) : slots, timezone);
  }

  /** A booking with its office, or as much as is known of one that has been removed since; null when erased. */
  async booking(
    code: string,
    telling: Telling,
  ): Promise<{
    readonly booking: Booking;
    readonly office: Pick<Office, "name">;
    readonly telling: Telling;
  } | null> {
    const found = await this.core.getBooking(code);
    return found.ok
      ? { booking: found.booking, ...(await this.office(found.booking.office, telling)) }
      : null;
  }

  async office(
    id: string,
    telling: Telling,
  ): Promise<{ readonly office: Pick<Office, "name">; readonly telling: Telling }> {
    const found = await this.core.getOffice(id);
    return found.ok
      ? { office: found.office, telling: { ...telling, timezone: found.timezone } }
      : { office: { name: id }, telling };
  }
}

/** Its own time would be free for a booking that is moved, but is no other. */
function others(slots: readonly Slot[], { start, mode }: Booking): readonly Slot[] {
  return slots.flatMap((slot) => {
    if (slot.start !== start) return [slot];
    const modes = slot.modes.filter((other) => other !== mode);
    return modes.length > 0 ? [{ ...slot, modes }] : [];
  });
}
