import { LOCALES, texts } from "@ricevimenti/core";

/** Matches a message of the bot in whatever language a citizen reads it. Only for messages without variables. */
export function inAnyLanguage(...ids: readonly string[]): RegExp {
  const said = ids.flatMap((id) =>
    LOCALES.map((locale) => texts("bot", locale)(id).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")),
  );
  return new RegExp(said.join("|"));
}
