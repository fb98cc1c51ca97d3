import { findEntities } from "./entities.ts";
import type { Change, Room } from "./room.ts";
import type { State } from "./state.ts";
import type { Message, Update, User } from "./types.ts";
import { type SeenButton, type SeenMessage, seeMessage, writeTranscript } from "./view.ts";
import { type Verdict, type WaitOptions, waitUntil } from "./wait.ts";

/** The chat as a condition of {@link Participant.waitFor} sees it. */
export type ChatView = {
  /** The newest message of the bot. */
  screen: SeenMessage | undefined;
  messages: SeenMessage[];
  /** The bot's messages that came or changed since this person last wrote or pressed something. */
  news: SeenMessage[];
  /** What answered buttons showed since then. */
  notices: string[];
};

/** What a press did: asked the bot, opened an address, copied a text, or wrote a key of the reply keyboard. */
export type Pressed =
  | { kind: "callback"; queryId: string; data: string; update: Update }
  | { kind: "url"; url: string }
  | { kind: "copied"; text: string }
  | { kind: "sent"; update: Update };

const CHAT_INSTANCE = "-3141592653589793238";

/** Someone in a chat with the bot: writes, presses buttons, and reads what there is to see. */
export class Participant {
  readonly user: User;
  protected readonly state: State;
  protected readonly room: Room;
  private mark = 0;

  constructor(state: State, room: Room, user: User) {
    this.state = state;
    this.room = room;
    this.user = user;
  }

  /** Writes a text message, with the entities Telegram's apps would find in it (commands, links, addresses). */
  async send(text: string): Promise<Update> {
    const entities = findEntities(text);
    return this.sendRaw({ text, ...(entities.length > 0 ? { entities } : {}) });
  }

  /**
   * Sends a message of any content: `{ photo: [...] }`, `{ voice: {...} }`, `{ contact: {...} }`. In a group, what is
   * not for the bot stays among people; its update has the number 0 and is not delivered.
   */
  async sendRaw(content: Partial<Message>): Promise<Update> {
    this.room.started = true;
    const message = this.message(this.state.nextMessageId(), content);
    return this.publish("message", this.room.add(message));
  }

  /** Changes a message this person has written; the bot gets an `edited_message`. */
  async edit(messageId: number, text: string): Promise<Update> {
    const stored = this.room.find(messageId);
    if (stored?.message.from?.id !== this.user.id) {
      throw new Error(`${this.user.first_name} has written no message ${messageId}`);
    }
    const entities = findEntities(text);
    const content = { date: stored.message.date, text, edit_date: this.state.date() };
    const message = this.message(messageId, { ...content, ...(entities.length > 0 ? { entities } : {}) });
    return this.publish("edited_message", this.room.edit(message));
  }

  /**
   * Presses the button with this text, or containing it, in the newest message that has one; the reply keyboard counts
   * as newest of all. Fails with a list of the buttons there are.
   */
  async press(label: string): Promise<Pressed> {
    const key = pick(this.keyboard().flat(), (text) => text, label);
    if (key !== undefined) return { kind: "sent", update: await this.send(key) };
    for (const stored of this.room.all().reverse()) {
      if (stored.message.reply_markup === undefined) continue;
      const { messageId, buttons } = seeMessage(this.state, stored);
      const button = pick(buttons.flat(), ({ text }) => text, label);
      if (button !== undefined) return this.pressButton(messageId, button);
    }
    const labels = this.messages().flatMap(({ buttons }) => buttons.flat().map(({ text }) => `[${text}]`));
    const there = labels.length === 0 ? "there are no buttons" : `the buttons are ${labels.join(" ")}`;
    throw new Error(`no button "${label}": ${there}\n${this.transcript()}`);
  }

  async pressButton(messageId: number, button: SeenButton): Promise<Pressed> {
    if (button.url !== undefined) return { kind: "url", url: button.url };
    if (button.copyText !== undefined) return { kind: "copied", text: button.copyText };
    if (button.callbackData === undefined) throw new Error(`the button "${button.text}" does nothing here`);
    return this.pressData(messageId, button.callbackData);
  }

  /** Presses a button with this data under this message, whether or not there is (still) such a button. */
  async pressData(messageId: number, data: string): Promise<Pressed & { kind: "callback" }> {
    const queryId = this.state.callbacks.open(this.room, this.state.settings.now());
    const gone = { chat: this.room.chat, message_id: messageId, date: 0 };
    this.mark = this.room.changes;
    const update = this.state.updates.add(this.room.chat.id, {
      callback_query: {
        id: queryId,
        from: this.user,
        message: this.room.find(messageId)?.message ?? gone,
        chat_instance: CHAT_INSTANCE,
        data,
      },
    });
    return { kind: "callback", queryId, data, update };
  }

