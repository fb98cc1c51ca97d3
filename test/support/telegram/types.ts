/** The Bot API objects that the stand-in makes and reads, with Telegram's own field names (https://core.telegram.org/bots/api). */

export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type Chat = {
  id: number;
  type: "private" | "group" | "supergroup";
  title?: string;
  first_name?: string;
  last_name?: string;
  username?: string;
};

/** Offsets and lengths are UTF-16 code units, as everywhere in Telegram and in JavaScript. */
export type MessageEntity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
};

export type FormattedText = { text: string; entities: MessageEntity[] };

export type InlineButton = {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  style?: string;
  [action: string]: unknown;
};

export type InlineKeyboard = { inline_keyboard: InlineButton[][] };

/** What a message may carry under (or instead of) the person's own keyboard. */
export type Markup =
  | { kind: "inline"; keyboard: InlineKeyboard }
  | { kind: "reply"; rows: string[][] }
  | { kind: "remove" }
  | { kind: "force_reply" };

export type StoredFile = {
  file_id: string;
  file_unique_id: string;
  file_name: string;
  mime_type: string;
  file_size: number;
};

export type Message = {
  message_id: number;
  date: number;
  chat: Chat;
  from?: User;
  edit_date?: number;
  text?: string;
  entities?: MessageEntity[];
  caption?: string;
  caption_entities?: MessageEntity[];
  document?: StoredFile;
  location?: { latitude: number; longitude: number };
  venue?: { location: { latitude: number; longitude: number }; title: string; address: string };
  reply_markup?: InlineKeyboard;
  reply_to_message?: Message;
  [content: string]: unknown;
};

export type Update = { update_id: number; [kind: string]: unknown };

export type BotCommand = { command: string; description: string };
