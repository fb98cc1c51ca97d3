import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fault } from "./faults.ts";
import { answer, call } from "./http.ts";
import type { Payload } from "./payload.ts";
import { Group, Person, type PersonOptions } from "./person.ts";
import { granted } from "./refusal.ts";
import { type Call, type RefusedCall, State } from "./state.ts";
import type { Update } from "./types.ts";
import type { WaitOptions } from "./wait.ts";

export type TelegramOptions = {
  token?: string;
  /** Milliseconds since 1970, for dates and ages; the machine's clock when left out. Timeouts are always real time. */
  now?: () => number;
  /** 0, the default, takes a free one. */
  port?: number;
  botName?: string;
  botUsername?: string;
  /** How long a pressed button may wait for its answer; 15 seconds when left out. */
  callbackMaxAgeMs?: number;
  /** Before a failed webhook delivery is tried again, doubled each time; 1 second when left out. */
  webhookRetryMs?: number;
  /** After which a silent webhook counts as failed; 10 seconds when left out. */
  webhookTimeoutMs?: number;
  /** Where to post updates really: lets a bot be configured with its public HTTPS address and be reached on this machine. */
  routeWebhook?: (url: string) => string;
};

/** A local stand-in for Telegram: the Bot API over HTTP on one side, people who use the bot on the other. */
export class Telegram {
  /** What a bot takes as its API root, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** Calls refused as Telegram would have refused them, oldest first: a bot without faults leaves this empty. */
  readonly refusals: readonly RefusedCall[];
  /** The last thousands of calls but `getUpdates`, refused ones too. */
  readonly calls: readonly Call[];
  /** Stops the server: a waiting `getUpdates` gets an empty answer, every connection is closed. */
  readonly close: () => Promise<void>;
  private readonly state: State;

  constructor(state: State, url: string, close: () => Promise<void>) {
    this.state = state;
    this.url = url;
    this.token = state.settings.token;
    this.refusals = state.refusals;
    this.calls = state.calls;
    this.close = close;
  }

  /** A person with a private chat; the same `id` is the same chat. */
  person(options: PersonOptions): Person {
    return new Person(this.state, options);
  }

  group(options: { id: number; title: string }): Group {
    return new Group(this.state, options);
  }

  /** Lets calls to come fail. Such failures are Telegram's own and not among the refusals. */
  fault(fault: Fault): void {
    this.state.faults.add(fault);
  }

  /** Ends the faults asked for and not yet used up. */
  clearFaults(): void {
    this.state.faults.clear();
  }

  /** Delivers the last `count` updates once more with the same identifiers, although confirmed. */
  redeliver(count: number): Update[] {
    return this.state.updates.redeliver(count);
  }

  /** An update of any kind, as it is, for the chat it concerns. */
  push(chatId: number, content: Record<string, unknown>): Update {
    return this.state.updates.add(chatId, content);
  }

  /**
   * Resolves when the bot has taken every update: with long polling when it asks for later ones, so after having dealt
   * with them; with a webhook when it has answered 2xx.
   */
  settled({ timeoutMs = 5000 }: WaitOptions = {}): Promise<void> {
    return this.state.updates.settled(timeoutMs);
  }

  /** Resolves when a bot is there to be written to: it waits in a `getUpdates`, or has set a webhook. */
  async listening({ timeoutMs = 5000 }: WaitOptions = {}): Promise<void> {
    if (this.state.webhook.active === undefined) await this.state.updates.polled(timeoutMs);
  }

  /** The presses (their `callback_query.id`) the bot has never answered: each left a person looking at a turning clock. */
  unanswered(): string[] {
    return this.state.callbacks.unanswered();
  }
}

/** Starts the stand-in on 127.0.0.1. */
export async function startTelegram(options: TelegramOptions = {}): Promise<Telegram> {
  const state: State = new State(
    {
      token: options.token ?? "7300000001:local-stand-in-not-a-real-token-000",
      botName: options.botName ?? "Ricevimenti",
      botUsername: options.botUsername ?? "ricevimenti_bot",
      now: options.now ?? Date.now,
      callbackMaxAgeMs: options.callbackMaxAgeMs ?? 15_000,
      webhookRetryMs: options.webhookRetryMs ?? 1000,
      webhookTimeoutMs: options.webhookTimeoutMs ?? 10_000,
      routeWebhook: options.routeWebhook ?? ((url) => url),
    },
    (method: string, payload: Payload) => call(state, method, payload, new AbortController().signal),
  );
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const close = async (): Promise<void> => {
    state.webhook.set(undefined);
    state.updates.endPoll(granted([]));
    const closed = new Promise((resolve) => server.close(resolve));
    // One turn for the answer to the waiting call to leave.
    setImmediate(() => server.closeAllConnections());
    await closed;
  };
  const { port } = server.address() as AddressInfo;
  return new Telegram(state, `http://127.0.0.1:${port}`, close);
}
