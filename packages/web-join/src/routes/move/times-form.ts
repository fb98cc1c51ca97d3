import {
  type Instant,
  longDay,
  MODES,
  type Mode,
  modeName,
  type Slot,
  slotLine,
  timeOf,
} from "@ricevimenti/core";
import { html } from "hono/html";
import type { BookingVisit } from "../../booking-visit.ts";
import type { Html } from "../../layout.ts";
import { choiceOf, sameAsNow } from "./choice.ts";
import type { FreeTimes } from "./free-times.ts";

/** The free times as radio buttons, a group for each day; the nearest ones first where the wanted one was lost. */
export function timesForm(
  visit: BookingVisit,
  times: FreeTimes,
  nearest: readonly Slot[],
  failed: boolean,
): Html {
  const { say, locale, timezone, links } = visit;
  if (times.days.length === 0 && nearest.length === 0) {
    return html`<p id="orari">${say("move-none")}</p>
<div class="actions"><a class="btn btn-primary" href="${links.manage}">${say("to-booking")}</a></div>`;
  }
  const day = (slots: readonly Slot[]) => longDay(slots[0]?.start ?? 0, locale, timezone);
  return html`<form id="orari" method="post" action="${links.manage}/modifica">
${nearest.length > 0 && group(visit, say("move-nearest"), nearest, "vicino", failed)}
${times.days.map((slots) => group(visit, day(slots), slots, "orario", failed))}
${pager(visit, times)}
<p class="reading"><small>${say("mode-in-person-explained")}<br>${say("mode-virtual-explained")}</small></p>
<div class="actions">
<button type="submit" class="btn btn-primary">${say("move-submit")}</button>
<a class="btn btn-outline-primary" href="${links.manage}">${say("move-keep")}</a>
</div>
</form>`;
}

function group(
  visit: BookingVisit,
  title: string,
  slots: readonly Slot[],
  prefix: "vicino" | "orario",
  failed: boolean,
): Html {
  const choices = slots.flatMap((slot) =>
    MODES.filter((mode) => slot.modes.includes(mode) && !sameAsNow(visit.booking, slot.start, mode)).map(
      (mode) => ({
        ...slot,
        mode,
      }),
    ),
  );
  const ofOneDay = prefix === "orario";
  return html`<fieldset class="day"${failed && html` aria-describedby="problema"`}><legend>${title}</legend><div class="times ${ofOneDay && "times-of-day"}">${choices.map(
    (choice) => {
      const value = choiceOf(choice);
      const id = `${prefix}-${value}`;
      return html`<div class="form-check"><input type="radio" name="orario" id="${id}" value="${value}" required>
<label for="${id}">${ofOneDay ? timeAndMode(visit, choice) : slotLine(choice, visit.locale, visit.timezone)}</label></div>
`;
    },
  )}</div></fieldset>
`;
}

function timeAndMode(
  { locale, timezone, say }: BookingVisit,
  { start, mode }: { start: Instant; mode: Mode },
): string {
  return `${timeOf(start, locale, timezone)} - ${modeName(mode, say)}`;
}

function pager({ say, links }: BookingVisit, { earlier, later }: FreeTimes): Html | null {
  if (!earlier && later === null) return null;
  return html`<nav class="actions mb-4" aria-label="${say("move-pages")}">
${earlier && html`<a class="btn btn-outline-secondary" href="${links.manage}/modifica#orari">${say("move-first-days")}</a>`}
${later !== null && html`<a class="btn btn-outline-secondary" href="${links.manage}/modifica?dal=${later}#orari">${say("move-later-days")}</a>`}
</nav>`;
}
