import { parseDay } from "../domain/day.ts";
import type { Locale } from "../domain/municipality.ts";
import { DAY } from "../domain/slot.ts";
import type { Wish } from "../domain/wish.ts";
import { texts } from "./catalogue.ts";
import { either, longDay, modeName, weekdayName } from "./when.ts";

/** What somebody on the waiting list waits for, in three short lines of a label and a value. */
export function wishFacts(
  { modes, days, to, after, before }: Omit<Wish, "from">,
  locale: Locale,
): readonly { readonly label: string; readonly value: string }[] {
  const say = texts("common", locale);
  const named = days?.map((day) => weekdayName(day, locale));
  const which = named ? either(named, locale) : say("wish-any-day");
  const last = parseDay(to ?? "");
  const hours = [
    after === null ? [] : [say("wish-after", { time: after })],
    before === null ? [] : [say("wish-before", { time: before })],
  ].flat();
  const value =
    last === null ? which : say("wish-until", { days: which, day: longDay(last * DAY, locale, "UTC") });
  return [
    { label: say("label-day"), value },
    { label: say("label-hour"), value: hours.length > 0 ? hours.join(", ") : say("wish-any-hour") },
    {
      label: say("label-mode"),
      value: either(
        modes.map((mode) => modeName(mode, say)),
        locale,
      ),
    },
  ];
}
