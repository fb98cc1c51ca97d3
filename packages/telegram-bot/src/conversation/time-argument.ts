import { type Instant, MODES, type Mode } from "@ricevimenti/core";

/** A time and its mode in as few letters as a button needs. */
export function timeArgument(start: Instant, mode: Mode): string {
  return `${start.toString(36)}-${MODES.indexOf(mode)}`;
}

/** Reads {@link timeArgument} back; null when it is none. */
export function readTimeArgument(argument: string): { readonly start: Instant; readonly mode: Mode } | null {
  const [, time, index] = /^([0-9a-z]{1,11})-([0-9])$/.exec(argument) ?? [];
  const mode = MODES[Number(index)];
  const start = time === undefined ? Number.NaN : Number.parseInt(time, 36);
  return mode && Number.isSafeInteger(start) ? { start, mode } : null;
}
