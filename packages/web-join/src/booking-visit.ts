import {
  type Booking,
  type BookingLinks,
  type BookingState,
  type Instant,
  type LinkPurpose,
  type Office,
  type Service,
  stateAt,
} from "@ricevimenti/core";
import type { Context } from "hono";
import { pathOf } from "./paths.ts";
import { refusedPage } from "./refused.ts";
import type { Site } from "./site.ts";
import { openVisit, type Visit, visitFor } from "./visit.ts";

/** A visitor's look at the booking whose link they opened. */
export interface BookingVisit extends Visit {
  readonly booking: Booking;
  /** The booking's state by the clock. */
  readonly state: BookingState;
  readonly office: Office;
  /** IANA zone of the office. */
  readonly timezone: string;
  readonly service: Service | null;
  /** When the page is shown. */
  readonly now: Instant;
  /** Paths of the booking's pages. */
  readonly links: Readonly<Record<LinkPurpose, string>>;
}

export type Opened =
  | { readonly ok: true; readonly visit: BookingVisit }
  | { readonly ok: false; readonly refused: Response | Promise<Response> };

/** Opens the booking a link is for, or the page that says why the link leads nowhere. Changes nothing. */
export async function openLink(c: Context, site: Site, purpose: LinkPurpose, token: string): Promise<Opened> {
  const followed = await site.core.follow(purpose, token);
  if (!followed.ok) return { ok: false, refused: refusedPage(c, await openVisit(c, site), followed.refusal) };
  return { ok: true, visit: await bookingVisit(c, site, followed.booking) };
}

/** A look at a booking, with all that its pages need. */
export async function bookingVisit(c: Context, site: Site, booking: Booking): Promise<BookingVisit> {
  const { core } = site;
  const now = core.clock.now();
  const { office, timezone, municipality } = await core.officeOf(booking);
  return {
    ...visitFor(c, site, municipality, booking),
    booking,
    now,
    state: stateAt(booking, now),
    office,
    timezone,
    service: office.services?.find(({ id }) => id === booking.service) ?? null,
    links: pathsOf(core.linksOf(booking)),
  };
}

/** Looked at one by one, as links are derived. */
function pathsOf(links: BookingLinks): BookingVisit["links"] {
  return {
    get confirm() {
      return pathOf(links.confirm);
    },
    get manage() {
      return pathOf(links.manage);
    },
    get join() {
      return pathOf(links.join);
    },
    get calendar() {
      return pathOf(links.calendar);
    },
  };
}

/** Whether the appointment is over. */
export function isOver({ booking, now }: BookingVisit): boolean {
  return booking.end <= now;
}
