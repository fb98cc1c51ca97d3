import { formatDay, type Instant, zone } from "@ricevimenti/core";
import type { Context } from "./context.ts";
import { withDayWords } from "./day-words.ts";
import { type SpanOptions, spanTyped, type TimeInput } from "./time-input.ts";

/** `--from` and `--to` of what looks back: the last days up to now where nothing else is said. */
export function spanSince(
  typed: SpanOptions,
  days: number,
  now: Instant,
  timezone: string,
  context: Context,
): TimeInput<{ readonly from: Instant; readonly to: Instant }> {
  const local = zone(timezone);
  const from = typed.from ?? formatDay(local.dayOf(now) - days);
  const span = spanTyped(withDayWords({ ...typed, from }, now, timezone), timezone, context);
  if (!span.ok) return span;
  const { from: start = 0, to = now } = span.value;
  return { ok: true, value: { from: start, to } };
}
