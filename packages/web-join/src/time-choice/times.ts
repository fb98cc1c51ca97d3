import { MINUTE, MODES, type Mode, modeName, type Slot, shortDay, timeOf } from "@ricevimenti/core";
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import { icon } from "../parts/icon.ts";
import type { Visit } from "../visit.ts";
import { type Choice, choiceOf, sameChoice } from "./choice.ts";

/** How a list of times is shown. */
export interface TimesLook {
  readonly timezone: string;
  /** Tells the identifiers of two lists on one page apart. */
  readonly prefix: string;
  readonly chosen: Choice | null;
  /** Left out: the time a booking has already. */
  readonly except?: Choice | undefined;
  /** Times of several days: each says its own. */
  readonly withDay?: boolean;
  /** Visits of different lengths: each says its own. */
  readonly withLength?: boolean;
  /** Identifier of what is wrong with the choice. */
  readonly problem?: string | undefined;
}

/** Free times as radio buttons, a group for each mode under the sentence that explains it. */
export function timeGroups(visit: Visit, slots: readonly Slot[], look: TimesLook): Html {
  return html`${MODES.map((mode) => group(visit, slots, mode, look))}`;
}

function group(visit: Visit, slots: readonly Slot[], mode: Mode, look: TimesLook): Html | null {
  const { say } = visit;
  const choices = slots
    .filter(({ modes }) => modes.includes(mode))
    .map((slot) => ({ ...slot, mode }))
    .filter((choice) => !sameChoice(look.except ?? null, choice));
  if (choices.length === 0) return null;
  const { problem } = look;
  return html`<fieldset class="mode-times"${problem !== undefined && html` aria-describedby="${problem}"`}><legend>${icon(mode === "virtual" ? "video" : "person", "me-1")}${say(`mode-${mode.replace("_", "-")}-explained`)}</legend>
<div class="times ${look.withDay && "times-of-days"}">${choices.map((choice) => time(visit, choice, look))}</div></fieldset>
`;
}

function time({ say, locale }: Visit, choice: Slot & Choice, look: TimesLook): Html {
  const value = choiceOf(choice);
  const id = `${look.prefix}-${value}`;
  const day =
    look.withDay && html`<span class="of-day">${shortDay(choice.start, locale, look.timezone)}</span> `;
  const length =
    look.withLength &&
    html` <span>${say("time-minutes", { minutes: (choice.end - choice.start) / MINUTE })}</span>`;
  return html`<div class="time"><input type="radio" name="orario" id="${id}" value="${value}" required${
    sameChoice(look.chosen, choice) && html` checked`
  }>
<label for="${id}">${day}<strong>${timeOf(choice.start, locale, look.timezone)}</strong>${length} <span>${modeName(choice.mode, say)}</span></label></div>
`;
}

/** Minutes of each visit, where all last the same; else null. */
export function commonLength(slots: readonly Slot[]): number | null {
  const lengths = new Set(slots.map(({ start, end }) => (end - start) / MINUTE));
  const [length = null] = lengths;
  return lengths.size === 1 ? length : null;
}
