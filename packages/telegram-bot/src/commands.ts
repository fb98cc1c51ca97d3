import { COMPLETE_LOCALES, texts } from "@ricevimenti/core";
import type { Api } from "grammy";

/** In the order of Telegram's menu; CONTRACT.md, "Bot commands". */
export const COMMANDS = [
  "start",
  "prenota",
  "appuntamenti",
  "lingua",
  "privacy",
  "aiuto",
  "annulla",
] as const;

/** Tells Telegram the commands in each language, Italian for everybody else's; only where they have changed. */
export async function registerCommands(api: Api): Promise<void> {
  for (const locale of COMPLETE_LOCALES) {
    const say = texts("bot", locale);
    const commands = COMMANDS.map((command) => ({ command, description: say(`command-${command}`) }));
    const language = locale === "it" ? {} : { language_code: locale };
    const known = await api.getMyCommands(language);
    const told = known.map(({ command, description }) => ({ command, description }));
    if (JSON.stringify(told) !== JSON.stringify(commands)) await api.setMyCommands(commands, language);
  }
}
