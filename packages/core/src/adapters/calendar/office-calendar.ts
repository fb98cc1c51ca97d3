import { createEvents, type EventAttributes } from "ics";
import type { Booking } from "../../domain/booking.ts";
import type { Locale } from "../../domain/municipality.ts";
import { type Say, texts } from "../../texts/catalogue.ts";
import { oneLine, severalLines } from "../../texts/safe-text.ts";
import { modeName } from "../../texts/when.ts";
import { folded, unfolded } from "./folding.ts";
import { hostOf } from "./invitation-context.ts";

/** A booking as the office's own calendar shows it. */
export interface OfficeAppointment {
  readonly booking: Booking;
  readonly office: string;
  /** The service's name. */
  readonly service: string | null;
  readonly place: string | null;
  /** The moderator's way into the room. */
  readonly roomUrl: string | null;
}

export interface OfficeCalendarContext {
  readonly name: string;
  readonly locale: Locale;
  readonly origin: string;
  /** Without the citizens: times, modes and codes only. */
  readonly minimal?: boolean;
}

/**
 * An office's appointments as a calendar to subscribe to or to read in (RFC 5545, METHOD:PUBLISH; RFC 7986 for its name
 * and the hour after which to ask again). The same appointments give the same text: nothing in it is of the moment it
 * was made.
 */
export function officeCalendar(
  appointments: readonly OfficeAppointment[],
  context: OfficeCalendarContext,
): string {
  const say = texts("mail", context.locale);
  const events = appointments.map((one) => event(one, context, say));
  const { value } = createEvents(events, {
    productId: PRODUCT,
    method: "PUBLISH",
    calName: oneLine(context.name),
  });
  // Without the cause, which quotes the citizens' data.
  if (value === undefined && events.length > 0)
    throw new Error("no calendar could be made of the appointments");
  const lines = value ? unfolded(value) : EMPTY;
  return folded([
    ...lines.slice(0, 2),
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...lines.slice(2),
  ]);
}

const PRODUCT = "-//ricevimenti//agenda//IT";
/** `ics` makes no calendar without an event; a day without appointments is no mistake. */
const EMPTY = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "CALSCALE:GREGORIAN",
  `PRODID:${PRODUCT}`,
  "METHOD:PUBLISH",
  "END:VCALENDAR",
];

function event(
  { booking, office, service, place, roomUrl }: OfficeAppointment,
  { origin, minimal = false }: OfficeCalendarContext,
  say: Say,
): EventAttributes & { readonly timestamp: number } {
  const { code, start, end, mode, name, reason, state, updated, version } = booking;
  const who = minimal || name === null ? code : oneLine(name);
  const lines = [
    `${say("label-office")}: ${oneLine(office)}`,
    `${say("label-code")}: ${code}`,
    ...(service === null ? [] : [`${say("label-service")}: ${oneLine(service)}`]),
    ...(minimal || reason === null ? [] : [`${say("label-reason")}: ${severalLines(reason).join(" / ")}`]),
    ...(minimal || roomUrl === null ? [] : [`${say("calendar-join")} ${roomUrl}`]),
  ];
  return {
    uid: `${code}@${hostOf(origin)}`,
    sequence: version - 1,
    timestamp: updated,
    status: state === "pending" ? "TENTATIVE" : "CONFIRMED",
    start,
    startInputType: "utc",
    startOutputType: "utc",
    end,
    endInputType: "utc",
    endOutputType: "utc",
    title: `${who} (${modeName(mode, say)})`,
    description: lines.join("\n"),
    ...(place ? { location: oneLine(place) } : {}),
    classification: "PRIVATE",
    busyStatus: "BUSY",
    transp: "OPAQUE",
  };
}