  /** The newest message of the bot. Fails when there is none. */
  screen(): SeenMessage {
    const screen = this.view().screen;
    if (screen === undefined) throw new Error(`the bot has written nothing yet\n${this.transcript()}`);
    return screen;
  }

  /** All messages there are, oldest first: edits applied, deletions gone. */
  messages(): SeenMessage[] {
    return this.room.all().map((stored) => seeMessage(this.state, stored));
  }

  /** The keys the bot has put in place of the person's keyboard, row by row. */
  keyboard(): string[][] {
    for (const { markup } of this.room.all().reverse()) {
      if (markup?.kind === "reply") return markup.rows;
      if (markup?.kind === "remove") return [];
    }
    return [];
  }

  /** Every line or box that an answered button has shown, oldest first. */
  notices(): string[] {
    return this.room.notices.map(({ text }) => text);
  }

  transcript(): string {
    return writeTranscript(this.messages(), this.keyboard());
  }

  view(): ChatView {
    const messages = this.messages();
    return {
      screen: messages.findLast(({ isFromBot }) => isFromBot),
      messages,
      news: this.news(),
      notices: this.room.notices.filter(({ changed }) => changed > this.mark).map(({ text }) => text),
    };
  }

  /** Waits for news (see {@link ChatView}) whose text contains or matches `wanted`; resolves with that message. */
  async waitFor(wanted: string | RegExp, options?: WaitOptions): Promise<SeenMessage>;
  /**
   * Waits until the condition is `true`, looking now and after every change. A text instead of `false` says what is
   * missing and is shown when the time is up, together with the chat.
   */
  async waitFor(condition: (chat: ChatView) => boolean | string, options?: WaitOptions): Promise<ChatView>;
  async waitFor(
    wanted: string | RegExp | ((chat: ChatView) => boolean | string),
    options: WaitOptions = {},
  ): Promise<SeenMessage | ChatView> {
    const describe = () => `The chat:\n${this.transcript()}`;
    if (typeof wanted === "function") {
      const check = (): Verdict<ChatView> => {
        const view = this.view();
        const verdict = wanted(view);
        return verdict === true
          ? { found: view }
          : { missing: verdict === false ? "the condition" : verdict };
      };
      return waitUntil(this.room, check, describe, options);
    }
    const matches = ({ text }: SeenMessage) =>
      typeof wanted === "string" ? text.includes(wanted) : text.search(wanted) !== -1;
    const check = (): Verdict<SeenMessage> => {
      const message = this.news().findLast(matches);
      return message === undefined ? { missing: `a new message with ${wanted}` } : { found: message };
    };
    return waitUntil(this.room, check, describe, options);
  }

  /** Calls `listener` after every change of the chat until the returned function is called. */
  onChange(listener: (change: Change) => void): () => void {
    return this.room.listen(listener);
  }

  /** Resolves when the bot has taken everything sent to it, by anyone. */
  settled({ timeoutMs = 5000 }: WaitOptions = {}): Promise<void> {
    return this.state.updates.settled(timeoutMs);
  }

  private news(): SeenMessage[] {
    return this.room
      .all()
      .filter(({ changed }) => changed > this.mark)
      .map((stored) => seeMessage(this.state, stored))
      .filter(({ isFromBot }) => isFromBot);
  }

  private message(messageId: number, content: Partial<Message>): Message {
    return {
      message_id: messageId,
      from: this.user,
      chat: this.room.chat,
      date: this.state.date(),
      ...content,
    };
  }

  private publish(kind: "message" | "edited_message", message: Message): Update {
    this.mark = this.room.changes;
    if (!this.isForBot(message)) return { update_id: 0 };
    return this.state.updates.add(this.room.chat.id, { [kind]: message });
  }

  /** In groups a bot hears commands (its own), answers to it and its name, and nothing else. */
  private isForBot(message: Message): boolean {
    if (this.room.chat.type === "private") return true;
    const text = message.text ?? message.caption ?? "";
    const name = `@${this.state.settings.botUsername}`.toLowerCase();
    const command = /^\/\w+(@\w+)?/.exec(text);
    if (command !== null) return command[1] === undefined || command[1].toLowerCase() === name;
    return text.toLowerCase().includes(name) || message.reply_to_message?.from?.id === this.state.me.id;
  }
}

/** The item whose text is the label; else the first that contains it. */
function pick<T>(items: T[], textOf: (item: T) => string, label: string): T | undefined {
  return items.find((item) => textOf(item) === label) ?? items.find((item) => textOf(item).includes(label));
}
