import { createEvent, type EventAttributes } from "ics";
import type { Booking } from "../../domain/booking.ts";
import { type Say, texts } from "../../texts/catalogue.ts";
import { oneLine } from "../../texts/safe-text.ts";
import { folded, unfolded } from "./folding.ts";
import { hostOf, type InvitationContext } from "./invitation-context.ts";

export interface Invitation {
  readonly filename: string;
  readonly method: "REQUEST" | "CANCEL";
  readonly body: string;
}

/**
 * The appointment as an iCalendar file (RFC 5545, RFC 5546): METHOD:REQUEST while it stands, METHOD:CANCEL once it is
 * cancelled. The UID is the booking's for life and holds no token; each move and the cancellation count SEQUENCE up.
 */
export function invitation(booking: Booking, context: InvitationContext): Invitation {
  const cancelled = booking.state === "cancelled";
  const method = cancelled ? "CANCEL" : "REQUEST";
  const { value } = createEvent(event(booking, context, cancelled, method));
  // Without the cause, which quotes the citizen's data.
  if (!value) throw new Error(`no calendar entry could be made for ${booking.code}`);
  const url = booking.mode === "virtual" ? context.links.join : context.links.manage;
  return {
    filename: `appuntamento-${booking.code.replace(/[^A-Za-z0-9-]/g, "")}.ics`,
    method,
    body: folded(unfolded(value).map(withPlainKeywords).flatMap(withUrl(url))),
  };
}

function event(
  booking: Booking,
  { office, municipality, links, now, origin, from }: InvitationContext,
  cancelled: boolean,
  method: string,
): EventAttributes & { readonly timestamp: number } {
  const say = texts("mail", booking.locale);
  const virtual = booking.mode === "virtual";
  const place = virtual ? links.join : oneLine(office.place ?? "");
  return {
    productId: "-//ricevimenti//appuntamenti//IT",
    method,
    uid: `${booking.code}@${hostOf(origin)}`,
    sequence: booking.version - 1,
    timestamp: now,
    status: cancelled ? "CANCELLED" : "CONFIRMED",
    start: booking.start,
    startInputType: "utc",
    startOutputType: "utc",
    end: booking.end,
    endInputType: "utc",
    endOutputType: "utc",
    title: say("calendar-summary", { office: oneLine(office.name) }),
    description: description(
      booking,
      links,
      say,
      office.services?.find(({ id }) => id === booking.service)?.name,
    ),
    ...(place === "" ? {} : { location: place }),
    ...organizer([office.email, municipality.email, from.address], office.name),
    ...attendee(booking),
    classification: "PRIVATE",
    busyStatus: cancelled ? "FREE" : "BUSY",
    transp: cancelled ? "TRANSPARENT" : "OPAQUE",
  };
}

/** The first of the addresses that a calendar can hold: an odd one must not keep the invitation from its citizen. */
function organizer(
  addresses: readonly (string | undefined)[],
  name: string,
): Pick<EventAttributes, "organizer"> {
  const email = addresses.find((address) => address !== undefined && ADDRESS.test(address));
  return email === undefined ? {} : { organizer: { name: personName(name), email } };
}

function attendee({ name, email }: Booking): Pick<EventAttributes, "attendees"> {
  if (email === null || !ADDRESS.test(email)) return {};
  // They have confirmed already: calendars need not ask, nor write to the office about it.
  const accepted = {
    partstat: "ACCEPTED",
    rsvp: false,
    role: "REQ-PARTICIPANT",
    cutype: "INDIVIDUAL",
  } as const;
  return { attendees: [{ name: personName(name ?? "") || email, email, ...accepted }] };
}

function description(
  booking: Booking,
  links: InvitationContext["links"],
  say: Say,
  service?: string,
): string {
  const lines = [`${say("label-code")}: ${booking.code}`];
  if (service) lines.push(`${say("label-service")}: ${oneLine(service)}`);
  if (booking.state !== "cancelled") {
    if (booking.mode === "virtual") lines.push(`${say("calendar-join")} ${links.join}`);
    lines.push(`${say("calendar-change")} ${links.manage}`);
  }
  return lines.join("\n");
}

/** WHATWG HTML, "valid e-mail address": what `ics` takes, and what needs no escaping in a `mailto:`. */
const ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*$/;

/** For CN: RFC 5545 allows no quotes inside a parameter, and readers of RFC 6868 take `^n` for a line break. */
function personName(name: string): string {
  return oneLine(name).replace(/["“”„\\^]/g, "'");
}

/** `ics` puts every parameter in quotes; the grammar of RFC 5545 section 3.2 has keywords without. */
function withPlainKeywords(line: string): string {
  return line.startsWith("ATTENDEE;") ? line.replace(/;(CUTYPE|ROLE|PARTSTAT)="([A-Z-]+)"/g, ";$1=$2") : line;
}

/** Not by `ics`, which takes no address with an underscore, an IPv6 literal or a port of one digit for one. */
function withUrl(url: string): (line: string) => readonly string[] {
  return (line) => (line === "END:VEVENT" ? [`URL:${new URL(url).href}`, line] : [line]);
}
