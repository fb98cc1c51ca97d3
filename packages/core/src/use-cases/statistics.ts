import type { Municipality } from "../domain/municipality.ts";
import { MODES, type Mode } from "../domain/office.ts";
import { compilePlan, openIntervalsOn } from "../domain/opening-plan.ts";
import { type Instant, MINUTE } from "../domain/slot.ts";
import type { LeadRow, OfficeRevision } from "../ports.ts";
import type { Deps } from "./deps.ts";
import { loadTown } from "./town.ts";

/** How an office did in one mode, in a span. */
export interface OfficeStatistics {
  readonly office: string;
  readonly mode: Mode;
  /** What happened in the span. */
  readonly requests: number;
  readonly confirmations: number;
  readonly expiries: number;
  readonly cancellations: number;
  readonly moves: number;
  /** Appointments that start in the span, and of those the ones whose citizen came, or did not. */
  readonly appointments: number;
  readonly attended: number;
  readonly no_shows: number;
  /** Minutes of desks: taken by appointments, and open in this mode by the timetable of those days. */
  readonly booked_minutes: number;
  readonly offered_minutes: number;
  /** Between 0 and 1, three decimals; null where nothing was offered. */
  readonly occupancy: number | null;
}

export interface Statistics {
  readonly offices: readonly OfficeStatistics[];
  /** How long before their start appointments were asked for: fewer than `below_days` days, null for longer. */
  readonly lead_times: readonly { readonly below_days: number | null; readonly count: number }[];
  /** Hours on average; null without appointments. */
  readonly average_lead_hours: number | null;
}

const BOUNDS = [1, 3, 7, 14, 30, null] as const;

/**
 * Requests, confirmations, expiries, no-shows, lead times and occupancy, counted over what stays when personal data is
 * erased. Each office is measured by the timetable that was in force on each day, also one that is gone.
 */
export async function statistics(
  deps: Deps,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<Statistics> {
  const { read } = deps.store;
  const { definition: town } = await loadTown(read);
  const happened = await read.statistics.happened(from, to);
  const appointments = await read.statistics.appointments(from, to);
  const leads = await read.statistics.leadTimes(from, to);
  const listed = (await read.offices.list()).map(({ definition }) => definition.id);
  const ids = new Set([...listed, ...[...happened, ...appointments].map(({ office }) => office)]);
  const offices: OfficeStatistics[] = [];
  for (const office of ids) {
    const offered = offeredMinutes(await read.offices.history(office), town, from, to);
    for (const mode of MODES) {
      const mine = <T extends { office: string; mode: Mode }>(rows: readonly T[]) =>
        rows.filter((row) => row.office === office && row.mode === mode);
      const times = (kind: string) =>
        sum(
          mine(happened).filter((row) => row.kind === kind),
          ({ count }) => count,
        );
      const kept = mine(appointments);
      const inState = (state: string) =>
        sum(
          kept.filter((row) => row.state === state),
          ({ count }) => count,
        );
      const booked = sum(kept, ({ length }) => length) / MINUTE;
      const open = Math.round(offered[mode]);
      offices.push({
        office,
        mode,
        requests: times("requested"),
        confirmations: times("confirmed"),
        expiries: times("expired"),
        cancellations: times("cancelled"),
        moves: times("moved"),
        appointments: sum(kept, ({ count }) => count),
        attended: inState("attended"),
        no_shows: inState("no_show"),
        booked_minutes: booked,
        offered_minutes: open,
        occupancy: open === 0 ? null : Math.round((booked / open) * 1000) / 1000,
      });
    }
  }
  return { offices, ...leadTimes(leads) };
}

function leadTimes(rows: readonly LeadRow[]): Pick<Statistics, "lead_times" | "average_lead_hours"> {
  const count = sum(rows, (row) => row.count);
  const length = sum(rows, (row) => row.length);
  return {
    lead_times: BOUNDS.map((below) => ({
      below_days: below,
      count: sum(
        rows.filter((row) => row.below === below),
        (row) => row.count,
      ),
    })),
    average_lead_hours: count === 0 ? null : Math.round(length / count / (60 * MINUTE)),
  };
}

/** Desk minutes open in each mode, under each revision of the timetable for as long as it was in force. */
function offeredMinutes(
  history: readonly OfficeRevision[],
  town: Municipality,
  from: Instant,
  to: Instant,
): Record<Mode, number> {
  const minutes: Record<Mode, number> = { in_person: 0, virtual: 0 };
  for (const [index, { at, definition }] of history.entries()) {
    const start = Math.max(from, at);
    const end = Math.min(to, history[index + 1]?.at ?? to);
    if (!definition || start >= end) continue;
    const plan = compilePlan(definition, town);
    for (let day = plan.zone.dayOf(start); plan.zone.instantOf(day, 0) < end; day++) {
      for (const interval of openIntervalsOn(plan, day)) {
        const length = Math.min(interval.end, end) - Math.max(interval.start, start);
        if (length <= 0) continue;
        for (const mode of interval.opening.modes)
          minutes[mode] += (length / MINUTE) * interval.opening.desks;
      }
    }
  }
  return minutes;
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
