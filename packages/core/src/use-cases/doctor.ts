import type { Ailment, Check, DoctorOptions, Finding } from "../core.ts";
import { DAY, type Instant, MINUTE } from "../domain/slot.ts";
import type { AuditRecords } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { examineHistories, NAMED, type Tally } from "./examine-histories.ts";

/** A message that has waited so long after its time means that no worker runs. */
const OVERDUE = 15 * MINUTE;
/** How many bookings that have begun, and how many events, the quick check looks back on. */
const RECENT_BOOKINGS = 500;
const RECENT_EVENTS = 1000;

/**
 * Examines what is kept: that claims and live bookings belong together, that the event log, replayed, tells the same
 * story as the bookings, that nobody was left without a message. Changes nothing. The quick check looks at what is to
 * come and at the latest of what is over, and takes no longer however much there has been; the full one at everything.
 *
 * @param name what may be shown of where the database is
 */
export async function examineRecords(
  deps: Pick<Deps, "store" | "clock">,
  { full = false }: DoctorOptions = {},
  name: string = deps.store.engine,
): Promise<readonly Finding[]> {
  const { read } = deps.store;
  const { audit } = read;
  const damage = full ? await audit.damage() : [];
  if (damage.length > 0)
    return [{ check: "database", level: "error", detail: damage.slice(0, 3).join("; "), ailment: "damaged" }];
  const now = deps.clock.now();
  const since = full ? 0 : await startOfQuickCheck(audit, now);
  const log = await examineHistories(read, now, since);
  return [
    ...(await examineTown(deps)),
    await examineExtent(audit, name),
    about("claims", "error", "stray-claims", await audit.strayClaims(full ? undefined : since)),
    about("live-bookings", "error", "unclaimed-bookings", await audit.unclaimedBookings(now)),
    about("event-log", "error", "unexplained-bookings", log.unexplained, log.replayed),
    about("histories", "error", "impossible-histories", log.impossible, log.replayed),
    about(
      "lost-bookings",
      "error",
      "lost-bookings",
      await audit.lostBookings(full ? undefined : RECENT_EVENTS),
    ),
    about("messages", "error", "messages-missing", log.untold),
    about("reminders", "warning", "reminders-missing", log.unreminded),
    about("messages-given-up", "warning", "messages-given-up", await audit.failedMessages()),
    about("messages-overdue", "warning", "messages-overdue", await audit.overdueMessages(now - OVERDUE)),
  ];
}

async function examineExtent(audit: AuditRecords, name: string): Promise<Finding> {
  const { version, bytes, shrinks } = await audit.extent();
  const finding = {
    check: "database",
    detail: `${name}, v${version}, ${(bytes / 1e6).toFixed(1)} MB`,
  } as const;
  return shrinks
    ? { ...finding, level: "ok" }
    : { ...finding, level: "warning", ailment: "database-never-shrinks" };
}

/** Whatever began within the last day may still go on: no slot is as long as that. */
async function startOfQuickCheck(audit: AuditRecords, now: Instant): Promise<Instant> {
  return Math.min(now - DAY, await audit.startOfRecent(now, RECENT_BOOKINGS));
}

async function examineTown({ store }: Pick<Deps, "store">): Promise<readonly Finding[]> {
  const town = await store.read.municipality.get();
  const count = (await store.read.offices.list()).length;
  return [
    town
      ? { check: "municipality", level: "ok", detail: `${town.definition.name}, ${town.definition.timezone}` }
      : { check: "municipality", level: "error", detail: "0", ailment: "no-municipality" },
    count > 0
      ? { check: "offices", level: "ok", detail: `${count}` }
      : { check: "offices", level: "warning", detail: "0", ailment: "no-offices" },
  ];
}

/** @param of how many were looked at, where that is known */
function about(
  check: Check,
  level: Finding["level"],
  ailment: Ailment,
  found: Tally | readonly string[],
  of?: number,
): Finding {
  const { count, named } = "named" in found ? found : { count: found.length, named: found.slice(0, NAMED) };
  const number = of === undefined ? `${count}` : `${count}/${of}`;
  if (count === 0) return { check, level: "ok", detail: number };
  return { check, level, detail: `${number}: ${named.join(" ")}`, ailment };
}
