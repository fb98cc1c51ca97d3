import { Api } from "grammy";
import type { TransportOptions } from "./delivery/transport.ts";

/** Somebody waits for the answer. */
const CALL_SECONDS = 10;

/** The bot's name, without `@`, as Telegram knows it. Throws what grammY's client throws. */
export async function botName({ token, apiRoot }: TransportOptions): Promise<string> {
  const api = new Api(token, { ...(apiRoot ? { apiRoot } : {}), timeoutSeconds: CALL_SECONDS });
  return (await api.getMe()).username;
}
