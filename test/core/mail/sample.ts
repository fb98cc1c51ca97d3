import { addToCalendarLinks } from "../../../packages/core/src/adapters/calendar/calendar-links.ts";
import type { MailContext } from "../../../packages/core/src/adapters/mail/mail-context.ts";
import type { Booking, BookingState } from "../../../packages/core/src/domain/booking.ts";
import type { MessageKind } from "../../../packages/core/src/domain/message.ts";
import type { Locale, Municipality } from "../../../packages/core/src/domain/municipality.ts";
import type { Office } from "../../../packages/core/src/domain/office.ts";

export const ORIGIN = "https://appuntamenti.example.org:8443";
export const NOW = Date.parse("2026-12-09T10:32:00+01:00");
const TOKEN = "K7P4QX-1-AbCdEfGhIjKlMnOpQrStUvWx";
export const LINKS = {
  confirm: `${ORIGIN}/conferma/${TOKEN}`,
  manage: `${ORIGIN}/prenotazione/${TOKEN}`,
  join: `${ORIGIN}/partecipa/${TOKEN}`,
  calendar: `${ORIGIN}/calendario/${TOKEN}.ics`,
};
export const ROOM_URL = "https://meet.example.org/ricevimenti-abc?jwt=x.y.z&lang=it#jwt=%22x.y.z%22";

export const OFFICE: Office = {
  id: "tributi-imu",
  name: "Tributo IMU",
  unit: "Servizio 3.1. Tributi. IMU",
  email: "tributi@example.org",
  place: "Via Vittorio Veneto 11",
  phone: "079 000000",
  services: [{ id: "imu", name: "Informazioni IMU", bring: ["Documento d’identità", "Visura catastale"] }],
};
const MUNICIPALITY: Municipality = {
  name: "Comune di Ozieri",
  timezone: "Europe/Rome",
  locale: "it",
  email: "protocollo@example.org",
};

export function sampleBooking(changes: Partial<Booking> = {}): Booking {
  const start = Date.parse("2026-12-14T10:00:00+01:00");
  return {
    code: "K7P-4QX",
    office: OFFICE.id,
    service: "imu",
    mode: "virtual",
    start,
    end: start + 15 * 60_000,
    desk: 1,
    state: "confirmed",
    expires: null,
    version: 1,
    holder: null,
    locale: "it",
    name: "Mario Rossi",
    email: "mario.rossi@example.it",
    reason: "Chiarimenti sulla seconda casa.\nE una domanda sulle rate.",
    consent: null,
    created: NOW,
    updated: NOW,
    ...changes,
  };
}

/** The booking as it stands when a message of that kind is sent. */
function bookingFor(kind: MessageKind): Partial<Booking> {
  const state: BookingState = kind.endsWith("cancelled")
    ? "cancelled"
    : kind === "verification"
      ? "pending"
      : kind === "expired"
        ? "expired"
        : "confirmed";
  const version = kind.endsWith("moved") || kind.endsWith("cancelled") ? 2 : 1;
  return { state, version, expires: kind === "verification" ? NOW + 2 * 3_600_000 : null };
}

/** What {@link renderMail} is given for a message of that kind. */
export function sampleContext(
  kind: MessageKind,
  {
    booking = {},
    office = OFFICE,
    locale = "it",
    municipality = {},
    ...rest
  }: Partial<Omit<MailContext, "booking" | "municipality">> & {
    readonly booking?: Partial<Booking>;
    readonly municipality?: Partial<Municipality>;
    readonly locale?: Locale;
  } = {},
): MailContext {
  const whole = sampleBooking({ ...bookingFor(kind), locale, ...booking });
  const timezone = MUNICIPALITY.timezone;
  return {
    booking: whole,
    office,
    municipality: { ...MUNICIPALITY, locale, ...municipality },
    timezone,
    links: LINKS,
    now: NOW,
    origin: ORIGIN,
    messageKey: `${whole.code}.${whole.version}.${kind}.mail`,
    from: { name: MUNICIPALITY.name, address: "appuntamenti@example.org" },
    wasConfirmed: true,
    alternatives:
      kind === "reoffered" ? [sampleBooking({ state: "held", expires: NOW + 2 * 86_400_000 })] : [],
    cancelledBy: kind === "cancelled" ? "citizen" : null,
    calendar: addToCalendarLinks(whole, { office, timezone }),
    roomUrl: whole.mode === "virtual" ? ROOM_URL : null,
    ...rest,
  };
}
