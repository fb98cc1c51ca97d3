import {
  formatDay,
  type Instant,
  parseDay,
  parseInstant,
  parseSpanEnd,
  parseSpanStart,
  zone,
} from "@ricevimenti/core";
import { type Answer, wrongUsage } from "./answer.ts";
import type { Context } from "./context.ts";

/** What was typed for a time, understood; or the answer to who typed it. */
export type TimeInput<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly answer: Answer };

interface Typed {
  /** `--from`, for the message. */
  readonly option: string;
  readonly text: string;
  readonly timezone: string;
}

/** `2026-12-14T10:00` on the office's wall clock, or with an offset. */
export function timeTyped(typed: Typed, context: Context): TimeInput<Instant> {
  const value = parseInstant(typed.text, zone(typed.timezone));
  return value === null ? misread("usage-bad-time", typed, context) : { ok: true, value };
}

/** The first instant of a span: a time, or the beginning of a day. */
export function spanStart(typed: Typed, context: Context): TimeInput<Instant> {
  const value = parseSpanStart(typed.text, typed.timezone);
  return value === null ? misread("usage-bad-time-or-day", typed, context) : { ok: true, value };
}

/** The first instant after a span: a time, or the end of a day. */
export function spanEnd(typed: Typed, context: Context): TimeInput<Instant> {
  const value = parseSpanEnd(typed.text, typed.timezone);
  return value === null ? misread("usage-bad-time-or-day", typed, context) : { ok: true, value };
}

/** The number of a day. */
export function dayTyped(typed: Typed, context: Context): TimeInput<number> {
  const value = parseDay(typed.text);
  return value === null ? misread("usage-bad-day", typed, context) : { ok: true, value };
}

export interface SpanOptions {
  readonly from?: string;
  readonly to?: string;
}

/** `--from` and `--to`, where given. */
export function spanTyped(
  { from, to }: SpanOptions,
  timezone: string,
  context: Context,
): TimeInput<{ readonly from?: Instant; readonly to?: Instant }> {
  const start = from === undefined ? null : spanStart({ option: "--from", text: from, timezone }, context);
  if (start && !start.ok) return start;
  const end = to === undefined ? null : spanEnd({ option: "--to", text: to, timezone }, context);
  if (end && !end.ok) return end;
  if (start && end && end.value <= start.value) return backwards({ from, to }, context);
  return { ok: true, value: { ...(start && { from: start.value }), ...(end && { to: end.value }) } };
}

/** `--from` and `--to` as days of the calendar; from today on where nothing else is said. */
export function daysTyped(
  { from, to }: SpanOptions,
  now: Instant,
  timezone: string,
  context: Context,
): TimeInput<{ readonly from: string; readonly to: string | null }> {
  for (const [option, text] of Object.entries({ "--from": from, "--to": to })) {
    if (text !== undefined && parseDay(text) === null)
      return misread("usage-bad-day", { option, text, timezone }, context);
  }
  const first = from ?? formatDay(zone(timezone).dayOf(now));
  if (to !== undefined && to < first) return backwards({ from: first, to }, context);
  return { ok: true, value: { from: first, to: to ?? null } };
}

function backwards({ from = "", to = "" }: SpanOptions, { say }: Context): { ok: false; answer: Answer } {
  return { ok: false, answer: wrongUsage(say("usage-backwards", { from, to })) };
}

function misread(
  id: string,
  { option, text: value }: Typed,
  { say }: Context,
): { ok: false; answer: Answer } {
  return { ok: false, answer: wrongUsage(say(id, { option, value })) };
}
