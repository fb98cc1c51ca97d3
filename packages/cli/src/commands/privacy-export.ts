import { zone } from "@ricevimenti/core";
import { verbatim } from "../answer.ts";
import { bookingJson } from "../booking-json.ts";
import { type Run, withCore } from "../context.ts";
import { wrongEmail } from "../email-input.ts";
import { zonesOf } from "../zones.ts";

/** Everything that is kept about an e-mail address, as JSON: the person may take it elsewhere. */
export const privacyExport: Run = async (context, [email = ""]) =>
  wrongEmail(email, context) ??
  withCore(context, async (core) => {
    const timezones = await zonesOf(core);
    const data = await core.exportPersonalData(email, context.staff);
    const document = {
      email,
      bookings: data.bookings.map(({ booking, events }) => {
        const iso = (at: number) => zone(timezones(booking.office)).formatInstant(at);
        return {
          ...bookingJson(booking, timezones(booking.office)),
          channel: booking.holder?.split(":")[0] ?? null,
          consent: booking.consent && { version: booking.consent.version, at: iso(booking.consent.at) },
          events: events.map(({ at, kind, actor }) => ({ at: iso(at), kind, actor })),
        };
      }),
      waiting: data.waiting.map(({ office, service, contact, joined, until }) => ({
        office,
        service,
        name: contact?.name ?? null,
        reason: contact?.reason ?? null,
        joined: zone(timezones(office)).formatInstant(joined),
        until: zone(timezones(office)).formatInstant(until),
      })),
    };
    return verbatim(
      () => `${JSON.stringify(document, null, 2)}\n`,
      () => document,
    );
  });
