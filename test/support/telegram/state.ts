import { CallbackQueries } from "./callbacks.ts";
import { Faults } from "./faults.ts";
import { Files } from "./files.ts";
import type { Payload } from "./payload.ts";
import { Profile } from "./profile.ts";
import { Room } from "./room.ts";
import type { Chat, User } from "./types.ts";
import { UpdateQueue } from "./updates.ts";
import { WebhookSender } from "./webhook.ts";

export type Settings = {
  token: string;
  botName: string;
  botUsername: string;
  now: () => number;
  callbackMaxAgeMs: number;
  webhookRetryMs: number;
  webhookTimeoutMs: number;
  routeWebhook: (url: string) => string;
};

/** One call the bot made; `description` when it was refused. */
export type Call = { method: string; payload: Record<string, unknown>; description?: string };

/** A call refused as Telegram would have refused it. */
export type RefusedCall = Required<Call> & { code: number };

const KEPT_CALLS = 10_000;
const FIRST_UPDATE_ID = 730_000_001;

/** Everything the stand-in knows. Nothing in it is shared between two of them. */
export class State {
  readonly settings: Settings;
  readonly me: User;
  readonly updates = new UpdateQueue(FIRST_UPDATE_ID);
  readonly webhook: WebhookSender;
  readonly callbacks: CallbackQueries;
  readonly files = new Files();
  readonly profile = new Profile();
  readonly faults = new Faults();
  readonly rooms = new Map<number, Room>();
  readonly calls: Call[] = [];
  readonly refusals: RefusedCall[] = [];
  private lastMessageId = 0;

  constructor(settings: Settings, call: (method: string, payload: Payload) => Promise<unknown>) {
    this.settings = settings;
    const id = Number(settings.token.split(":")[0]);
    this.me = { id, is_bot: true, first_name: settings.botName, username: settings.botUsername };
    this.callbacks = new CallbackQueries(settings.callbackMaxAgeMs);
    this.webhook = new WebhookSender(this.updates, {
      retryMs: settings.webhookRetryMs,
      timeoutMs: settings.webhookTimeoutMs,
      route: settings.routeWebhook,
      now: settings.now,
      call,
    });
  }

  room(chat: Chat): Room {
    const known = this.rooms.get(chat.id);
    if (known !== undefined) return known;
    const room = new Room(chat);
    this.rooms.set(chat.id, room);
    return room;
  }

  /** Private chats and small groups share the bot's one count of messages. */
  nextMessageId(): number {
    this.lastMessageId += 1;
    return this.lastMessageId;
  }

  /** Now as Telegram writes dates: whole seconds since 1970. */
  date(): number {
    return Math.floor(this.settings.now() / 1000);
  }

  record(call: Call, code?: number): void {
    this.calls.push(call);
    if (this.calls.length > KEPT_CALLS) this.calls.splice(0, KEPT_CALLS / 2);
    if (code !== undefined) this.refusals.push({ ...call, description: call.description ?? "", code });
  }
}
