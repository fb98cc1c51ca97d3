import type { Instant } from "@ricevimenti/core";
import type { Lease } from "./conversation/draft.ts";

/** Milliseconds a chat waits for a process that has died in the middle of writing to it. Longer than any call takes. */
export const LEASE = 30_000;

/** Whether `by` may write into the chat: nobody else is at it, or whoever was has not been heard of since. */
export function mayLease(lease: Lease | null, by: string, now: Instant): boolean {
  return lease === null || lease.by === by || lease.until <= now;
}

/** The lease after `by` has asked for it: its own, or as it was when another has it. */
export function leased(lease: Lease | null, by: string, now: Instant): Lease {
  return lease === null || mayLease(lease, by, now) ? { by, until: now + LEASE } : lease;
}

/** What transactions about one chat are put in line by. */
export function chatKey(chat: number): string {
  return `chat/${chat}`;
}
