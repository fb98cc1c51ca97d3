import { MINUTE, parseTime } from "../domain/day.ts";
import type { Instant } from "../domain/slot.ts";
import { zone } from "../domain/zone.ts";
import type { StoredOffice } from "../ports.ts";
import { agenda } from "./agenda.ts";
import type { Deps } from "./deps.ts";
import { loadTown } from "./town.ts";

/**
 * Writes the morning mail of each office that wants one into the outbox, once its hour has come: once a day, however
 * many processes run, and none on a day without appointments.
 */
export async function prepareDigests(deps: Deps): Promise<void> {
  const offices = await deps.store.read.offices.withDigest();
  if (offices.length === 0) return;
  const { definition: town } = await loadTown(deps.store.read);
  for (const office of offices) await prepare(deps, office, town.timezone);
}

async function prepare(deps: Deps, { definition }: StoredOffice, timezone: string): Promise<void> {
  const now = deps.clock.now();
  const hour = parseTime(definition.digest ?? "");
  if (hour === null) return;
  const day = daySpan(now, definition.timezone ?? timezone, hour);
  if (now < day.due) return;
  const task = `digest/${definition.id}`;
  const ranAt = await deps.store.read.retention.ranAt(task);
  if (ranAt !== null && ranAt >= day.due) return;
  const bookings = await agenda(deps, { offices: [definition.id], from: day.start, to: day.end });
  await deps.store.write(async (records) => {
    if (!(await records.retention.takeTurn(task, now, now - day.due + 1))) return;
    if (bookings.length === 0) return;
    const key = ["digest", definition.id, day.due / MINUTE, "mail"].join(".");
    await records.outbox.add(
      {
        key,
        booking: definition.id,
        version: 1,
        kind: "digest",
        channel: "mail",
        due: day.due,
        until: day.end,
      },
      now,
    );
  });
}

/** The office's calendar day that an instant lies in, and when its mail is due. */
export function daySpan(
  instant: Instant,
  timezone: string,
  hour = 0,
): { readonly start: Instant; readonly due: Instant; readonly end: Instant } {
  const local = zone(timezone);
  const day = local.dayOf(instant);
  return {
    start: local.instantOf(day, 0),
    due: local.instantOf(day, hour),
    end: local.instantOf(day + 1, 0),
  };
}
