import { type Booking, MINUTE, modeName, slotLine, zone } from "@ricevimenti/core";
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
  return columnsOf(rows, { width: io.columns });
}

/** One line for each booking. */
export function bookingRow(
  booking: Booking,
  timezone: string,
  { say, locale }: Context,
  { minimal = false } = {},
): Row {
  const when = slotLine({ start: booking.start, end: booking.end }, locale, timezone);
  const facts = [when, modeName(booking.mode, say), booking.office, booking.code, say(stateId(booking))];
  return minimal ? facts : [...facts, oneLine(booking.name ?? ""), oneLine(booking.reason ?? "")];
}

export function bookingHead({ say }: Context, { minimal = false } = {}): Row {
  const facts = ["label-when", "label-mode", "label-office", "label-code", "label-state"];
  return [...facts, ...(minimal ? [] : ["label-name", "label-reason"])].map((id) => say(id));
}

const stateId = ({ state }: Booking) => `state-${state.replace("_", "-")}`;
const oneLine = (text: string) => text.replace(/\s+/g, " ");
