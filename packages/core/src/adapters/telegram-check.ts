import type { Config } from "../config.ts";
import type { Finding } from "../core.ts";

/** Milliseconds Telegram is given to answer. */
const PATIENCE = 5_000;
const TELEGRAM = "https://api.telegram.org";

/** Asks Telegram whether it knows the bot; null where no bot is wanted. The token is never shown. */
export async function examineTelegram({ telegram }: Pick<Config, "telegram">): Promise<Finding | null> {
  if (!telegram) return null;
  const check = "telegram";
  const root = telegram.apiRoot ?? TELEGRAM;
  const where = new URL(root).host;
  try {
    const response = await fetch(`${root}/bot${telegram.token}/getMe`, {
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { ok, result } = (await response.json()) as { ok?: boolean; result?: { username?: string } };
    if (ok) return { check, level: "ok", detail: `@${result?.username ?? ""}` };
    // Telegram's own answers to a token it has never given (404) and to one taken back (401).
    if (response.status === 401 || response.status === 404)
      return { check, level: "error", detail: where, ailment: "telegram-token" };
    return { check, level: "error", detail: `${where} (${response.status})`, ailment: "telegram-silent" };
  } catch {
    // The error's own words may hold the address, and with it the token.
    return { check, level: "error", detail: where, ailment: "telegram-silent" };
  }
}
