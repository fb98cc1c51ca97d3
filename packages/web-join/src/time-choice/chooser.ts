import { DAY, longDay } from "@ricevimenti/core";
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Query } from "../paths.ts";
import type { Visit } from "../visit.ts";
import { calendar } from "./calendar.ts";
import type { Choice } from "./choice.ts";
import { type FreeDays, nearestTo, shownDay } from "./free-days.ts";
import { commonLength, timeGroups } from "./times.ts";

/** Where the chooser stands, and what is known of the choice. */
export interface Chooser {
  /** The page's query: the day and month asked for. */
  readonly asked: Readonly<Record<string, string>>;
  /** Path of the page, and what its address says besides day and month. */
  readonly page: string;
  readonly query: Query;
  readonly chosen: Choice | null;
  /** A time that was wanted and is not free. */
  readonly lost: Choice | null;
  /** Left out: the time a booking has already. */
  readonly except?: Choice;
  readonly problem?: string | undefined;
}

/** Month, day and time: the nearest ones first where a time was lost. */
export function timeChooser(visit: Visit, free: FreeDays, chooser: Chooser): Html {
  const { say, locale } = visit;
  const { asked, page, query, chosen, lost, except, problem } = chooser;
  const near = lost ?? chosen ?? except ?? null;
  const shown = shownDay(free, { day: asked.giorno, month: asked.mese }, near?.start ?? null);
  const links = {
    month: (mese: string) => visit.stay(page, { ...query, mese }, "orari"),
    day: (giorno: string) => visit.stay(page, { ...query, giorno }, "orari"),
  };
  const slots = shown?.day == null ? [] : (free.days.get(shown.day) ?? []);
  const length = commonLength(slots);
  const look = { timezone: free.timezone, chosen, except, problem };
  return html`${lost && nearest(visit, free, lost, chooser)}
<div class="chooser"><div>${shown && calendar(visit, free, shown, links)}</div>
${
  shown?.day != null &&
  html`<section id="orari" class="day-times" tabindex="-1"><h3 class="h5">${say("time-of-day", { day: longDay(noonOf(shown.day), locale, "UTC") })}</h3>
${length !== null && html`<p class="mb-3">${say("time-length", { minutes: length })}</p>`}
${timeGroups(visit, slots, { ...look, prefix: "orario", withLength: length === null })}</section>`
}</div>`;
}

function nearest(visit: Visit, free: FreeDays, lost: Choice, { problem, except }: Chooser): Html {
  const slots = nearestTo(free.slots, lost.start);
  return html`<section id="vicini" class="day-times mb-4" tabindex="-1"><h3 class="h5">${visit.say("time-nearest")}</h3>
${timeGroups(visit, slots, { timezone: free.timezone, chosen: null, except, problem, prefix: "vicino", withDay: true })}</section>`;
}

/** An instant that is on that day in UTC. */
function noonOf(day: number): number {
  return day * DAY + DAY / 2;
}
