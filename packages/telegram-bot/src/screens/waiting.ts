import {
  duration,
  modeName,
  type Office,
  type Service,
  type WaitingEntry,
  WEEKDAYS,
  type Wish,
  type WishChoice,
  wishFacts,
} from "@ricevimenti/core";
import { weekdayNames } from "../calendar.ts";
import type { Verb } from "../conversation/press.ts";
import { bold, type Html, html, lines, paragraphs } from "../html.ts";
import { type Below, type Button, closing, inRows, type Screen, type Telling } from "./screen.ts";

/** More of them, each with its mark, are cut off on a telephone. */
const DAYS_IN_A_ROW = 5;

/** "Avvisami se si libera un posto": how it goes, and for which times: all, unless some are picked. */
export function waitingScreen(
  data: {
    readonly office: Office;
    readonly service: Service | null;
    readonly choice: WishChoice;
    readonly picked: WishChoice;
    /** What comes of it. */
    readonly wish: Wish;
    /** Minutes for which an offer is held. */
    readonly minutes: number;
    readonly below: Below;
  },
  telling: Telling,
): Screen {
  const { say, locale } = telling;
  const { office, service, choice, picked, wish, minutes } = data;
  const options = optionRows(choice, picked, telling);
  const button = say("button-waiting-yes");
  return {
    text: paragraphs(
      bold(say("waiting-title")),
      lines(bold(office.name), service?.name ?? null),
      say("waiting-how", { time: duration(minutes, locale) }),
      lines(say("waiting-wish"), wishLines(wish, telling)),
      lines(say("waiting-fine", { button }), options.length > 0 ? say("waiting-pick") : null),
    ),
    rows: [...options, [{ text: button, verb: "join" }], closing(data.below, say)],
  };
}

/**
 * A place on a waiting list, as it stands among the appointments.
 *
 * @param number tells it from others; empty where there are none
 */
export function waitingEntry(
  {
    entry,
    office,
    isChangeable,
  }: {
    readonly entry: WaitingEntry;
    readonly office: Pick<Office, "name">;
    /** The office's hours leave something to choose. */
    readonly isChangeable: boolean;
  },
  number: string,
  telling: Telling,
) {
  const { say } = telling;
  const button = (name: string, verb: Verb): Button => {
    return { text: number + say(name), verb, argument: entry.code };
  };
  return {
    text: lines(html`${number}⏳ ${bold(say("waiting-title"))}`, office.name, wishLines(entry.wish, telling)),
    rows: [
      isChangeable ? [button("button-waiting-change", "rewish")] : [],
      [button("button-waiting-leave", "unwait")],
    ].filter((row) => row.length > 0),
  };
}

function wishLines(wish: Wish, { locale }: Telling): Html {
  return lines(...wishFacts(wish, locale).map(({ label, value }) => `${label}: ${value}`));
}

/** What there is to choose among; where there is one of a kind only, that goes without saying. */
function optionRows(
  choice: WishChoice,
  picked: WishChoice,
  { say, locale }: Telling,
): readonly (readonly Button[])[] {
  const weekdays = weekdayNames(locale);
  const options = <T extends string>(among: readonly T[], chosen: readonly T[], name: (one: T) => string) =>
    among.length < 2
      ? []
      : among.map((one): Button => {
          const text = chosen.includes(one) ? `✓ ${name(one)}` : name(one);
          return { text, verb: "pick", argument: one };
        });
  const days = options(choice.days, picked.days, (day) => weekdays[WEEKDAYS.indexOf(day)] ?? day);
  return [
    ...inRows(days, days.length > DAYS_IN_A_ROW ? 4 : DAYS_IN_A_ROW),
    options(choice.parts, picked.parts, (part) => say(`wish-${part}`)),
    options(choice.modes, picked.modes, (mode) => modeName(mode, say)),
  ].filter((row) => row.length > 0);
}
