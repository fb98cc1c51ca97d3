/** What a button asks for. */
export const VERBS = [
  "office",
  "found",
  "service",
  "day",
  "time",
  "page",
  "back",
  "restart",
  "take",
  "keep",
  "doubt",
  "edit",
  "retime",
  "consent",
  "request",
  "resend",
  "address",
  "bookings",
  "cancel",
  "yes",
  "move",
  "moveto",
  "instead",
  "coming",
  "late",
  "await",
  "pick",
  "join",
  "unwait",
  "rewish",
  "offer",
  "swap",
  "decline",
  "close",
  "privacy",
  "export",
  "erase",
  "eraseall",
  "language",
  "idle",
] as const;
export type Verb = (typeof VERBS)[number];

/** Verbs that mean the same whatever the conversation has come to since. */
const STANDING_VERBS: readonly Verb[] = [
  ...([
    "restart",
    "resend",
    "address",
    "bookings",
    "cancel",
    "move",
    "instead",
    "coming",
    "late",
    "offer",
    "swap",
    "decline",
  ] as const),
];

/** Stands in place of the stamp on buttons that stay good: those of messages that are not about a step. */
export const STANDING = "-";

/** A button pressed: what it asks for, on which state of the conversation, and with what. */
export interface Press {
  readonly verb: Verb;
  readonly stamp: string;
  readonly argument: string;
}

/**
 * What Telegram sends back when the button is pressed: at most 64 bytes, so ids and times in few letters. Holds ids and times only: whatever stands here is on Telegram's
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

/** Whether the button is good at any time. */
export function isStanding({ verb, stamp }: Press): boolean {
  return stamp === STANDING && STANDING_VERBS.includes(verb);
}

/** A filter for grammY: presses with this verb. */
export function pressOf(verb: Verb): RegExp {
  return new RegExp(`^${verb}:`);
}
