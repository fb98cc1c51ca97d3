import type { Context } from "hono";
import { html } from "hono/html";
import type { BookingVisit } from "../booking-visit.ts";
import { page } from "../layout.ts";
import { refusedMain } from "../refused.ts";
import { bookingSummary } from "./booking-facts.ts";

/** The page of an appointment whose time has gone by. */
export function overPage(c: Context, visit: BookingVisit) {
  const main = html`${refusedMain(visit, visit.say("over-text"))}
<h2 class="h4 mt-5">${visit.say("over-which")}</h2>
${bookingSummary(visit)}`;
  return page(c, visit, { title: visit.say("over-title"), main }, 410);
}
