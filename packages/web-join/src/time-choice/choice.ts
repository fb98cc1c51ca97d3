import { type Instant, MODES, type Mode, type Slot } from "@ricevimenti/core";

/** A time and mode that was chosen. */
export interface Choice {
  readonly start: Instant;
  readonly mode: Mode;
}

/** The choice as forms and addresses have it: `1797238800000.virtual`. */
export function choiceOf({ start, mode }: Choice): string {
  return `${start}.${mode}`;
}

/** Null when nothing, or nothing of ours, was sent. */
export function choiceFrom(value: unknown): Choice | null {
  const [, start, name] = (typeof value === "string" && /^(\d{1,15})\.(\w+)$/.exec(value)) || [];
  const mode = MODES.find((known) => known === name);
  return start !== undefined && mode !== undefined ? { start: Number(start), mode } : null;
}

export function sameChoice(one: Choice | null, other: Choice): boolean {
  return one?.start === other.start && one.mode === other.mode;
}

/** Whether the choice is among the free times. */
export function isFree(slots: readonly Slot[], { start, mode }: Choice): boolean {
  return slots.some((slot) => slot.start === start && slot.modes.includes(mode));
}
