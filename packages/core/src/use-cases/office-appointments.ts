import type { AgendaQuery } from "../core.ts";
import type { Appointment } from "../ports.ts";
import { agenda } from "./agenda.ts";
import type { Deps } from "./deps.ts";
import { roomLink } from "./enter-room.ts";
import { loadTown } from "./town.ts";

/** The day sheet with names instead of ids and with the ways into the rooms: for calendars and mails to the office. */
export async function officeAppointments(deps: Deps, query: AgendaQuery): Promise<readonly Appointment[]> {
  const records = deps.store.read;
  const { definition: town } = await loadTown(records);
  const offices = new Map(
    (await records.offices.list()).map(({ definition }) => [definition.id, definition]),
  );
  const bookings = await agenda(deps, query);
  return Promise.all(
    bookings.map(async (booking) => {
      const office = offices.get(booking.office);
      const virtual = booking.mode === "virtual";
      return {
        booking,
        office: office?.name ?? town.name,
        service: office?.services?.find(({ id }) => id === booking.service)?.name ?? null,
        place: virtual ? null : (office?.place ?? null),
        timezone: office?.timezone ?? town.timezone,
        roomUrl: virtual ? await roomLink(deps, booking, "moderator") : null,
      };
    }),
  );
}
