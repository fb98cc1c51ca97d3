import type { Locale } from "@ricevimenti/core";

/**
 * Italian or English, as `LANG` has it: `it...` Italian, anything else (`en_GB.UTF-8`, `C.UTF-8`, `de_AT`) English,
 * nothing at all Italian.
 */
export function languageOf(lang: string | undefined): Extract<Locale, "it" | "en"> {
  return lang === undefined || lang === "" || lang.toLowerCase().startsWith("it") ? "it" : "en";
}
