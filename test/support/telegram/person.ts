import { Participant } from "./participant.ts";
import type { Room } from "./room.ts";
import type { State } from "./state.ts";
import type { BotCommand, User } from "./types.ts";

export type PersonOptions = { id: number; firstName: string; lastName?: string; languageCode?: string };

/** A person in their private chat with the bot. The bot may write to them only once they have written. */
export class Person extends Participant {
  constructor(state: State, { id, firstName, lastName, languageCode }: PersonOptions) {
    const names = { first_name: firstName, ...(lastName === undefined ? {} : { last_name: lastName }) };
    const language = languageCode === undefined ? {} : { language_code: languageCode };
    const user: User = { id, is_bot: false, ...names, ...language };
    super(state, state.room({ id, type: "private", ...names }), user);
  }

  /** Stops the bot: whatever it sends is refused, and it is told so. */
  block(): void {
    this.changeMembership("member", "kicked");
  }

  unblock(): void {
    this.changeMembership("kicked", "member");
  }

  /** The commands this person finds in the bot's menu. */
  commands(): BotCommand[] {
    return this.state.profile.commandsFor(this.user.id, this.user.language_code ?? "");
  }

  private changeMembership(from: string, to: string): void {
    const isBlocked = to === "kicked";
    if (this.room.blocked === isBlocked) return;
    this.room.blocked = isBlocked;
    const member = (status: string) => ({
      status,
      user: this.state.me,
      ...(status === "kicked" ? { until_date: 0 } : {}),
    });
    this.state.updates.add(this.user.id, {
      my_chat_member: {
        chat: this.room.chat,
        from: this.user,
        date: this.state.date(),
        old_chat_member: member(from),
        new_chat_member: member(to),
      },
    });
  }
}

/** A group the bot has been added to; people act in it through {@link Group.member}. */
export class Group {
  private readonly state: State;
  private readonly room: Room;

  constructor(
    state: State,
    { id, title, type = "group" }: { id: number; title: string; type?: "group" | "supergroup" },
  ) {
    if (id >= 0) throw new Error("the id of a group is negative");
    this.state = state;
    this.room = state.room({ id, type, title });
    this.room.started = true;
  }

  member(person: Person): Participant {
    return new Participant(this.state, this.room, person.user);
  }

  /** Puts the bot out: whatever it sends is refused, and it is told so. */
  kick(by: Person): void {
    this.room.blocked = true;
    const member = (status: string) => ({ status, user: this.state.me, until_date: 0 });
    this.state.updates.add(this.room.chat.id, {
      my_chat_member: {
        chat: this.room.chat,
        from: by.user,
        date: this.state.date(),
        old_chat_member: member("member"),
        new_chat_member: member("kicked"),
      },
    });
  }

  /**
   * Becomes a supergroup under another number; whatever is sent to the old one is refused with the new one.
   *
   * @param told whether the bot hears of it by the service message, too
   */
  upgrade(id: number, { told }: { readonly told: boolean }): Group {
    const { chat } = this.room;
    const supergroup = new Group(this.state, { id, title: chat.title ?? "", type: "supergroup" });
    this.room.movedTo = id;
    if (told) {
      const message = { message_id: this.state.nextMessageId(), chat, date: this.state.date() };
      this.state.updates.add(chat.id, { message: { ...message, migrate_to_chat_id: id } });
    }
    return supergroup;
  }
}
