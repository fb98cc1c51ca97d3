import { longDay, modeName, timeOf } from "@ricevimenti/core";
import { html } from "hono/html";
import type { BookingVisit } from "../booking-visit.ts";
import type { Html } from "../layout.ts";

/** Everything about the booking: also what to bring, the state, and how to reach the office. */
export function bookingFacts(visit: BookingVisit): Html {
  const { office, say, state } = visit;
  return html`<dl class="facts reading mb-4">
${essentials(visit)}
${bring(visit)}
${fact(say("label-state"), say(`state-${state.replace("_", "-")}`))}
${office.phone && fact(say("label-phone"), html`<a href="tel:${office.phone.replaceAll(/[^+\d]/g, "")}">${office.phone}</a>`)}
${office.email && fact(say("label-email"), html`<a href="mailto:${office.email}">${office.email}</a>`)}
</dl>`;
}

/** What somebody must see before they press: short, so that the button is not far below. */
export function bookingSummary(visit: BookingVisit): Html {
  return html`<dl class="facts reading mb-4">${essentials(visit)}</dl>`;
}

function essentials(visit: BookingVisit): Html {
  const { booking, office, service, say } = visit;
  const place = booking.mode === "virtual" ? say("where-virtual") : office.place;
  return html`${fact(say("label-office"), html`${office.name}${office.unit && html`<br>${office.unit}`}`)}
${service && fact(say("label-service"), service.name)}
${fact(say("label-when"), whenLine(visit))}
${fact(say("label-mode"), modeName(booking.mode, say))}
${place && fact(say("label-where"), place)}
${booking.name && fact(say("label-name"), booking.name)}
${fact(say("label-code"), html`<span class="code">${booking.code}</span>`)}`;
}

/** "lunedì 13 dicembre 2021, dalle 10:00 alle 10:15". */
export function whenLine({ booking, locale, timezone, say }: BookingVisit): string {
  return say("when-line", {
    day: longDay(booking.start, locale, timezone),
    from: timeOf(booking.start, locale, timezone),
    to: timeOf(booking.end, locale, timezone),
  });
}

function fact(label: string, value: string | Html): Html {
  return html`<dt>${label}</dt><dd>${value}</dd>
`;
}

function bring({ service, booking, say }: BookingVisit): Html | null {
  if (!service?.bring?.length) return null;
  const label = booking.mode === "virtual" ? "label-bring-virtual" : "label-bring";
  return fact(say(label), html`<ul>${service.bring.map((thing) => html`<li>${thing}</li>`)}</ul>`);
}
