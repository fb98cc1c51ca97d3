import type { Closure, ExtraOpening, OfficeDifference, OpeningRule, Say, Service } from "@ricevimenti/core";
import { closureDays } from "./closure-view.ts";
import { openingText, serviceText } from "./opening-text.ts";

/** One thing that an office has no longer (`-`) or has now (`+`). */
export interface DifferenceLine {
  readonly sign: "+" | "-";
  readonly text: string;
}

/** What has gone and what has come, field by field, in words; of lists only the elements that are not in both. */
export function differenceLines({ changes }: OfficeDifference, say: Say): readonly DifferenceLine[] {
  return changes.flatMap(({ field, before, after }) => {
    const inWords = (value: unknown) => elements(value).map((one) => spelled(field, one, say));
    const [old, young] = [inWords(before), inWords(after)];
    const name = fieldName(field, say);
    const gone = old.filter((one) => !young.includes(one));
    const come = young.filter((one) => !old.includes(one));
    return [
      ...gone.map((text): DifferenceLine => ({ sign: "-", text: `${name}: ${text}` })),
      ...come.map((text): DifferenceLine => ({ sign: "+", text: `${name}: ${text}` })),
    ];
  });
}

/** What a field of the town or of an office is called by people: `closures` are "chiusure". */
export function fieldName(field: string, say: Say): string {
  return say(`field-${field.replaceAll("_", "-")}`);
}

function elements(value: unknown): readonly unknown[] {
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function spelled(field: string, value: unknown, say: Say): string {
  switch (field) {
    case "hours":
    case "openings":
      return openingText(value as OpeningRule | ExtraOpening, say);
    case "closures": {
      const closure = value as Closure;
      return closure.reason === undefined
        ? closureDays(closure)
        : `${closureDays(closure)}, ${closure.reason}`;
    }
    case "services":
      return serviceText(value as Service, say);
    case "holidays":
      return say(value === false ? "holidays-open" : "holidays-closed");
    default:
      return plain(value);
  }
}

/** Settings by the names they have in a file. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(" ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${plain(part)}`)
    .join(", ");
}
