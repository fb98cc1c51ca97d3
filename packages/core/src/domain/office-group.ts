import type { Random } from "../ports.ts";
import { drawCode, parseCode } from "./code.ts";
import type { Instant } from "./slot.ts";

/** The chat of an office's staff, in which its bookings are told. */
export interface OfficeGroup {
  readonly office: string;
  /** Telegram's number of the group. */
  readonly chat: number;
  /** The office has asked for names and reasons to be told there, too. */
  readonly details: boolean;
}

/** What links a group to an office, once. */
export interface GroupCode {
  /** As it is typed, `K7P-4QX-9RT-2WV`: 27^12. */
  readonly code: string;
  readonly expires: Instant;
}

export function drawGroupCode(random: Random): string {
  return `${drawCode(random)}-${drawCode(random)}`;
}

/** A code as somebody types it in its one spelling; null when it is none. */
export function parseGroupCode(text: string): string | null {
  const bare = text.replace(/[\s-]/g, "");
  const [first, second] = [parseCode(bare.slice(0, 6)), parseCode(bare.slice(6))];
  return first !== null && second !== null ? `${first}-${second}` : null;
}
