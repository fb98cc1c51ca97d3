import { isObject, type Payload } from "../payload.ts";
import type { CommandScope } from "../profile.ts";
import { badRequest, granted, type Refusal, type Result } from "../refusal.ts";
import type { State } from "../state.ts";
import type { BotCommand } from "../types.ts";
import { findRoom, type Method } from "./method.ts";

const MAX_COMMANDS = 100;
const MAX_COMMAND = 32;
const MAX_COMMAND_DESCRIPTION = 256;
const CHAT_SCOPES = ["chat", "chat_administrators", "chat_member"];
const WIDE_SCOPES = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];

export const setMyCommands: Method = (state, payload) => {
  const commands = readCommands(payload);
  if (!commands.ok) return commands;
  const place = readPlace(state, payload);
  if (!place.ok) return place;
  state.profile.setCommands(place.value.scope, place.value.language, commands.value);
  return granted(true);
};

export const deleteMyCommands: Method = (state, payload) => {
  const place = readPlace(state, payload);
  if (!place.ok) return place;
  state.profile.setCommands(place.value.scope, place.value.language, []);
  return granted(true);
};

export const getMyCommands: Method = (state, payload) => {
  const place = readPlace(state, payload);
  return place.ok ? granted(state.profile.getCommands(place.value.scope, place.value.language)) : place;
};

export const setMyName = setText("name", 64, "BOT_TITLE_INVALID");
export const setMyDescription = setText("description", 512, "BOT_DESCRIPTION_INVALID");
export const setMyShortDescription = setText("short_description", 120, "BOT_ABOUT_INVALID");
export const getMyName = getText("name");
export const getMyDescription = getText("description");
export const getMyShortDescription = getText("short_description");

export const setChatMenuButton: Method = (state, payload) => {
  const json = payload.json("menu_button", "can't parse menu button JSON object");
  if (!json.ok) return json;
  const button = json.value ?? { type: "default" };
  if (!isObject(button) || !["default", "commands", "web_app"].includes(String(button.type))) {
    return badRequest("can't parse menu button: Unknown menu button type");
  }
  const chatId = readMenuChat(state, payload);
  if (!chatId.ok) return chatId;
  state.profile.menuButtons.set(chatId.value, button);
  return granted(true);
};

export const getChatMenuButton: Method = (state, payload) => {
  const chatId = readMenuChat(state, payload);
  if (!chatId.ok) return chatId;
  const { menuButtons } = state.profile;
  return granted(menuButtons.get(chatId.value) ?? menuButtons.get(0) ?? { type: "commands" });
};

export const getChat: Method = (state, payload) => {
  const room = findRoom(state, payload, "read");
  if (!room.ok) return room;
  const accepted_gift_types = {
    unlimited_gifts: false,
    limited_gifts: false,
    unique_gifts: false,
    premium_subscription: false,
    gifts_from_channels: false,
  };
  return granted({ ...room.value.chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types });
};

function readMenuChat(state: State, payload: Payload): Result<number> {
  if (!payload.has("chat_id")) return granted(0);
  const room = findRoom(state, payload, "read");
  return room.ok ? granted(room.value.chat.id) : room;
}

function setText(field: string, maxLength: number, tooLong: string): Method {
  return (state, payload) => {
    const language = readLanguage(payload);
    if (!language.ok) return language;
    if (payload.text(field).length > maxLength) return badRequest(tooLong);
    state.profile.texts.set(`${field}/${language.value}`, payload.text(field));
    return granted(true);
  };
}

function getText(field: string): Method {
  return (state, payload) => {
    const language = readLanguage(payload);
    if (!language.ok) return language;
    const { texts } = state.profile;
    const common = texts.get(`${field}/`) ?? (field === "name" ? state.settings.botName : "");
    return granted({ [field]: texts.get(`${field}/${language.value}`) || common });
  };
}

function readCommands(payload: Payload): Result<BotCommand[]> {
  const json = payload.json("commands", "can't parse commands JSON object");
  if (!json.ok) return json;
  if (!Array.isArray(json.value)) return badRequest("expected an Array of BotCommand");
  if (json.value.length > MAX_COMMANDS) return badRequest("BOT_COMMANDS_TOO_MUCH");
  const commands: BotCommand[] = [];
  for (const given of json.value) {
    const command = readCommand(given);
    if (!command.ok) return command;
    commands.push(command.value);
  }
  return granted(commands);
}

function readCommand(given: unknown): Result<BotCommand> {
  if (!isObject(given)) return badRequest("can't parse BotCommand: expected an Object");
  for (const field of ["command", "description"]) {
    if (typeof given[field] !== "string")
      return badRequest(`can't parse BotCommand: Can't find field "${field}"`);
  }
  const command = String(given.command).trim().replace(/^\//, "");
  const description = String(given.description).trim();
  const refusal = commandRefusal(command, description);
  return refusal ?? granted({ command, description });
}

function commandRefusal(command: string, description: string): Refusal | undefined {
  if (command === "") return badRequest("command must be non-empty");
  if (command.length > MAX_COMMAND) return badRequest(`command length must not exceed ${MAX_COMMAND}`);
  if (!/^[a-z0-9_]+$/.test(command)) return badRequest("BOT_COMMAND_INVALID");
  if (description === "") return badRequest("command description must be non-empty");
  if (description.length > MAX_COMMAND_DESCRIPTION) {
    return badRequest(`command description length must not exceed ${MAX_COMMAND_DESCRIPTION}`);
  }
  return undefined;
}

function readPlace(state: State, payload: Payload): Result<{ scope: CommandScope; language: string }> {
  const language = readLanguage(payload);
  if (!language.ok) return language;
  const json = payload.json("scope", "can't parse BotCommandScope JSON object");
  if (!json.ok) return json;
  if (json.value === undefined) return granted({ scope: { type: "default" }, language: language.value });
  const scope = json.value;
  const isKnown = isObject(scope) && [...CHAT_SCOPES, ...WIDE_SCOPES].includes(String(scope.type));
  if (!isKnown) return badRequest("can't parse BotCommandScope: Unsupported type specified");
  const type = String(scope.type);
  if (WIDE_SCOPES.includes(type)) return granted({ scope: { type }, language: language.value });
  const room = state.rooms.get(Number(scope.chat_id));
  if (room === undefined || !room.started) return badRequest("chat not found");
  const user = type === "chat_member" ? { user_id: Number(scope.user_id) } : {};
  return granted({ scope: { type, chat_id: room.chat.id, ...user }, language: language.value });
}

function readLanguage(payload: Payload): Result<string> {
  const language = payload.text("language_code");
  return /^([a-z]{2})?$/.test(language) ? granted(language) : badRequest("invalid language code specified");
}
