import type { Chat, Markup, Message } from "./types.ts";

/** What an answered button showed: a line over the chat, or a box to close. */
export type Notice = { text: string; alert: boolean };

export type Change =
  | { kind: "sent" | "edited" | "deleted"; message: Message }
  | { kind: "notice"; notice: Notice };

export type Stored = {
  message: Message;
  markup: Markup | undefined;
  /** The room's count of changes when this message last changed. */
  changed: number;
};

/** One chat as Telegram keeps it. Messages are replaced, never altered, so that what was handed out stays as it was. */
export class Room {
  readonly chat: Chat;
  /** A bot may write to a person only after the person has written to it. */
  started = false;
  blocked = false;
  /** The supergroup this group has become. */
  movedTo: number | undefined;
  changes = 0;
  readonly notices: (Notice & { changed: number })[] = [];
  private readonly stored = new Map<number, Stored>();
  private readonly listeners = new Set<(change: Change) => void>();

  constructor(chat: Chat) {
    this.chat = chat;
  }

  all(): Stored[] {
    return [...this.stored.values()];
  }

  find(messageId: number | undefined): Stored | undefined {
    return messageId === undefined ? undefined : this.stored.get(messageId);
  }

  add(message: Message, markup?: Markup): Message {
    this.put(message, markup);
    this.tell({ kind: "sent", message });
    return message;
  }

  edit(message: Message, markup?: Markup): Message {
    this.put(message, markup);
    this.tell({ kind: "edited", message });
    return message;
  }

  delete(messageId: number): boolean {
    const found = this.stored.get(messageId);
    if (found === undefined) return false;
    this.stored.delete(messageId);
    this.changes += 1;
    this.tell({ kind: "deleted", message: found.message });
    return true;
  }

  notify(notice: Notice): void {
    this.changes += 1;
    this.notices.push({ ...notice, changed: this.changes });
    this.tell({ kind: "notice", notice });
  }

  /** Calls `listener` after every change, at once and in order, until the returned function is called. */
  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private put(message: Message, markup: Markup | undefined): void {
    this.changes += 1;
    this.stored.set(message.message_id, { message, markup, changed: this.changes });
  }

  private tell(change: Change): void {
    for (const listener of [...this.listeners]) listener(change);
  }
}
