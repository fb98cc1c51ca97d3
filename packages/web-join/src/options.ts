/** What the pages need to know besides the core. */
export interface WebOptions {
  /** What every link starts with, without a slash at its end. Its path, if it has one, stands before every page's. */
  readonly publicUrl: string;
  /** Origin of the Jitsi server: the only place besides ourselves where a press may lead. */
  readonly videoOrigin: string;
  /** A proxy in front says which host and protocol the visitor used (`X-Forwarded-Host`, `X-Forwarded-Proto`). */
  readonly trustProxy?: boolean;
  /** Of this software, for the foot of the page. */
  readonly version: string;
  /** The Telegram bot, without `@`: "Prenota" leads there. No button where absent. */
  readonly botUsername?: string;
}

export interface ListenOptions extends WebOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Milliseconds a client may take to send its request; then 408. */
  readonly requestTimeout?: number;
}
