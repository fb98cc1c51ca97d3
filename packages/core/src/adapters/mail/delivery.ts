import type { Instant } from "../../domain/slot.ts";
import type { MailMessage } from "../../ports.ts";

/** A far end for mails. Everything it throws is a {@link DeliveryError} whose message names nobody. */
export interface MailTransport {
  /** @param at what the Date header says */
  deliver(message: MailMessage, at: Instant): Promise<void>;
  /** Reaches the far end without sending anything. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

export interface MailTransportOptions {
  /** What a relative folder starts from; the process's own folder where absent. */
  readonly cwd?: string;
  /** Milliseconds; for tests of what takes too long. */
  readonly timeouts?: { readonly connection: number; readonly socket: number };
}
