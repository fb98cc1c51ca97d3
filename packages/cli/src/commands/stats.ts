import { modeName, type OfficeStatistics, type Statistics, zone } from "@ricevimenti/core";
import { done, wrongUsage } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { spanSince } from "../span-since.ts";
import { columnsOf } from "../table.ts";
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
      return done(
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

function text({ offices, lead_times, average_lead_hours }: Statistics, { io, say }: Context): string {
  const rows = offices
    // Modes an office neither offers nor had anything in are no news.
    .filter((row) => row.offered_minutes > 0 || SHOWN.some((column) => row[column] > 0))
    .map((row) => [
      row.office,
      modeName(row.mode, say),
      ...SHOWN.map((column) => String(row[column])),
      row.occupancy === null ? "" : `${bar(row.occupancy)} ${Math.round(row.occupancy * 100)}%`,
    ]);
  const head = [
    say("label-office"),
    say("label-mode"),
    ...SHOWN.map((column) => say(`head-${column.replace("_", "-")}`)),
    say("head-occupancy"),
  ];
  const most = Math.max(1, ...lead_times.map(({ count }) => count));
  const leads = lead_times.map(({ below_days: below, count }) => [
    below === null ? say("lead-longer") : say("lead-below", { days: below }),
    `${bar(count / most)} ${count}`,
  ]);
  const average =
    average_lead_hours === null ? [] : [`${say("lead-average", { hours: average_lead_hours })}\n`];
  return [
    rows.length > 0
      ? columnsOf(rows, { width: io.columns, head, colour: io.colour })
      : `${say("stats-none")}\n`,
    `\n${say("lead-title")}\n`,
    columnsOf(leads, { width: io.columns }),
    ...average,
  ].join("");
}

/** Full blocks for what is there, dots for the rest; more than all is all. */
function bar(part: number): string {
  const full = Math.round(Math.min(1, part) * BAR);
  return "█".repeat(full) + "·".repeat(BAR - full);
}
