import { type Refusal, refusalText } from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Html, page } from "./layout.ts";
import { notice } from "./parts/notice.ts";
import type { Visit } from "./visit.ts";

/** Where the visitor can go from a page that says no. */
export interface NextStep {
  readonly text: string;
  readonly href: string;
}

/** A page that says no: what the matter is, and one next step. The list of offices where none is given. */
export function refusedPage(
  c: Context,
  visit: Visit,
  refusal: Refusal,
  options: { readonly timezone?: string; readonly next?: NextStep } = {},
) {
  const timezone = options.timezone ?? visit.town?.timezone ?? "UTC";
  return page(
    c,
    visit,
    {
      title: visit.say(titleOf(refusal)),
      main: refusedMain(visit, refusalText(refusal, visit.locale, timezone), options.next),
    },
    statusOf(refusal),
  );
}

/** The body of a page that says no. */
export function refusedMain(visit: Visit, text: string, next?: NextStep): Html {
  const step = next ?? {
    text: visit.say("to-offices"),
    href: visit.to(visit.site.paths.home),
  };
  return html`${notice("warning", text)}
<div class="actions"><a class="btn btn-primary" href="${step.href}">${step.text}</a></div>`;
}

/** What a refusal is called in HTTP. */
export function statusOf(refusal: Refusal): ContentfulStatusCode {
  switch (refusal.code) {
    case "office_unknown":
    case "service_unknown":
    case "booking_unknown":
    case "link_invalid":
      return 404;
    case "link_outdated":
    case "hold_expired":
    case "confirmation_expired":
      return 410;
    case "wrong_state":
      return hasEnded(refusal.state) ? 410 : 409;
    case "slot_taken":
    case "slot_not_offered":
    case "limit_office":
    case "limit_total":
    case "limit_unconfirmed":
    case "resend_limit":
    case "already_started":
    case "room_closed":
    case "not_virtual":
      return 409;
    case "slot_past":
    case "too_soon":
    case "beyond_horizon":
    case "not_released":
    case "mode_not_offered":
    case "nothing_to_move":
    case "form_invalid":
      return 422;
    default:
      throw new Error(`no status for ${JSON.stringify(refusal satisfies never)}`);
  }
}

function hasEnded(state: (Refusal & { code: "wrong_state" })["state"]): boolean {
  return state !== "held" && state !== "pending" && state !== "confirmed";
}

function titleOf(refusal: Refusal): string {
  switch (refusal.code) {
    case "link_invalid":
      return "refused-link";
    case "link_outdated":
    case "wrong_state":
      return refusal.code === "link_outdated" && !hasEnded(refusal.state)
        ? "refused-moved"
        : `refused-state-${refusal.state.replace("_", "-")}`;
    case "hold_expired":
    case "confirmation_expired":
      return "refused-state-expired";
    case "slot_taken":
    case "slot_not_offered":
      return "refused-slot";
    case "already_started":
      return "refused-started";
    case "not_virtual":
      return "refused-not-virtual";
    case "room_closed":
      return "refused-room";
    default:
      return "refused";
  }
}
