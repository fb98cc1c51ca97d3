import { type Booking, MINUTE, zone } from "@ricevimenti/core";

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
