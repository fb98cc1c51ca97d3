import type { BookingState } from "../domain/booking.ts";
import type { Locale } from "../domain/municipality.ts";
import type { FormProblem, Refusal } from "../domain/refusal.ts";
import type { Slot } from "../domain/slot.ts";
import { type Say, texts } from "./catalogue.ts";
import { longDay, slotLine, timeOf, untilHour } from "./when.ts";

/**
 * What the citizen is told instead of what they asked for: one clear sentence with the next step (one for each problem
 * of a form). It repeats nothing a stranger typed. Times are in `timezone`, the office's. `say` of another area speaks to
 * its readers.
 */
export function refusalText(
  refusal: Refusal,
  locale: Locale,
  timezone: string,
  say: Say = texts("common", locale),
): string {
  switch (refusal.code) {
    case "office_unknown":
      return say("refusal-office-unknown");
    case "service_unknown":
      return say("refusal-service-unknown");
    case "booking_unknown":
      return say("refusal-booking-unknown");
    case "slot_taken":
      return withNearest("refusal-slot-taken", refusal.nearest, say, locale, timezone);
    case "slot_not_offered":
      return withNearest("refusal-slot-not-offered", refusal.nearest, say, locale, timezone);
    case "slot_past":
      return say("refusal-slot-past");
    case "too_soon":
      return say("refusal-too-soon", { earliest: untilHour(refusal.earliest, locale, timezone) });
    case "beyond_horizon":
      return say("refusal-beyond-horizon", { latest: longDay(refusal.latest, locale, timezone) });
    case "not_released":
      return say("refusal-not-released", {
        day: longDay(refusal.opens, locale, timezone),
        time: timeOf(refusal.opens, locale, timezone),
      });
    case "mode_not_offered":
      return say("refusal-mode-not-offered");
    case "limit_office":
      return say("refusal-limit-office", { limit: refusal.limit });
    case "limit_total":
      return say("refusal-limit-total", { limit: refusal.limit });
    case "limit_unconfirmed":
      return say("refusal-limit-unconfirmed", { limit: refusal.limit });
    case "resend_limit":
      return say("refusal-resend-limit", { limit: refusal.limit });
    case "hold_expired":
      return say("refusal-hold-expired");
    case "confirmation_expired":
      return say("refusal-confirmation-expired");
    case "wrong_state":
      return say(STATE_TEXTS[refusal.state]);
    case "nothing_to_move":
      return say("refusal-nothing-to-move");
    case "already_started":
      return say("refusal-already-started");
    case "link_invalid":
      return say("refusal-link-invalid");
    case "link_outdated":
      // A booking that goes on has newer links; for one that is over, its end is what matters.
      return say(
        refusal.state === "pending" || refusal.state === "confirmed"
          ? "refusal-link-outdated"
          : STATE_TEXTS[refusal.state],
      );
    case "room_closed":
      return say("refusal-room-closed", {
        opens: timeOf(refusal.opens, locale, timezone),
        closes: untilHour(refusal.closes, locale, timezone),
      });
    case "not_virtual":
      return say("refusal-not-virtual");
    case "form_invalid":
      return refusal.problems.map((problem) => formProblemText(problem, locale, say)).join(" ");
    default:
      throw new Error(`no text for ${JSON.stringify(refusal satisfies never)}`);
  }
}

/** One problem of the citizen's form, as a sentence to stand beside its field. */
export function formProblemText(
  problem: FormProblem,
  locale: Locale,
  say: Say = texts("common", locale),
): string {
  return say(FORM_TEXTS[problem.field][problem.problem]);
}

function withNearest(
  id: string,
  nearest: readonly Slot[],
  say: Say,
  locale: Locale,
  timezone: string,
): string {
  const [first] = nearest;
  return first ? say(`${id}-nearest`, { nearest: slotLine(first, locale, timezone) }) : say(id);
}

const STATE_TEXTS: Record<BookingState, string> = {
  held: "refusal-state-held",
  pending: "refusal-state-pending",
  confirmed: "refusal-state-confirmed",
  attended: "refusal-state-attended",
  no_show: "refusal-state-no-show",
  expired: "refusal-state-expired",
  cancelled: "refusal-state-cancelled",
};

const FORM_TEXTS: Record<FormProblem["field"], Record<FormProblem["problem"], string>> = {
  name: {
    missing: "form-name-missing",
    too_long: "form-name-too-long",
    malformed: "form-name-malformed",
    not_plain_text: "form-name-not-plain-text",
  },
  email: {
    missing: "form-email-missing",
    too_long: "form-email-too-long",
    malformed: "form-email-malformed",
    not_plain_text: "form-email-not-plain-text",
  },
  reason: {
    missing: "form-reason-missing",
    too_long: "form-reason-too-long",
    malformed: "form-reason-malformed",
    not_plain_text: "form-reason-not-plain-text",
  },
  // A box is ticked or not: nothing else can be wrong with it.
  consent: {
    missing: "form-consent-missing",
    too_long: "form-consent-missing",
    malformed: "form-consent-missing",
    not_plain_text: "form-consent-missing",
  },
};
