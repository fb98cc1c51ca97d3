import { parseDay } from "../domain/day.ts";
import type { Locale } from "../domain/municipality.ts";
import { DAY } from "../domain/slot.ts";
import type { Wish } from "../domain/wish.ts";
import { type Say, texts } from "./catalogue.ts";
import { either, longDay, modeName, weekdayName } from "./when.ts";

type Wished = Omit<Wish, "from">;

/** What somebody on the waiting list waits for, in three short lines of a label and a value. */
export function wishFacts(
  wish: Wished,
  locale: Locale,
): readonly { readonly label: string; readonly value: string }[] {
  const say = texts("common", locale);
  return [
    { label: say("label-day"), value: daysOf(wish, locale, say, say("wish-any-day")) },
    { label: say("label-hour"), value: hoursOf(wish, say) ?? say("wish-any-hour") },
    { label: say("label-mode"), value: modesOf(wish, locale, say) },
  ];
}

/** The same as the end of a sentence: "martedì o giovedì, fino a lunedì 14 dicembre 2026, prima delle 14:00, VIRTUALE". */
export function wishLine(wish: Wished, locale: Locale): string {
  const say = texts("common", locale);
  return [
    daysOf(wish, locale, say, say("wish-each-day")),
    hoursOf(wish, say) ?? say("wish-each-hour"),
    modesOf(wish, locale, say),
  ].join(", ");
}

/** @param any what is said where every day will do */
function daysOf({ days, to }: Wished, locale: Locale, say: Say, any: string): string {
  const named = days?.map((day) => weekdayName(day, locale));
  const which = named ? either(named, locale) : any;
  const last = parseDay(to ?? "");
  return last === null ? which : say("wish-until", { days: which, day: longDay(last * DAY, locale, "UTC") });
}

function hoursOf({ after, before }: Wished, say: Say): string | null {
  const hours = [
    after === null ? [] : [say("wish-after", { time: after })],
    before === null ? [] : [say("wish-before", { time: before })],
  ].flat();
  return hours.length > 0 ? hours.join(", ") : null;
}

function modesOf({ modes }: Wished, locale: Locale, say: Say): string {
  return either(
    modes.map((mode) => modeName(mode, say)),
    locale,
  );
}
