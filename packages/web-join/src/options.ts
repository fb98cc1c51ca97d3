import type { Config, Random, TrustedProxies } from "@ricevimenti/core";

/** What the pages need to know besides the core. */
export interface WebOptions {
  /** What every link starts with, without a slash at its end. Its path, if it has one, stands before every page's. */
  readonly publicUrl: string;
  /** Origin of the Jitsi server: the only place besides ourselves where a press may lead. */
  readonly videoOrigin: string;
  /** Whose `X-Forwarded-For`, `-Host` and `-Proto` are believed; nobody's where absent. */
  readonly trustProxy?: TrustedProxies | null;
  /** Who may read `/metrics`: addresses and networks, or everybody; nobody where absent. */
  readonly metrics?: Config["metrics"];
  /** Of this software, for the foot of the page. */
  readonly version: string;
  /** The Telegram bot, without `@`: an other way to book. Not spoken of where absent. */
  readonly botUsername?: string;
  /** Of another front end on the same server: Telegram's webhook. */
  readonly mounted?: Mounted;
  /** Names browsers (DESIGN.md, invariant 9). The machine's own where absent. */
  readonly random?: Random;
}

/** A path that answers for itself: none of the pages' limits, headers and checks are put before it. */
export interface Mounted {
  /** As it arrives, whatever folder the public address has. */
  readonly path: string;
  /** Gets the request untouched; what it answers is sent as it is. */
  handle(request: Request): Promise<Response>;
}

export interface ListenOptions extends WebOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Milliseconds a client may take to send its request; then 408. */
  readonly requestTimeout?: number;
}
