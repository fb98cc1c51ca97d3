import { type ChatMessage, DeliveryError, type Transport } from "@ricevimenti/core";
import { Api, InputFile } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { Html, html, lines, paragraphs } from "../html.ts";
import { fitsButton } from "../public-link.ts";
import { failureOf } from "../telegram-failure.ts";

export interface TransportOptions {
  readonly token: string;
  /** Another Bot API server than Telegram's own; without a slash at its end. */
  readonly apiRoot?: string;
}

/** Nobody reads that chat: the bot was blocked, or the account is gone. */
export class ChatGoneError extends DeliveryError {
  constructor(message: string) {
    super(message, { permanent: true });
  }
}

/** The group has another number now. */
export class ChatMovedError extends DeliveryError {
  readonly to: number;

  constructor(to: number) {
    super("telegram: chat_moved");
    this.to = to;
  }
}

/** Characters of a file's caption, after parsing. */
const CAPTION_MAX = 1024;
const CALL_SECONDS = 30;

/**
 * Sends rendered messages to chats. Retrying is the outbox's business, which knows when to give up: a blocked bot or
 * an unknown chat ({@link ChatGoneError}) is permanent, everything else may pass. Errors name no chat, text or token.
 */
export function telegramTransport({ token, apiRoot }: TransportOptions): Transport {
  const api = new Api(token, { ...(apiRoot ? { apiRoot } : {}), timeoutSeconds: CALL_SECONDS });
  return {
    channel: "telegram",
    deliver: async (message) => {
      if (message.channel !== "telegram") throw new DeliveryError("not a chat message", { permanent: true });
      try {
        await send(api, message);
      } catch (cause) {
        const { code, permanent, retryAfter, movedTo } = failureOf(cause);
        if (movedTo !== undefined) throw new ChatMovedError(movedTo);
        const isGone = code === "blocked" || code === "chat_not_found";
        if (isGone) throw new ChatGoneError(`telegram: ${code}`);
        throw new DeliveryError(`telegram: ${code}`, { permanent, retryAfter });
      }
    },
  };
}

async function send(api: Api, message: ChatMessage): Promise<void> {
  const { chat, document } = message;
  const unreachable = message.buttons.filter(({ url }) => url !== undefined && !fitsButton(url));
  const text = paragraphs(
    new Html(message.html),
    lines(...unreachable.map(({ text, url = "" }) => html`${text}: ${url}`)),
  ).source;
  const options = {
    parse_mode: "HTML",
    reply_markup: {
      inline_keyboard: message.buttons.filter((button) => !unreachable.includes(button)).map(row),
    },
  } as const;
  const file = document && new InputFile(Buffer.from(document.body), document.filename);
  // One message rather than two: half a delivery would have to be repeated as a whole.
  if (file && visible(text).length <= CAPTION_MAX) {
    await api.sendDocument(chat, file, { ...options, caption: text });
    return;
  }
  await api.sendMessage(chat, text, { ...options, link_preview_options: { is_disabled: true } });
  if (file) await api.sendDocument(chat, file);
}

/** Each button in a row of its own: they have long words. */
function row({ text, url, data }: ChatMessage["buttons"][number]): InlineKeyboardButton[] {
  return [url === undefined ? { text, callback_data: data ?? "" } : { text, url }];
}

function visible(source: string): string {
  return source.replace(/<[^>]*>/g, "").replace(/&(lt|gt|amp);/g, "&");
}
