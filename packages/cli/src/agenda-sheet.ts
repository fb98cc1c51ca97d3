import { type AgendaEntry, longDay, modeName, timeOf } from "@ricevimenti/core";
import type { Context } from "./context.ts";
import { groupedText, type Row, tableOf } from "./table.ts";

/** The day sheet: what is shown on a terminal, printed, and put into a PDF. */
export interface Sheet {
  readonly head: Row;
  readonly days: readonly { readonly title: string; readonly rows: readonly Row[] }[];
}

export interface SheetOptions {
  /** Without personal data. */
  readonly minimal?: boolean;
  /** Appointments of one office only: its name need not stand on every line. */
  readonly single?: boolean;
}

/** Each appointment on a line, under its day. Times are in the office's own zone. */
export function sheetOf(
  bookings: readonly AgendaEntry[],
  timezones: (office: string) => string,
  { say, locale }: Context,
  { minimal = false, single = false }: SheetOptions,
): Sheet {
  const ids = [
    "head-time",
    "label-mode",
    "label-state",
    ...(single ? [] : ["label-office"]),
    "head-code",
    ...(minimal ? [] : ["head-name", "label-reason"]),
  ];
  const rowOf = (booking: AgendaEntry): Row => {
    const timezone = timezones(booking.office);
    const state = say(`state-${booking.state.replace("_", "-")}`);
    return [
      `${timeOf(booking.start, locale, timezone)}-${timeOf(booking.end, locale, timezone)}`,
      modeName(booking.mode, say),
      booking.announced === null ? state : `${state}, ${say(`announced-${booking.announced}`)}`,
      ...(single ? [] : [booking.office]),
      booking.code,
      ...(minimal ? [] : [booking.name ?? "", booking.reason ?? ""].map(oneLine)),
    ];
  };
  const days = new Map<string, Row[]>();
  for (const booking of bookings) {
    const title = longDay(booking.start, locale, timezones(booking.office));
    days.set(title, [...(days.get(title) ?? []), rowOf(booking)]);
  }
  return { head: ids.map((id) => say(id)), days: [...days].map(([title, rows]) => ({ title, rows })) };
}

/** The sheet as text: every day's columns stand under each other. */
export function sheetText({ head, days }: Sheet, { io, say }: Context): string {
  if (days.length === 0) return `${say("agenda-none")}\n`;
  const rows = days.flatMap((day) => day.rows);
  const titles = days.flatMap(({ title, rows: { length } }) => new Array<string>(length).fill(title));
  return groupedText(titles, tableOf(rows, { width: io.columns, head, colour: io.colour }), io.colour);
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");
