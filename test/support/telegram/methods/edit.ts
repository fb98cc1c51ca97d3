import { readMarkup } from "../keyboard.ts";
import type { Payload } from "../payload.ts";
import { badRequest, granted, type Result } from "../refusal.ts";
import type { Room, Stored } from "../room.ts";
import type { State } from "../state.ts";
import { readText } from "../text.ts";
import type { Markup, Message } from "../types.ts";
import { findMessage, findRoom, type Method } from "./method.ts";

const DELETABLE_MS = 48 * 60 * 60 * 1000;
const MAX_DELETED_AT_ONCE = 100;
const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content " +
  "and reply markup of the message";

/** Replaces text and keyboard: a keyboard that is not sent again disappears. */
export const editMessageText: Method = (state, payload) => {
  const text = readText(payload);
  if (!text.ok) return text;
  const markup = readMarkup(payload, { inlineOnly: true });
  if (!markup.ok) return markup;
  const found = findEditable(state, payload);
  if (!found.ok) return found;
  const { room, stored } = found.value;
  if (stored.message.text === undefined) return badRequest("there is no text in the message to edit");
  const { entities: _, ...rest } = stored.message;
  const entities = text.value.entities.length > 0 ? { entities: text.value.entities } : {};
  return replace(state, room, stored, { ...rest, text: text.value.text, ...entities }, markup.value);
};

export const editMessageReplyMarkup: Method = (state, payload) => {
  const markup = readMarkup(payload, { inlineOnly: true });
  if (!markup.ok) return markup;
  const found = findEditable(state, payload);
  if (!found.ok) return found;
  return replace(state, found.value.room, found.value.stored, found.value.stored.message, markup.value);
};

export const deleteMessage: Method = (state, payload) => {
  if (!payload.has("chat_id")) return badRequest("chat identifier is not specified");
  if (!payload.has("message_id")) return badRequest("message identifier is not specified");
  const found = findMessage(state, payload, "message to delete");
  if (!found.ok) return found;
  const { room, stored } = found.value;
  if (!isDeletable(state, stored)) return badRequest("message can't be deleted for everyone");
  room.delete(stored.message.message_id);
  return granted(true);
};

/** Deletes what it can; messages that are not there are passed over without a word. */
export const deleteMessages: Method = (state, payload) => {
  const ids = payload.json("message_ids", "can't parse message_ids JSON object");
  if (!ids.ok) return ids;
  if (ids.value === undefined) return badRequest("message identifiers are not specified");
  if (!Array.isArray(ids.value)) return badRequest("expected an Array of message identifiers");
  if (ids.value.length > MAX_DELETED_AT_ONCE) return badRequest("too many message identifiers specified");
  const room = findRoom(state, payload);
  if (!room.ok) return room;
  for (const id of ids.value) {
    const stored = room.value.find(Number(id));
    if (stored !== undefined && isDeletable(state, stored)) room.value.delete(Number(id));
  }
  return granted(true);
};

export const answerCallbackQuery: Method = (state, payload) => {
  const url = payload.text("url");
  // Only a link that starts this very bot may be opened, games aside.
  const ownLink = `https://t.me/${state.settings.botUsername}?start=`;
  if (url !== "" && !url.startsWith(ownLink)) return badRequest("URL_INVALID");
  const answer = { text: payload.text("text"), alert: payload.flag("show_alert") };
  return state.callbacks.answer(payload.text("callback_query_id"), answer, state.settings.now());
};

function findEditable(state: State, payload: Payload): Result<{ room: Room; stored: Stored }> {
  if (!payload.has("chat_id") && !payload.has("message_id")) {
    return badRequest(
      payload.has("inline_message_id") ? "MESSAGE_ID_INVALID" : "message identifier is not specified",
    );
  }
  const found = findMessage(state, payload, "message to edit");
  if (!found.ok) return found;
  const { message, markup } = found.value.stored;
  const isOwn = message.from?.id === state.me.id;
  const isEditable = isOwn && (markup === undefined || markup.kind === "inline");
  return isEditable ? found : badRequest("message can't be edited");
}

function replace(
  state: State,
  room: Room,
  stored: Stored,
  content: Message,
  markup: Markup | undefined,
): Result<Message> {
  const { reply_markup: _, ...rest } = content;
  const keyboard = markup?.kind === "inline" ? { reply_markup: markup.keyboard } : {};
  if (isSame(stored.message, { ...rest, ...keyboard })) return badRequest(NOT_MODIFIED);
  return granted(room.edit({ ...rest, ...keyboard, edit_date: state.date() }, markup));
}

function isSame(before: Message, after: Message): boolean {
  const content = ({ text, entities, reply_markup }: Message) =>
    JSON.stringify([text, entities ?? [], reply_markup ?? null]);
  return content(before) === content(after);
}

function isDeletable(state: State, { message }: Stored): boolean {
  return state.settings.now() - message.date * 1000 < DELETABLE_MS;
}
