import type { Instant } from "./slot.ts";

/**
 * What the system tells people, and to whom. Each is rendered when it is delivered, from the booking as it then is,
 * so that no personal data waits in the outbox.
 */
export const MESSAGE_KINDS = [
  /** To the citizen: press the button within two hours. */
  "verification",
  /** To the citizen: booked; invitation, links. */
  "invitation",
  "reminder",
  "moved",
  /** To the citizen: the office cannot keep the time; others are held for them to choose from. */
  "reoffered",
  "cancelled",
  /** To the citizen: two hours went by. */
  "expired",
  /** To the office: about a confirmed booking. */
  "office_booked",
  "office_moved",
  "office_cancelled",
  /** To the office: the citizen will be late. */
  "office_late",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What who is on a waiting list is told. */
export const WAITING_KINDS = [
  /** By mail: press the button, so that it is known whose address this is; or what they wait for already. */
  "waiting_proof",
  /** A time has come free and is held for them. */
  "waiting_offer",
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** Whether a message is about somebody on a waiting list. */
export function isWaitingKind(kind: OutgoingMessage["kind"]): kind is WaitingKind {
  return WAITING_KINDS.some((one) => one === kind);
}

/** What an office is told about its day: `booking` is the office's id. */
export type OfficeKind = "digest";

export type Channel = "mail" | "telegram";

/** A message to deliver, written in the transaction that causes it. */
export interface OutgoingMessage {
  /** Tells two deliveries of the same message apart from two messages: booking, kind, version, channel, due time. */
  readonly key: string;
  /** Its code; of `waiting_proof` that of the entry, of `digest` the office's id. */
  readonly booking: string;
  readonly version: number;
  readonly kind: MessageKind | WaitingKind | OfficeKind;
  readonly channel: Channel;
  readonly due: Instant;
  /** After this it is no longer worth telling; null: never. */
  readonly until: Instant | null;
}

/** A message as the outbox keeps it. */
export interface OutboxEntry extends OutgoingMessage {
  readonly id: number;
  readonly state: "waiting" | "sent" | "dropped" | "failed";
  readonly attempts: number;
  /** When it is tried next. */
  readonly next: Instant;
  /** Fencing: who leased it, counted up by each lease; only the last lease may settle the message. */
  readonly lease: number;
  readonly error: string | null;
  readonly created: Instant;
  readonly settled: Instant | null;
}
