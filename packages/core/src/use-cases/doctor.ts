import type { Finding } from "../core.ts";
import { MINUTE } from "../domain/slot.ts";
import type { Deps } from "./deps.ts";

/** A message that has waited so long after its time means that no worker runs. */
const OVERDUE = 15 * MINUTE;

/**
 * Examines what is kept: that claims and live bookings belong together, that the event log tells the same story as the
 * bookings, that no message is stuck. Changes nothing.
 */
export async function examineRecords(deps: Deps): Promise<readonly Finding[]> {
  const { audit, municipality, offices } = deps.store.read;
  const now = deps.clock.now();
  const town = await municipality.get();
  const findings: Finding[] = [
    town
      ? { check: "municipality", level: "ok", detail: `${town.definition.name}, ${town.definition.timezone}` }
      : { check: "municipality", level: "error", detail: "none", advice: "run: ricevimenti init" },
  ];
  const count = (await offices.list()).length;
  findings.push(
    count > 0
      ? { check: "offices", level: "ok", detail: `${count}` }
      : {
          check: "offices",
          level: "warning",
          detail: "none",
          advice: "run: ricevimenti timetable import FILE",
        },
  );
  const of = (check: string, codes: readonly string[], level: Finding["level"], advice: string): Finding =>
    codes.length === 0
      ? { check, level: "ok", detail: "0" }
      : { check, level, detail: `${codes.length}: ${codes.slice(0, 10).join(" ")}`, advice };
  findings.push(
    of(
      "claims without their booking",
      await audit.strayClaims(),
      "error",
      "restore a backup or write to the maintainers; citizens may see too few free slots",
    ),
    of(
      "live bookings without their claims",
      await audit.unclaimedBookings(now),
      "error",
      "these times could be sold twice: move or cancel these bookings",
    ),
    of(
      "bookings the event log tells differently",
      await audit.unexplainedBookings(),
      "error",
      "somebody changed the database by hand: compare with a backup",
    ),
    of(
      "messages given up",
      await audit.failedMessages(),
      "warning",
      "see: ricevimenti outbox list; then: ricevimenti outbox retry",
    ),
    of(
      "messages overdue",
      await audit.overdueMessages(now - OVERDUE),
      "warning",
      "is a worker running? start one with: ricevimenti start",
    ),
  );
  return findings;
}
