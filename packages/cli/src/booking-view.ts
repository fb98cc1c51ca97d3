import { type Booking, slotLine } from "@ricevimenti/core";
import type { Context } from "./context.ts";
import { columnsOf, type Row } from "./table.ts";

/** Each fact of a booking on a line of its own. */
export function bookingText(booking: Booking, timezone: string, { say, locale, io }: Context): string {
  const facts: [string, string | null][] = [
    ["label-code", booking.code],
    ["label-state", say(stateId(booking))],
    ["label-office", booking.office],
    ["label-when", slotLine(booking, locale, timezone)],
    ["label-service", booking.service],
    ["label-name", booking.name],
    ["label-email", booking.email],
    ["label-reason", booking.reason],
  ];
  const rows = facts.flatMap(([id, value]): Row[] => (value === null ? [] : [[say(id), oneLine(value)]]));
  return columnsOf(rows, { width: io.columns, lines: Number.POSITIVE_INFINITY });
}

const stateId = ({ state }: Booking) => `state-${state.replace("_", "-")}`;
const oneLine = (text: string) => text.replace(/\s+/g, " ");
