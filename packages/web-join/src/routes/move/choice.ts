import { type Booking, type Instant, MODES, type Mode } from "@ricevimenti/core";

/** A time and mode that was chosen. */
export interface Choice {
  readonly start: Instant;
  readonly mode: Mode;
}

/** The choice as the form sends it: `1797238800000.virtual`. */
export function choiceOf({ start, mode }: Choice): string {
  return `${start}.${mode}`;
}

/** Null when nothing, or nothing of ours, was sent. */
export function choiceFrom(value: unknown): Choice | null {
  const [, start, name] = (typeof value === "string" && /^(\d{1,15})\.(\w+)$/.exec(value)) || [];
  const mode = MODES.find((known) => known === name);
  return start !== undefined && mode !== undefined ? { start: Number(start), mode } : null;
}

export function sameAsNow(booking: Booking, start: Instant, mode: Mode): boolean {
  return booking.start === start && booking.mode === mode;
}
