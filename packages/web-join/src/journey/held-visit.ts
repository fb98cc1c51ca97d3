import {
  type Booking,
  type Holder,
  type Instant,
  type Outcome,
  parseCode,
  type Refusal,
} from "@ricevimenti/core";
import type { Context } from "hono";
import { type BookingVisit, bookingVisit } from "../booking-visit.ts";
import { holderOf } from "../browser-holder.ts";
import type { Step } from "../paths.ts";
import { refusedPage } from "../refused.ts";
import type { Site } from "../site.ts";
import { choiceOf } from "../time-choice/choice.ts";
import { openVisit } from "../visit.ts";
import { type Draft, readDraft } from "./draft.ts";
import { lapsedPage, unknownPage } from "./lost.ts";
import { OTHER_TOPIC } from "./topic.ts";

/** A look at the time one's own browser holds, or has held, while the form is filled in. */
export interface HeldVisit extends BookingVisit {
  readonly holder: Holder;
  readonly draft: Draft;
  /** When the hold lapses; null once it has. */
  readonly heldUntil: Instant | null;
}

export type OpenedHold =
  | { readonly ok: true; readonly visit: HeldVisit }
  | { readonly ok: false; readonly answer: Response | Promise<Response> };

/**
 * Opens a step of the form. A request that has been sent already leads to its page; a stranger's, or one of a browser
 * that keeps no cookies, to the beginning. A hold that has lapsed is opened all the same for a press, which may take
 * the time again (`takeAgain`); for a look, the page that offers that.
 */
export async function openHeld(c: Context, site: Site, purpose: "look" | "press"): Promise<OpenedHold> {
  const holder = holderOf(c, site);
  const code = parseCode(c.req.param("code") ?? "");
  const found = code === null ? null : await site.core.getBooking(code);
  if (!found?.ok || holder === null || found.booking.holder !== holder) {
    return { ok: false, answer: unknownPage(c, await openVisit(c, site)) };
  }
  const opened = await bookingVisit(c, site, found.booking);
  const { booking, state } = opened;
  if (state === "pending" || state === "confirmed") {
    return { ok: false, answer: c.redirect(opened.stay(site.paths.step("sent", booking.code)), 303) };
  }
  const heldUntil = state === "held" ? booking.expires : null;
  const visit: HeldVisit = { ...opened, holder, draft: readDraft(c, site), heldUntil };
  if (heldUntil === null && purpose === "look") return { ok: false, answer: lapsedPage(c, visit) };
  return { ok: true, visit };
}

/**
 * Makes sure that the time is held for this browser, in the page's language and with this topic: as it is, or taken
 * anew where the hold has lapsed, something has changed, or more time is wanted. Old and new hold change places in one
 * transaction, so that nobody else can slip in between.
 */
export async function takeAgain(
  visit: HeldVisit,
  wish: { readonly service?: string | null; readonly longer?: boolean } = {},
): Promise<Outcome<{ readonly booking: Booking }>> {
  const { booking, holder, heldUntil, locale, site } = visit;
  const { service = booking.service, longer = false } = wish;
  const unchanged = service === booking.service && locale === booking.locale;
  if (heldUntil !== null && unchanged && !longer) return { ok: true, booking };
  const { office, start, mode, code } = booking;
  return site.core.atomically(async (core) => {
    await core.release({ code, holder });
    return core.hold({ office, start, mode, holder, locale, ...(service !== null && { service }) });
  });
}

/** The address of a step of a booking. */
export function stepOf({ site, stay }: HeldVisit, step: Step, { code }: Pick<Booking, "code">): string {
  return stay(site.paths.step(step, code));
}

/** Where the citizen chooses a time: with the one they have, or had, in view. */
export function timesOf(
  { site, stay, booking }: HeldVisit,
  more: { readonly service?: string | null; readonly lost?: boolean } = {},
): string {
  const { service = booking.service, lost = false } = more;
  return stay(site.paths.book, {
    ufficio: booking.office,
    servizio: service ?? OTHER_TOPIC,
    ...(lost && { perso: choiceOf(booking) }),
  });
}

/** Whether the refusal means that another time has to be chosen. */
export function isLostTime({ code }: Refusal): boolean {
  const codes: readonly Refusal["code"][] = [
    "slot_taken",
    "slot_not_offered",
    "slot_past",
    "too_soon",
    "beyond_horizon",
    "mode_not_offered",
  ];
  return codes.includes(code);
}

/** Where a refused time leads: to other times, with what was typed kept; or to a page that says why not. */
export function afterRefusal(
  c: Context,
  visit: HeldVisit,
  refusal: Refusal,
  service = visit.booking.service,
): Response | Promise<Response> {
  return isLostTime(refusal)
    ? c.redirect(timesOf(visit, { service, lost: true }), 303)
    : refusedPage(c, visit, refusal, { timezone: visit.timezone });
}
