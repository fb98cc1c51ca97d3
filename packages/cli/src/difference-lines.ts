import type { OfficeDifference } from "@ricevimenti/core";

/** One thing that an office has no longer (`-`) or has now (`+`). */
export interface DifferenceLine {
  readonly sign: "+" | "-";
  readonly text: string;
}

/** What has gone and what has come, field by field; of lists only the elements that are not in both. */
export function differenceLines({ changes }: OfficeDifference): readonly DifferenceLine[] {
  return changes.flatMap(({ field, before, after }) => {
    const old = elements(before);
    const young = elements(after);
    const gone = old.filter((one) => !young.includes(one));
    const come = young.filter((one) => !old.includes(one));
    return [
      ...gone.map((text): DifferenceLine => ({ sign: "-", text: `${field}: ${text}` })),
      ...come.map((text): DifferenceLine => ({ sign: "+", text: `${field}: ${text}` })),
    ];
  });
}

function elements(value: unknown): readonly string[] {
  if (value === null) return [];
  return Array.isArray(value) ? value.map(spelled) : [spelled(value)];
}

/** `days mon wed, from 10:00, to 12:00`. */
function spelled(value: unknown): string {
  if (Array.isArray(value)) return value.map(spelled).join(" ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${spelled(part)}`)
    .join(", ");
}
