import {
  type Booking,
  type Holder,
  type Office,
  type Policy,
  type Slot,
  slotLine,
  zone,
} from "@ricevimenti/core";
import type { Context } from "hono";
import { html } from "hono/html";
import { nextButton } from "../../../journey/form-actions.ts";
import { card, requiredNote, stepPage } from "../../../journey/step-page.ts";
import { nameOf, type Topic } from "../../../journey/topic.ts";
import type { Html } from "../../../layout.ts";
import { challengeBox } from "../../../parts/challenge-box.ts";
import type { Problem } from "../../../parts/error-summary.ts";
import { icon } from "../../../parts/icon.ts";
import { hoursLines, releaseLine } from "../../../parts/office-hours.ts";
import { TRAP } from "../../../parts/trap.ts";
import { refusedPage } from "../../../refused.ts";
import { type Choice, choiceFrom, isFree } from "../../../time-choice/choice.ts";
import { timeChooser } from "../../../time-choice/chooser.ts";
import { freeDays } from "../../../time-choice/free-days.ts";
import type { Visit } from "../../../visit.ts";

/** Whose times, for what, and for whom. */
export interface Sought {
  readonly office: Office;
  readonly policy: Policy;
  readonly timezone: string;
  readonly topic: Topic;
  readonly holder: Holder;
}

/** Why a press did not take a time: none was chosen, or the work that is asked for now has not been done. */
export type TimeTrouble = "nothing-chosen" | { readonly undone: Choice };

/**
 * "Data e orario": the free times, among them the one this browser holds already. A time that was lost is named, with
 * the nearest free ones first.
 */
export async function timePage(c: Context, visit: Visit, sought: Sought, trouble?: TimeTrouble) {
  const { site, say, locale } = visit;
  const { office, timezone, topic } = sought;
  const now = site.core.clock.now();
  const own = await ownHold(visit, sought);
  const found = await site.core.listSlots({
    office: office.id,
    ...(topic.service && { service: topic.service.id }),
    ...(own && { moving: own.code }),
  });
  if (!found.ok) return refusedPage(c, visit, found.refusal);
  const { slots } = found;
  c.header("Cache-Control", "no-store");
  if (slots.length === 0) return stepPage(c, visit, { step: "time", main: await noTimes(visit, sought) });

  const undone = typeof trouble === "object" ? trouble.undone : null;
  const asked = undone ?? choiceFrom(c.req.query("perso"));
  const lost = asked && !isFree(slots, asked) ? asked : null;
  const chosen: Choice | null = asked && !lost ? asked : own;
  const problems: Problem[] = [
    ...(lost ? [{ text: lostText(visit, lost, slots, timezone), href: "#vicini" }] : []),
    ...(trouble === "nothing-chosen" ? [{ text: say("time-missing"), href: "#orari" }] : []),
    ...(undone && !lost ? [{ text: say("challenge-undone"), href: "#orari" }] : []),
  ];
  const challenge = await site.challenges.ask(sought);
  const query = { ufficio: office.id, servizio: nameOf(topic) };
  const main = html`${requiredNote(visit)}
<form method="post" action="${visit.stay(site.paths.book, query)}" novalidate>${TRAP}
${card(
  html`${say("time-title")}<span aria-hidden="true">*</span>`,
  timeChooser(visit, freeDays(slots, timezone, now), {
    asked: c.req.query(),
    page: site.paths.book,
    query,
    chosen: lost ? null : chosen,
    lost,
    problem: problems.length > 0 ? "errori" : undefined,
  }),
  topic.service ? say("time-for-topic", { topic: topic.service.name }) : undefined,
)}
${challenge !== null && challengeBox(visit, office, challenge)}
<div class="step-actions">
<a class="btn btn-outline-primary" href="${visit.stay(site.paths.book)}">${icon("left", "me-1")}${say("button-back")}</a>
${nextButton(visit)}
</div>
</form>
${earlier(visit, sought, slots, now)}
${officeCard(visit, office, hoursLines(office, locale, say, now, timezone))}`;
  return stepPage(
    c,
    visit,
    { step: "time", main, problems, isPublic: true, ...(challenge !== null && { script: "challenge.js" }) },
    trouble === undefined ? 200 : 422,
  );
}

/** The time that this browser holds with this office. */
async function ownHold({ site }: Visit, { office, holder }: Sought): Promise<Booking | null> {
  const held = await site.core.records.bookings.heldBy(holder, site.core.clock.now());
  return held.find((booking) => booking.office === office.id) ?? null;
}

function lostText({ say, locale }: Visit, lost: Choice, slots: readonly Slot[], timezone: string): string {
  // How long it would have lasted is not known any more; its neighbours tell.
  const length = slots[0] ? slots[0].end - slots[0].start : 0;
  return say("time-lost", { slot: slotLine({ ...lost, end: lost.start + length }, locale, timezone) });
}

/** Whoever wants a time before the first that is free, where there may be one. */
function earlier(visit: Visit, { office, topic, timezone }: Sought, [first]: readonly Slot[], now: number) {
  const here = zone(timezone);
  if (!first || here.dayOf(first.start) <= here.dayOf(now) + 1) return null;
  const href = visit.to(visit.site.paths.waiting, waitedIn(office, topic));
  return html`<p class="mt-4"><a href="${href}">${visit.say("waiting-earlier")}</a></p>`;
}

/** What the page of the waiting list is asked with. */
function waitedIn(office: Office, topic: Topic) {
  return { ufficio: office.id, servizio: nameOf(topic) };
}

async function noTimes(visit: Visit, { office, timezone, topic }: Sought): Promise<Html> {
  const { say, to, site } = visit;
  const summary = (await site.core.listOffices()).find(({ office: { id } }) => id === office.id);
  const release = summary?.nextRelease ?? null;
  return html`<p class="lead reading">${say("time-none", { office: office.name })}</p>
${release !== null && html`<p class="reading"><strong>${releaseLine(visit, release, timezone)}</strong></p>`}
<div class="actions"><a class="btn btn-primary" href="${to(site.paths.waiting, waitedIn(office, topic))}">${say("button-waiting-join")}</a>
<a class="btn btn-outline-primary" href="${to(site.paths.book)}">${say("time-other-office")}</a></div>`;
}

function officeCard(
  { say }: Visit,
  { name, unit, place, phone, email }: Office,
  hours: readonly string[],
): Html {
  const fact = (label: string, value: string | Html | undefined) =>
    value &&
    html`<dt>${label}</dt><dd>${value}</dd>
`;
  return card(
    say("place-title"),
    html`<p class="mb-2"><strong>${name}</strong>${unit && html`<br>${unit}`}</p>
<dl class="facts">${fact(say("place-address"), place)}${fact(say("place-opening"), hours.length > 0 ? hours.join("; ") : undefined)}${fact(
      say("label-phone"),
      phone && html`<a href="tel:${phone.replaceAll(/[^+\d]/g, "")}">${phone}</a>`,
    )}${fact(say("label-email"), email && html`<a href="mailto:${email}">${email}</a>`)}</dl>`,
  );
}
