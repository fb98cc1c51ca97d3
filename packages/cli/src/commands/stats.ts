import { modeName, type OfficeStatistics, type Statistics, zone } from "@ricevimenti/core";
import { done, verbatim, wrongUsage } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { spanSince } from "../span-since.ts";
import { columnsOf, tableOf } from "../table.ts";
import type { SpanOptions } from "../time-input.ts";

interface Options extends SpanOptions {
  readonly csv?: boolean;
}

const DAYS = 30;
const BAR = 20;

/** Requests, attendance, lead times and occupancy, by office and mode: of the last thirty days, or of a span. */
export const stats: Run<Options> = (context, _, { csv = false, ...typed }) =>
  withCore(context, async (core) => {
    if (csv && context.json) {
      return wrongUsage(context.say("usage-conflict", { option: "--csv", other: "--json" }));
    }
    const { timezone } = await core.municipality();
    const span = spanSince(typed, DAYS, core.clock.now(), timezone, context);
    if (!span.ok) return span.answer;
    const found = await core.statistics(span.value);
    if (csv) {
      const { csvText } = await import("../csv-text.ts");
      return verbatim(
        () =>
          csvText(
            COLUMNS,
            found.offices.map((row) => ({ ...row })),
          ),
        () => null,
      );
    }
    const iso = (at: number) => zone(timezone).formatInstant(at);
    return done(
      () => text(found, context),
      () => ({ from: iso(span.value.from), to: iso(span.value.to), ...found }),
    );
  });

const COLUMNS: readonly (keyof OfficeStatistics)[] = [
  "office",
  "mode",
  "requests",
  "confirmations",
  "expiries",
  "cancellations",
  "moves",
  "appointments",
  "attended",
  "no_shows",
  "booked_minutes",
  "offered_minutes",
  "occupancy",
];
const SHOWN = ["requests", "confirmations", "expiries", "cancellations", "appointments", "no_shows"] as const;

function text(found: Statistics, context: Context): string {
  const { lead_times, average_lead_hours } = found;
  const { io, say } = context;
  const most = Math.max(1, ...lead_times.map(({ count }) => count));
  const leads = lead_times.map(({ below_days: below, count }) => [
    below === null ? say("lead-longer") : say("lead-below", { days: below }),
    `${bar(count / most)} ${count}`,
  ]);
  const average =
    average_lead_hours === null ? [] : [`${say("lead-average", { hours: average_lead_hours })}\n`];
  return [
    officesText(found, context),
    `\n${say("lead-title")}\n`,
    columnsOf(leads, { width: io.columns }),
    ...average,
  ].join("");
}

/** One table where it fits; on a narrow terminal the numbers under their offices, and the bars below. */
function officesText({ offices }: Statistics, { io, say }: Context): string {
  // Modes an office neither offers nor had anything in are no news.
  const shown = offices.filter((row) => row.offered_minutes > 0 || SHOWN.some((column) => row[column] > 0));
  if (shown.length === 0) return `${say("stats-none")}\n`;
  const heads = SHOWN.map((column) => say(`head-${column.replace("_", "-")}`));
  const numbers = (row: OfficeStatistics) =>
    SHOWN.map((column, index) => String(row[column]).padStart(heads[index]?.length ?? 0));
  const occupied = ({ occupancy }: OfficeStatistics) =>
    occupancy === null ? "" : `${bar(occupancy)} ${Math.round(occupancy * 100)}%`;
  const [office, mode, occupancy] = [say("label-office"), say("label-mode"), say("head-occupancy")];
  const colour = io.colour;

  const rows = shown.map((row) => [row.office, modeName(row.mode, say), ...numbers(row), occupied(row)]);
  const head = [office, mode, ...heads, occupancy];
  const one = tableOf(rows, { width: null, head });
  const { columns } = io;
  if (columns === null || [one.head ?? "", ...one.rows].every(({ length }) => length <= columns))
    return columnsOf(rows, { width: null, head, colour });

  const counts = tableOf(
    shown.map((row) => [`  ${modeName(row.mode, say)}`, ...numbers(row)]),
    { width: columns, head: ["", ...heads], colour },
  );
  const bars = shown.map((row) => [row.office, modeName(row.mode, say), occupied(row)]);
  return [
    `${counts.head}\n`,
    ...counts.rows.map((row, index) =>
      shown[index]?.office === shown[index - 1]?.office ? `${row}\n` : `${shown[index]?.office}\n${row}\n`,
    ),
    "\n",
    columnsOf(bars, { width: columns, head: [office, mode, occupancy], colour }),
  ].join("");
}

/** Full blocks for what is there, dots for the rest; more than all is all. */
function bar(part: number): string {
  const full = Math.round(Math.min(1, part) * BAR);
  return "█".repeat(full) + "·".repeat(BAR - full);
}
