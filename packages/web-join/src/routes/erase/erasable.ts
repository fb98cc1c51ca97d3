import { isLive } from "@ricevimenti/core";
import type { BookingVisit } from "../../booking-visit.ts";

/** Whether the booking is one that erasing its data cancels. */
export function isToCome({ booking, now }: BookingVisit): boolean {
  return isLive(booking, now);
}

/** While the appointment goes on the office needs to know who is before it. */
export function isErasable(visit: BookingVisit): boolean {
  return !isToCome(visit) || visit.booking.start > visit.now;
}

/** Whether there is anything left to erase. */
export function hasData({ booking }: BookingVisit): boolean {
  return booking.email !== null;
}
