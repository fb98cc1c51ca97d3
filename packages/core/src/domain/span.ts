import { parseDay } from "./day.ts";
import type { Instant } from "./slot.ts";
import { parseInstant, zone } from "./zone.ts";

/** The first instant of a span somebody wrote down: a time, or the beginning of a day. Null when it is neither. */
export function parseSpanStart(text: string, timezone: string): Instant | null {
  return parseInstant(text, zone(timezone), { allowDate: true });
}

/** The first instant after a span somebody wrote down: a time, or the end of a day. Null when it is neither. */
export function parseSpanEnd(text: string, timezone: string): Instant | null {
  const day = parseDay(text);
  return day === null ? parseSpanStart(text, timezone) : zone(timezone).instantOf(day + 1, 0);
}
