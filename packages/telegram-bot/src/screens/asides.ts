import { LOCALES, type Locale } from "@ricevimenti/core";
import { COMMANDS } from "../commands.ts";
import { bold, html, lines, paragraphs } from "../html.ts";
import { type Below, type Button, closing, type Screen, type Telling } from "./screen.ts";

/** `/lingua`: each language by its own name. */
export function languageScreen(below: Below, { say }: Telling): Screen {
  return {
    text: paragraphs(bold(say("language-title"))),
    rows: [
      ...LOCALES.map((locale): Button[] => [
        { text: LANGUAGE_NAMES[locale], verb: "language", argument: locale },
      ]),
      closing(below, say),
    ],
  };
}

/** `/aiuto`: how it goes, and every command. */
export function helpScreen(below: Below, { say }: Telling): Screen {
  return {
    text: paragraphs(
      bold(say("help-title")),
      lines(...HELP_STEPS.map((id, index) => html`${index + 1}. ${say(id)}`)),
      lines(...COMMANDS.map((command) => html`/${command} - ${say(`command-${command}`)}`)),
      say("help-typing"),
    ),
    rows: [closing(below, say)],
  };
}

const HELP_STEPS = ["help-step-office", "help-step-time", "help-step-form", "help-step-mail"];
const LANGUAGE_NAMES: Record<Locale, string> = {
  it: "Italiano",
  en: "English",
  de: "Deutsch",
  fr: "Français",
  sl: "Slovenščina",
};
