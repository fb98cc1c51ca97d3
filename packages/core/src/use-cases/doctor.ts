import type { Ailment, Check, Finding } from "../core.ts";
import { MINUTE } from "../domain/slot.ts";
import type { Deps } from "./deps.ts";

/** A message that has waited so long after its time means that no worker runs. */
const OVERDUE = 15 * MINUTE;
/** Booking codes that are named; the number before them tells how many there are. */
const NAMED = 10;

/**
 * Examines what is kept: that claims and live bookings belong together, that the event log tells the same story as the
 * bookings, that no message is stuck. Changes nothing.
 */
export async function examineRecords(deps: Deps): Promise<readonly Finding[]> {
  const { audit, municipality, offices } = deps.store.read;
  const now = deps.clock.now();
  const town = await municipality.get();
  const count = (await offices.list()).length;
  return [
    town
      ? { check: "municipality", level: "ok", detail: `${town.definition.name}, ${town.definition.timezone}` }
      : { check: "municipality", level: "error", detail: "0", ailment: "no-municipality" },
    count > 0
      ? { check: "offices", level: "ok", detail: `${count}` }
      : { check: "offices", level: "warning", detail: "0", ailment: "no-offices" },
    about("claims", "error", "stray-claims", await audit.strayClaims()),
    about("live-bookings", "error", "unclaimed-bookings", await audit.unclaimedBookings(now)),
    about("event-log", "error", "unexplained-bookings", await audit.unexplainedBookings()),
    about("messages-given-up", "warning", "messages-given-up", await audit.failedMessages()),
    about("messages-overdue", "warning", "messages-overdue", await audit.overdueMessages(now - OVERDUE)),
  ];
}

function about(check: Check, level: Finding["level"], ailment: Ailment, codes: readonly string[]): Finding {
  if (codes.length === 0) return { check, level: "ok", detail: "0" };
  return { check, level, detail: `${codes.length}: ${codes.slice(0, NAMED).join(" ")}`, ailment };
}
