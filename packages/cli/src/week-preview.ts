import {
  type Instant,
  type Municipality,
  modeName,
  type Office,
  openingWeek,
  parseDay,
  shortDay,
  timeOf,
  zone,
} from "@ricevimenti/core";
import type { Context } from "./context.ts";
import { columnsOf, type Row } from "./table.ts";

/** The office's week as it will be, a line for each opening: what the person who changes it wants to see first. */
export function weekText(
  office: Office,
  municipality: Municipality,
  now: Instant,
  week: string | undefined,
  { say, locale, io }: Context,
): string {
  const timezone = office.timezone ?? municipality.timezone;
  const local = zone(timezone);
  const day = (week === undefined ? null : parseDay(week)) ?? local.dayOf(now);
  const days = openingWeek(office, municipality, day);
  const rows = days.flatMap(({ date, openings, closures, holiday }): Row[] => {
    const name = shortDay(local.instantOf(parseDay(date) ?? 0, 12 * 60), locale, timezone);
    const why = [
      ...(holiday ? [say("week-holiday")] : []),
      ...closures.map((reason) => reason ?? say("week-closed")),
    ];
    if (openings.length === 0) return [[name, say("week-shut"), why.join(", ")]];
    return openings.map(({ start, end, modes, slot, desks }, index) => [
      index === 0 ? name : "",
      `${timeOf(start, locale, timezone)}-${timeOf(end, locale, timezone)}`,
      [
        say("week-slot", { minutes: slot }),
        modes.map((mode) => modeName(mode, say)).join(", "),
        ...(desks > 1 ? [say("week-desks", { desks })] : []),
        ...(index === 0 ? why : []),
      ].join(", "),
    ]);
  });
  const title = say("week-title", { office: office.name });
  return `${io.colour ? `\u001B[1m${title}\u001B[22m` : title}\n${columnsOf(rows, { width: io.columns })}`;
}
