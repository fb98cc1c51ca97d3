import { type Booking, MINUTE, slotLine, zone } from "@ricevimenti/core";
import type { Context } from "./context.ts";
import { columnsOf, type Row } from "./table.ts";

/** A booking as scripts see it; times are ISO 8601 in the office's zone. */
export function bookingJson(
  booking: Booking,
  timezone: string,
  { minimal = false } = {},
): Record<string, unknown> {
  const {
    code,
    office,
    service,
    mode,
    start,
    end,
    desk,
    state,
    name,
    email,
    reason,
    locale,
    created,
    expires,
    version,
  } = booking;
  const iso = (instant: number) => zone(timezone).formatInstant(instant);
  return {
    code,
    office,
    service,
    mode,
    start: iso(start),
    end: iso(end),
    minutes: Math.round((end - start) / MINUTE),
    desk,
    state,
    ...(minimal ? {} : { name, email, reason }),
    locale,
    created: iso(created),
    expires: expires === null ? null : iso(expires),
    version,
  };
}

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
