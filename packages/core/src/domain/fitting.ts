import type { Booking } from "./booking.ts";
import type { Office } from "./office.ts";
import { covers, type OpeningPlan } from "./opening-plan.ts";
import { MINUTE } from "./slot.ts";

/**
 * Why a visit already agreed on no longer suits its office: the office is gone, or no longer has what the citizen comes
 * for, gives it in that mode, or does it in so short a time; or it is not open then, in that mode, with that desk.
 */
export type WhyUnfit =
  | "office_removed"
  | "service_removed"
  | "mode_not_offered"
  | "service_longer"
  | "outside_hours";

/**
 * What speaks against a booking, the gravest first; null where it fits. A service that has become shorter, or an
 * opening's other slot length, changes nothing: what has been agreed keeps its time.
 */
export function whyUnfit(
  office: Office | undefined,
  plan: OpeningPlan | null,
  booking: Pick<Booking, "service" | "start" | "end" | "mode" | "desk">,
): WhyUnfit | null {
  if (!office || !plan) return "office_removed";
  const service = office.services?.find(({ id }) => id === booking.service);
  if (booking.service !== null && !service) return "service_removed";
  if (service?.modes && !service.modes.includes(booking.mode)) return "mode_not_offered";
  if (service?.minutes && booking.end - booking.start < service.minutes * MINUTE) return "service_longer";
  return covers(plan, booking) ? null : "outside_hours";
}
