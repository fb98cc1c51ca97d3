import { LOCALES, type Locale, type Say, texts } from "@ricevimenti/core";
import type { Api } from "grammy";
import { COMMANDS, GROUP_COMMANDS } from "./commands.ts";

/**
 * Tells Telegram what people see of the bot outside the chat, in each language: the menu of commands, what stands in
 * the empty chat (at most 512 characters) and in the profile (at most 120). Whoever's language we do not speak sees
 * `own`, the town's, in which the bot answers them, too. Only what has changed is sent: Telegram allows few such calls.
 */
export async function registerProfile(api: Api, own: Locale): Promise<void> {
  // Side by side: whoever writes meanwhile waits for it.
  await Promise.all(
    LOCALES.map((locale) => registerIn(locale, api, locale === own ? {} : { language_code: locale })),
  );
  if ((await api.getChatMenuButton()).type !== "commands") {
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
  }
}

async function registerIn(
  locale: Locale,
  api: Api,
  language: { readonly language_code?: Locale },
): Promise<void> {
  const say = texts("bot", locale);
  await registerCommands(api, COMMANDS, say, language);
  await registerCommands(api, GROUP_COMMANDS, say, { ...language, scope: { type: "all_group_chats" } });
  const { description } = await api.getMyDescription(language);
  if (description !== say("profile-description")) {
    await api.setMyDescription(say("profile-description"), language);
  }
  const { short_description } = await api.getMyShortDescription(language);
  if (short_description !== say("profile-short")) {
    await api.setMyShortDescription(say("profile-short"), language);
  }
}

async function registerCommands(
  api: Api,
  names: readonly string[],
  say: Say,
  place: {
    readonly language_code?: Locale;
    readonly scope?: { readonly type: "all_group_chats" };
  },
): Promise<void> {
  const commands = names.map((command) => ({ command, description: say(`command-${command}`) }));
  const known = await api.getMyCommands(place);
  const told = known.map(({ command, description }) => ({ command, description }));
  if (JSON.stringify(told) !== JSON.stringify(commands)) await api.setMyCommands(commands, place);
}
