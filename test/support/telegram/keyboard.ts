import { linkProblem } from "./link.ts";
import { isObject, type Payload } from "./payload.ts";
import { badRequest, granted, type Refusal, type Result } from "./refusal.ts";
import type { InlineButton, Markup } from "./types.ts";

const MAX_BUTTONS = 100;
const MAX_BUTTONS_IN_ROW = 8;
const MAX_DATA_BYTES = 64;
const MAX_COPY_TEXT = 256;
const STYLES = ["danger", "success", "primary"];
const ACTIONS = [
  "url",
  "callback_data",
  "callback_game",
  "pay",
  "switch_inline_query",
  "switch_inline_query_chosen_chat",
  "switch_inline_query_current_chat",
  "login_url",
  "web_app",
  "copy_text",
  "disabled",
];

/**
 * The `reply_markup` of a call; the value is `undefined` when there is none or it has no buttons. Refuses what Telegram
 * refuses, and buttons with two actions, of which the real server would silently keep one.
 */
export function readMarkup(
  payload: Payload,
  options: { inlineOnly?: boolean } = {},
): Result<Markup | undefined> {
  const json = payload.json("reply_markup", "can't parse reply keyboard markup JSON object");
  if (!json.ok) return json;
  if (json.value === undefined) return granted(undefined);
  if (!isObject(json.value)) return badRequest("object expected as reply markup");
  const { keyboard, inline_keyboard, remove_keyboard, force_reply } = json.value;
  for (const [field, value] of Object.entries({ keyboard, inline_keyboard })) {
    if (value !== undefined && !Array.isArray(value))
      return badRequest(`field "${field}" must be of type Array`);
  }
  for (const [field, value] of Object.entries({ remove_keyboard, force_reply })) {
    if (value !== undefined && typeof value !== "boolean") {
      return badRequest(`field "${field}" must be of type Boolean`);
    }
  }
  if (Array.isArray(inline_keyboard)) return readInline(inline_keyboard);
  if (options.inlineOnly === true) return badRequest("inline keyboard expected");
  if (Array.isArray(keyboard)) return readReply(keyboard);
  if (remove_keyboard === true) return granted({ kind: "remove" });
  return granted(force_reply === true ? { kind: "force_reply" } : undefined);
}

function readInline(rows: unknown[]): Result<Markup | undefined> {
  const keyboard: InlineButton[][] = [];
  for (const row of rows) {
    if (!Array.isArray(row)) {
      return badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    }
    const buttons: InlineButton[] = [];
    for (const given of row) {
      const button = readButton(given);
      if (!button.ok) return button;
      buttons.push(button.value);
    }
    if (buttons.length > MAX_BUTTONS_IN_ROW) return badRequest("reply markup is too long");
    if (buttons.length > 0) keyboard.push(buttons);
  }
  if (keyboard.flat().length > MAX_BUTTONS) return badRequest("reply markup is too long");
  return granted(
    keyboard.length === 0 ? undefined : { kind: "inline", keyboard: { inline_keyboard: keyboard } },
  );
}

function readButton(given: unknown): Result<InlineButton> {
  if (!isObject(given)) return cannotParse("InlineKeyboardButton must be an Object");
  const { text, style } = given;
  if (text === undefined) return cannotParse(`Can't find field "text"`);
  if (typeof text !== "string") return cannotParse(`Field "text" must be of type String`);
  if (text.trim() === "") return badRequest("inline keyboard button text must be non-empty");
  const actions = ACTIONS.filter(
    (name) => given[name] !== undefined && given[name] !== null && given[name] !== "",
  );
  const [action, second] = actions;
  if (action === undefined) return cannotParse("Text buttons are unallowed in the inline keyboard");
  if (second !== undefined)
    return cannotParse(`exactly one action must be used, found "${action}" and "${second}"`);
  if (style !== undefined && !STYLES.includes(String(style))) return badRequest("BUTTON_STYLE_INVALID");
  const refusal = actionRefusal(action, given[action]);
  return (
    refusal ??
    granted({ text, [action]: given[action], ...(style === undefined ? {} : { style: String(style) }) })
  );
}

function actionRefusal(action: string, value: unknown): Refusal | undefined {
  switch (action) {
    case "callback_data":
      if (typeof value !== "string") return cannotParse(`Field "callback_data" must be of type String`);
      return Buffer.byteLength(value) > MAX_DATA_BYTES ? badRequest("BUTTON_DATA_INVALID") : undefined;
    case "url":
      if (typeof value !== "string") return cannotParse(`Field "url" must be of type String`);
      return urlRefusal("inline keyboard button URL", value, false);
    case "web_app":
      return urlRefusal("inline keyboard button Web App URL", urlOf(value), true);
    case "login_url":
      return urlRefusal("inline keyboard button login URL", urlOf(value), true);
    case "copy_text": {
      const text = isObject(value) && typeof value.text === "string" ? value.text : "";
      return text === "" || text.length > MAX_COPY_TEXT ? badRequest("BUTTON_COPY_TEXT_INVALID") : undefined;
    }
    case "pay":
    case "callback_game":
      return badRequest("BUTTON_TYPE_INVALID");
    default:
      return undefined;
  }
}

function urlRefusal(what: string, url: string, httpsOnly: boolean): Refusal | undefined {
  const problem = linkProblem(url, { httpsOnly });
  return problem === undefined ? undefined : badRequest(`${what} '${url}' is invalid: ${problem}`);
}

function urlOf(value: unknown): string {
  return isObject(value) && typeof value.url === "string" ? value.url : "";
}

function cannotParse(reason: string): Refusal {
  return badRequest(`can't parse inline keyboard button: ${reason}`);
}

function readReply(rows: unknown[]): Result<Markup | undefined> {
  const keyboard: string[][] = [];
  for (const row of rows) {
    if (!Array.isArray(row)) return badRequest('field "keyboard" must be an Array of Arrays');
    const texts = row.map((button) => (isObject(button) ? button.text : button));
    if (!texts.every((text): text is string => typeof text === "string")) {
      return badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
    }
    if (texts.some((text) => text.trim() === "")) return badRequest("keyboard button text must be non-empty");
    if (texts.length > 0) keyboard.push(texts);
  }
  return granted(keyboard.length === 0 ? undefined : { kind: "reply", rows: keyboard });
}
