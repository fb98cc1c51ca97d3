import type { BotCommand } from "./types.ts";

export type CommandScope = { type: string; chat_id?: number; user_id?: number };

/** What a bot shows of itself: texts by language, commands by scope and language, menu buttons by chat. */
export class Profile {
  /** By field and language: `name/it`; the language is empty for everyone else. */
  readonly texts = new Map<string, string>();
  /** By chat; 0 is the default for all. */
  readonly menuButtons = new Map<number, Record<string, unknown>>();
  private readonly commands = new Map<string, BotCommand[]>();

  setCommands(scope: CommandScope, language: string, commands: BotCommand[]): void {
    if (commands.length === 0) this.commands.delete(key(scope, language));
    else this.commands.set(key(scope, language), commands);
  }

  /** The commands set for exactly this scope and language. */
  getCommands(scope: CommandScope, language: string): BotCommand[] {
    return this.commands.get(key(scope, language)) ?? [];
  }

  /** The menu a person of this language sees in a private chat: the narrowest scope that has one, own language first. */
  commandsFor(chatId: number, language: string): BotCommand[] {
    const scopes = [{ type: "chat", chat_id: chatId }, { type: "all_private_chats" }, { type: "default" }];
    for (const scope of scopes) {
      for (const code of [language, ""]) {
        const commands = this.getCommands(scope, code);
        if (commands.length > 0) return commands;
      }
    }
    return [];
  }
}

function key(scope: CommandScope, language: string): string {
  return [scope.type, scope.chat_id ?? "", scope.user_id ?? "", language].join("/");
}
