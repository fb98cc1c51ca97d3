/** What a button asks for. */
export const VERBS = [
  "office",
  "service",
  "day",
  "time",
  "page",
  "back",
  "restart",
  "name",
  "keep",
  "edit",
  "retime",
  "consent",
  "request",
  "bookings",
  "cancel",
  "yes",
  "close",
  "language",
] as const;
export type Verb = (typeof VERBS)[number];

/** A button pressed: what it asks for, on which state of the conversation, and with what. */
export interface Press {
  readonly verb: Verb;
  readonly stamp: string;
  readonly argument: string;
}

/** Telegram's limit for `callback_data`, in bytes. */
export const PRESS_BYTES = 64;

/**
 * What Telegram sends back when the button is pressed. Holds ids and times only: whatever stands here is on Telegram's
 * servers for ever (DESIGN.md, invariant 7).
 */
export function pressData(press: Press): string {
  return `${press.verb}:${press.stamp}:${press.argument}`;
}

/** Reads {@link pressData} back; null when it is none of ours. */
export function readPress(data: string): Press | null {
  const [verb, stamp, argument, ...rest] = data.split(":");
  const known = VERBS.find((candidate) => candidate === verb);
  return known && stamp && argument !== undefined && rest.length === 0
    ? { verb: known, stamp, argument }
    : null;
}

/** A filter for grammY: presses with this verb. */
export function pressOf(verb: Verb): RegExp {
  return new RegExp(`^${verb}:`);
}
