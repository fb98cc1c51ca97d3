import { mimeTypeOf } from "../files.ts";
import { readMarkup } from "../keyboard.ts";
import { isObject, type Payload } from "../payload.ts";
import { badRequest, granted, type Result } from "../refusal.ts";
import type { Room } from "../room.ts";
import type { State } from "../state.ts";
import { readCaption, readText } from "../text.ts";
import type { Message, StoredFile } from "../types.ts";
import { findRoom, type Method, missing } from "./method.ts";

const CHAT_ACTIONS = [
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
];

export const sendMessage: Method = (state, payload) => {
  const text = readText(payload);
  if (!text.ok) return text;
  const { entities } = text.value;
  return post(state, payload, { text: text.value.text, ...(entities.length > 0 ? { entities } : {}) });
};

export const sendDocument: Method = (state, payload) => {
  const document = readDocument(state, payload);
  if (!document.ok) return document;
  const caption = readCaption(payload);
  if (!caption.ok) return caption;
  const { text, entities } = caption.value;
  return post(state, payload, {
    document: document.value,
    ...(text === "" ? {} : { caption: text }),
    ...(entities.length > 0 ? { caption_entities: entities } : {}),
  });
};

export const sendLocation: Method = (state, payload) => {
  const location = readLocation(payload);
  return location.ok ? post(state, payload, { location: location.value }) : location;
};

export const sendVenue: Method = (state, payload) => {
  const location = readLocation(payload);
  if (!location.ok) return location;
  const refusal = missing(payload, "title", "address");
  if (refusal !== undefined) return refusal;
  const venue = { location: location.value, title: payload.text("title"), address: payload.text("address") };
  return post(state, payload, { location: location.value, venue });
};

export const sendChatAction: Method = (state, payload) => {
  const room = findRoom(state, payload);
  if (!room.ok) return room;
  if (!CHAT_ACTIONS.includes(payload.text("action"))) return badRequest("wrong parameter action in request");
  return granted(true);
};

/** What every send method shares: keyboard, chat, reply, and the new message as the answer. */
function post(state: State, payload: Payload, content: Partial<Message>): Result<Message> {
  const markup = readMarkup(payload);
  if (!markup.ok) return markup;
  const room = findRoom(state, payload);
  if (!room.ok) return room;
  const reply = readReply(payload, room.value);
  if (!reply.ok) return reply;
  const message: Message = {
    message_id: state.nextMessageId(),
    from: state.me,
    chat: room.value.chat,
    date: state.date(),
    ...content,
    ...(markup.value?.kind === "inline" ? { reply_markup: markup.value.keyboard } : {}),
    ...(reply.value === undefined ? {} : { reply_to_message: reply.value }),
  };
  return granted(room.value.add(message, markup.value));
}

function readReply(payload: Payload, room: Room): Result<Message | undefined> {
  const json = payload.json("reply_parameters", "can't parse reply parameters JSON object");
  if (!json.ok) return json;
  if (json.value === undefined) return granted(undefined);
  if (!isObject(json.value)) return badRequest("object expected as reply parameters");
  if (json.value.message_id === undefined) return badRequest(`can't find field "message_id"`);
  const found = room.find(Number(json.value.message_id));
  if (found !== undefined) {
    const { reply_to_message: _, ...message } = found.message;
    return granted(message);
  }
  const isOptional = json.value.allow_sending_without_reply === true;
  return isOptional ? granted(undefined) : badRequest("message to be replied not found");
}

function readDocument(state: State, payload: Payload): Result<StoredFile> {
  const given = payload.text("document");
  const attached = /^attach:\/\/(.+)$/.exec(given)?.[1] ?? "document";
  const upload = payload.uploads.get(attached);
  if (upload !== undefined) {
    if (upload.content.length === 0) return badRequest("file must be non-empty");
    const kept = state.files.keep({ ...upload, contentType: mimeTypeOf(upload.fileName) });
    return granted(describe(kept));
  }
  if (given === "") return badRequest("there is no document in the request");
  const known = state.files.byId(given);
  return known === undefined
    ? badRequest("wrong file identifier/HTTP URL specified")
    : granted(describe(known));
}

function describe({ file_id, file_unique_id, file_name, mime_type, file_size }: StoredFile): StoredFile {
  return { file_id, file_unique_id, file_name, mime_type, file_size };
}

function readLocation(payload: Payload): Result<{ latitude: number; longitude: number }> {
  for (const name of ["latitude", "longitude"]) {
    if (!payload.has(name)) return badRequest(`${name} is empty`);
  }
  const latitude = Number(payload.text("latitude"));
  const longitude = Number(payload.text("longitude"));
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? granted({ latitude, longitude }) : badRequest("wrong location specified");
}
