import { COMPLETE_LOCALES } from "@ricevimenti/core";
import { COMMANDS } from "../commands.ts";
import { bold, html, lines, paragraphs } from "../html.ts";
import { type Button, linked, type Screen, type Telling } from "./screen.ts";

/** `/lingua`: each language by its own name. */
export function languageScreen({ say }: Telling): Screen {
  return {
    text: paragraphs(bold(say("language-title"))),
    rows: [
      ...COMPLETE_LOCALES.map((locale): Button[] => [
        { text: LANGUAGE_NAMES[locale], verb: "language", argument: locale },
      ]),
      [close(say("button-close"))],
    ],
  };
}

/** `/privacy`: what is kept, why, how long, and where the town's own notice stands. Telegram asks every bot for it. */
export function privacyScreen(
  data: { readonly town: string; readonly email: string | null; readonly notice: string },
  { say }: Telling,
): Screen {
  const notice = linked(say("button-notice"), data.notice);
  return {
    text: paragraphs(
      bold(say("privacy-title")),
      say("privacy-who", { town: data.town }),
      say("privacy-what"),
      say("privacy-why"),
      say("privacy-rights"),
      data.email === null ? null : html`${say("label-email")}: ${data.email}`,
      notice.line,
    ),
    rows: [notice.button, [close(say("button-close"))]],
  };
}

/** `/aiuto`: how it goes, and every command. */
export function helpScreen({ say }: Telling): Screen {
  return {
    text: paragraphs(
      bold(say("help-title")),
      lines(...HELP_STEPS.map((id, index) => html`${index + 1}. ${say(id)}`)),
      lines(...COMMANDS.map((command) => html`/${command} - ${say(`command-${command}`)}`)),
      say("help-typing"),
    ),
    rows: [[close(say("button-close"))]],
  };
}

const HELP_STEPS = ["help-step-office", "help-step-time", "help-step-form", "help-step-mail"];
const LANGUAGE_NAMES: Record<(typeof COMPLETE_LOCALES)[number], string> = { it: "Italiano", en: "English" };

function close(text: string): Button {
  return { text, verb: "close" };
}
