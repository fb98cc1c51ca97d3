import {
  modeName,
  type Service,
  type Wish,
  type WishChoice,
  weekdayName,
  wishFacts,
} from "@ricevimenti/core";
import { html } from "hono/html";
import type { Html } from "../../layout.ts";
import { checkGroup, type Option, selectField } from "../../parts/fields.ts";
import type { Query } from "../../paths.ts";
import type { Visit } from "../../visit.ts";

/** Stands for all of what a list has. */
const ANY = "tutti";
/** Before the name of a day. */
const DAY = "giorno-";

/** For which days, times and modes, where there is a choice: any, unless something is changed. */
export function wishFields(visit: Visit, choice: WishChoice, picked: WishChoice, problem?: string): Html {
  const { say, locale } = visit;
  const days = choice.days.map((day) => ({
    name: `${DAY}${day}`,
    label: weekdayName(day, locale),
    isTicked: picked.days.includes(day),
  }));
  const parts = choice.parts.map((part) => ({ value: part, text: say(`wish-${part}`) }));
  const modes = choice.modes.map((mode) => ({ value: mode, text: modeName(mode, say) }));
  return html`${
    days.length > 1 &&
    checkGroup(visit, {
      ...{ name: "giorni", label: say("waiting-days"), hint: say("waiting-days-hint"), boxes: days, problem },
    })
  }${anyOr(visit, { name: "orario", label: say("label-hour"), any: say("waiting-any-hour"), options: parts }, picked.parts)}${anyOr(
    visit,
    { name: "modalita", label: say("label-mode"), any: say("waiting-any"), options: modes },
    picked.modes,
  )}`;
}

interface AnyOr {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly options: readonly Option[];
}

function anyOr(visit: Visit, { name, label, any, options }: AnyOr, picked: readonly string[]): Html | null {
  if (options.length < 2) return null;
  const [only, another] = picked;
  const value = only === undefined || another !== undefined ? ANY : only;
  return selectField(visit, { name, label, value, options: [{ value: ANY, text: any }, ...options] });
}

/** What the form says of it. */
export function pickedIn(body: Query, choice: WishChoice): WishChoice {
  const only = <T extends string>(among: readonly T[], name: string) =>
    among.some((one) => one === body[name]) ? among.filter((one) => one === body[name]) : among;
  return {
    days: choice.days.filter((day) => body[`${DAY}${day}`] != null),
    parts: only(choice.parts, "orario"),
    modes: only(choice.modes, "modalita"),
  };
}

/** What is wrong with it; undefined where nothing is. */
export function daysProblem({ say }: Visit, choice: WishChoice, picked: WishChoice): string | undefined {
  return choice.days.length > 1 && picked.days.length === 0 ? say("waiting-days-missing") : undefined;
}

/** The same as part of an address: {@link pickedIn} reads it like a form. */
export function pickedQuery({ days, parts, modes }: WishChoice): Query {
  const only = (picked: readonly string[]) => (picked.length === 1 ? picked[0] : null);
  const ticked = Object.fromEntries(days.map((day) => [`${DAY}${day}`, "si"]));
  return { ...ticked, orario: only(parts), modalita: only(modes) };
}

/** What somebody waits for, as they put it together. */
export function wishList({ locale, say }: Visit, wish: Wish, service: Service | null): Html {
  return html`<dl class="facts reading mb-4">${
    service &&
    html`<dt>${say("label-service")}</dt><dd>${service.name}</dd>
`
  }${wishFacts(wish, locale).map(
    ({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>
`,
  )}</dl>`;
}
