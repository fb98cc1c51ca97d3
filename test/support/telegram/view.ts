import { writeHtml } from "./html-writer.ts";
import type { Stored } from "./room.ts";
import type { State } from "./state.ts";
import type { MessageEntity } from "./types.ts";

export type SeenButton = {
  text: string;
  callbackData?: string;
  url?: string;
  copyText?: string;
  style?: string;
};

export type SeenDocument = { fileName: string; mimeType: string; size: number; content: Buffer };

/** A message as the person has it before their eyes. */
export type SeenMessage = {
  messageId: number;
  /** Whose name stands over it. */
  author: string;
  isFromBot: boolean;
  date: Date;
  isEdited: boolean;
  /** Without markup; a file's caption, for a file. */
  text: string;
  entities: MessageEntity[];
  /** The text with its formatting, written the same way however the bot sent it. */
  html: string;
  /** The rows of buttons under the message. */
  buttons: SeenButton[][];
  documents: SeenDocument[];
  venue?: { title: string; address: string; latitude: number; longitude: number };
  /** The room's count of changes when it last changed. */
  changed: number;
};

/** An edit makes a new stored message, so what was seen of one stays true and long chats are read once. */
const alreadySeen = new WeakMap<Stored, SeenMessage>();

export function seeMessage(state: State, stored: Stored): SeenMessage {
  const known = alreadySeen.get(stored);
  if (known !== undefined) return known;
  const seen = look(state, stored);
  alreadySeen.set(stored, seen);
  return seen;
}

function look(state: State, { message, changed }: Stored): SeenMessage {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const file = state.files.byId(message.document?.file_id ?? "");
  const { venue } = message;
  return {
    messageId: message.message_id,
    author: [message.from?.first_name, message.from?.last_name].filter(Boolean).join(" "),
    isFromBot: message.from?.id === state.me.id,
    date: new Date(message.date * 1000),
    isEdited: message.edit_date !== undefined,
    text,
    entities,
    html: writeHtml({ text, entities }),
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text: label, callback_data, url, copy_text, style }) => ({
        text: label,
        ...(callback_data === undefined ? {} : { callbackData: callback_data }),
        ...(url === undefined ? {} : { url }),
        ...(copy_text === undefined ? {} : { copyText: copy_text.text }),
        ...(style === undefined ? {} : { style }),
      })),
    ),
    documents:
      file === undefined
        ? []
        : [
            {
              fileName: file.file_name,
              mimeType: file.mime_type,
              size: file.file_size,
              content: file.content,
            },
          ],
    ...(venue === undefined
      ? {}
      : { venue: { title: venue.title, address: venue.address, ...venue.location } }),
    changed,
  };
}

/** The chat as lines of text, for error messages and for reading in a log. */
export function writeTranscript(messages: readonly SeenMessage[], keyboard: readonly string[][]): string {
  const lines = messages.flatMap((message) => {
    const edited = message.isEdited ? " (edited)" : "";
    const [first = "", ...rest] = message.text.split("\n");
    return [
      `${message.author}${edited}: ${first}`,
      ...[...rest, ...attachments(message)].map((line) => `    ${line}`),
    ];
  });
  if (keyboard.length > 0) lines.push(`keyboard: ${keyboard.flat().map(bracketed).join(" ")}`);
  return lines.length === 0 ? "(the chat is empty)" : lines.join("\n");
}

function attachments({ documents, venue, buttons }: SeenMessage): string[] {
  return [
    ...documents.map(({ fileName, mimeType, size }) => `(file ${fileName}, ${mimeType}, ${size} bytes)`),
    ...(venue === undefined ? [] : [`(place ${venue.title}, ${venue.address})`]),
    ...buttons.map((row) =>
      row.map(({ text, url }) => bracketed(url ? `${text} -> ${url}` : text)).join(" "),
    ),
  ];
}

function bracketed(text: string): string {
  return `[${text}]`;
}
