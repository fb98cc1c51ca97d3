import { isObject, Payload } from "./payload.ts";
import type { Entry, UpdateQueue } from "./updates.ts";

export type Webhook = { url: string; secretToken: string; maxConnections: number };

export type WebhookOptions = {
  /** Milliseconds before the second try; doubled for each further one. */
  retryMs: number;
  /** Milliseconds after which a silent endpoint counts as failed. */
  timeoutMs: number;
  /** Where to post really, when the address that was set is not to be reached from here. */
  route: (url: string) => string;
  now: () => number;
  /** Carries out the method that a webhook may name in the body of its answer. */
  call: (method: string, payload: Payload) => Promise<unknown>;
};

const MAX_RETRY_MS = 60_000;

/** Posts updates to the bot's address: those of one chat one after another, different chats at the same time. */
export class WebhookSender {
  active: Webhook | undefined;
  lastError: { date: number; message: string } | undefined;
  private readonly queue: UpdateQueue;
  private readonly options: WebhookOptions;
  private readonly busy = new Map<number, { failures: number }>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(queue: UpdateQueue, options: WebhookOptions) {
    this.queue = queue;
    this.options = options;
    queue.listen(() => this.pump());
  }

  /** Setting what is set already changes nothing. */
  set(webhook: Webhook | undefined): void {
    if (JSON.stringify(webhook) === JSON.stringify(this.active)) return;
    this.active = webhook;
    this.lastError = undefined;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.busy.clear();
    this.pump();
  }

  private pump(): void {
    const webhook = this.active;
    if (webhook === undefined) return;
    for (const entry of this.queue.pending()) {
      if (this.busy.size >= webhook.maxConnections) return;
      if (this.busy.has(entry.chatId)) continue;
      this.busy.set(entry.chatId, { failures: 0 });
      void this.deliver(entry, webhook);
    }
  }

  private async deliver(entry: Entry, webhook: Webhook): Promise<void> {
    this.queue.offer(entry);
    const failure = await this.post(entry, webhook);
    if (this.active !== webhook) return;
    if (failure === undefined) {
      this.queue.remove(entry);
      this.busy.delete(entry.chatId);
      this.pump();
      return;
    }
    this.lastError = { date: Math.floor(this.options.now() / 1000), message: failure.message };
    const chat = this.busy.get(entry.chatId) ?? { failures: 0 };
    const backoff = Math.min(this.options.retryMs * 2 ** chat.failures, MAX_RETRY_MS);
    chat.failures += 1;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.deliver(entry, webhook);
    }, failure.retryAfterMs ?? backoff);
    this.timers.add(timer);
  }

  private async post(
    entry: Entry,
    webhook: Webhook,
  ): Promise<{ message: string; retryAfterMs?: number } | undefined> {
    const secret =
      webhook.secretToken === "" ? {} : { "x-telegram-bot-api-secret-token": webhook.secretToken };
    try {
      const response = await fetch(this.options.route(webhook.url), {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/json", ...secret },
        body: JSON.stringify(entry.update),
        signal: AbortSignal.timeout(this.options.timeoutMs),
      });
      const body = await response.text();
      if (response.ok) {
        await this.answerInBody(body);
        return undefined;
      }
      const retryAfter = Number(response.headers.get("retry-after"));
      const message = `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      return retryAfter > 0 ? { message, retryAfterMs: retryAfter * 1000 } : { message };
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === "TimeoutError";
      return { message: isTimeout ? "Read timeout expired" : "Connection refused" };
    }
  }

  private async answerInBody(body: string): Promise<void> {
    let answer: unknown;
    try {
      answer = JSON.parse(body);
    } catch {
      return;
    }
    if (!isObject(answer) || typeof answer.method !== "string") return;
    const { method, ...parameters } = answer;
    const isForbidden = /^(get|setwebhook$|deletewebhook$|close$|logout$)/i.test(method);
    if (!isForbidden) await this.options.call(method, new Payload(new Map(Object.entries(parameters))));
  }
}
