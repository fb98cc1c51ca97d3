import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../support/telegram/person.ts";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { acquainted, call, post } from "./client.ts";

const CHAT = 501;

let now = Date.UTC(2026, 11, 14, 9, 0);
let telegram: Telegram;
let maria: Person;

beforeEach(async () => {
  telegram = await startTelegram({ now: () => now, callbackMaxAgeMs: 60_000 });
  maria = await acquainted(telegram, CHAT);
});

afterEach(() => telegram.close());

async function refused(method: string, payload: object, description: string, status = 400): Promise<void> {
  const before = maria.transcript();
  const answer = await call(telegram, method, payload);
  expect(answer).toEqual({ status, body: { ok: false, error_code: status, description } });
  expect(telegram.refusals.at(-1)).toMatchObject({ method, payload, description, code: status });
  expect(maria.transcript()).toBe(before);
}

const keyboard = (...rows: object[][]) => ({ inline_keyboard: rows });

describe("sendMessage refuses", () => {
  it.each([
    ["no text", {}, "message text is empty"],
    ["an empty text", { text: "" }, "message text is empty"],
    ["white space", { text: " \n " }, "text must be non-empty"],
    ["tags around nothing", { text: "<b> </b>", parse_mode: "HTML" }, "text must be non-empty"],
    ["4097 characters", { text: "x".repeat(4097) }, "message is too long"],
    ["2049 emoji, which are two units each", { text: "📅".repeat(2049) }, "message is too long"],
    ["a text of more than 32 kB before parsing", { text: "è".repeat(16_400) }, "text is too long"],
    ["half an emoji", { text: "ciao \ud83d" }, "strings must be encoded in UTF-8"],
    [
      "HTML it does not know",
      { text: "a<br>b", parse_mode: "HTML" },
      `can't parse entities: Unsupported start tag "br" at byte offset 1`,
    ],
    [
      "a bare ampersand",
      { text: "Rossi & figli", parse_mode: "html" },
      "can't parse entities: Character '&' is reserved and must be written as '&amp;' at byte offset 6",
    ],
    ["an unknown parse mode", { text: "x", parse_mode: "BBCode" }, "unsupported parse_mode"],
    [
      "an entity outside the text",
      { text: "ciao", entities: [{ type: "bold", offset: 0, length: 9 }] },
      "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
    ],
    [
      "a reply to nothing",
      { text: "x", reply_parameters: { message_id: 99 } },
      "message to be replied not found",
    ],
    ["no chat", { text: "x", chat_id: "" }, "chat_id is empty"],
    ["a chat that is not one", { text: "x", chat_id: "@nessuno" }, "chat not found"],
  ])("%s", (_, payload, reason) =>
    refused("sendMessage", { chat_id: CHAT, ...payload }, `Bad Request: ${reason}`),
  );

  it.each([
    ["65 bytes of data", [[{ text: "a", callback_data: "x".repeat(65) }]], "BUTTON_DATA_INVALID"],
    [
      "64 characters that are more bytes",
      [[{ text: "a", callback_data: `${"x".repeat(63)}è` }]],
      "BUTTON_DATA_INVALID",
    ],
    [
      "no data",
      [[{ text: "a", callback_data: "" }]],
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "no action",
      [[{ text: "a" }]],
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "two actions",
      [[{ text: "a", callback_data: "x", url: "https://a.example" }]],
      `can't parse inline keyboard button: exactly one action must be used, found "url" and "callback_data"`,
    ],
    ["no text", [[{ callback_data: "x" }]], `can't parse inline keyboard button: Can't find field "text"`],
    ["an empty text", [[{ text: " ", callback_data: "x" }]], "inline keyboard button text must be non-empty"],
    [
      "an address on localhost",
      [[{ text: "a", url: "http://localhost:8080/conferma/x" }]],
      "inline keyboard button URL 'http://localhost:8080/conferma/x' is invalid: Wrong HTTP URL",
    ],
    [
      "another protocol",
      [[{ text: "a", url: "ftp://a.example" }]],
      "inline keyboard button URL 'ftp://a.example' is invalid: Unsupported URL protocol",
    ],
    [
      "a web app without HTTPS",
      [[{ text: "a", web_app: { url: "http://a.example" } }]],
      "inline keyboard button Web App URL 'http://a.example' is invalid: Only HTTPS links are allowed",
    ],
    ["a payment without an invoice", [[{ text: "a", pay: true }]], "BUTTON_TYPE_INVALID"],
    [
      "257 characters to copy",
      [[{ text: "a", copy_text: { text: "x".repeat(257) } }]],
      "BUTTON_COPY_TEXT_INVALID",
    ],
    ["an unknown style", [[{ text: "a", callback_data: "x", style: "rosso" }]], "BUTTON_STYLE_INVALID"],
    [
      "101 buttons",
      Array.from({ length: 101 }, () => [{ text: "a", callback_data: "x" }]),
      "reply markup is too long",
    ],
    [
      "9 buttons in a row",
      [Array.from({ length: 9 }, () => ({ text: "a", callback_data: "x" }))],
      "reply markup is too long",
    ],
    [
      "rows that are no arrays",
      [{ text: "a" }],
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    ["no rows at all", "x", 'field "inline_keyboard" must be of type Array'],
  ])("a keyboard with %s", (_, inline_keyboard, reason) =>
    refused(
      "sendMessage",
      { chat_id: CHAT, text: "x", reply_markup: { inline_keyboard } },
      `Bad Request: ${reason}`,
    ),
  );

  it("to write to people who have never written", async () => {
    telegram.person({ id: 77, firstName: "Nessuno" });
    await refused("sendMessage", { chat_id: 77, text: "x" }, "Bad Request: chat not found");
  });

  it("to write to people who have blocked the bot", async () => {
    maria.block();
    await refused("sendMessage", { chat_id: CHAT, text: "x" }, "Forbidden: bot was blocked by the user", 403);
    await refused(
      "sendChatAction",
      { chat_id: CHAT, action: "typing" },
      "Forbidden: bot was blocked by the user",
      403,
    );
    maria.unblock();
    expect((await call(telegram, "sendMessage", { chat_id: CHAT, text: "x" })).status).toBe(200);
  });
});

describe("sendMessage takes", () => {
  it.each([
    ["4096 units", { text: "x".repeat(4096) }],
    ["4096 units once the tags are read", { text: `<b>${"x".repeat(4096)}</b>`, parse_mode: "HTML" }],
    [
      "64 bytes of data",
      { text: "x", reply_markup: keyboard([{ text: "a", callback_data: "x".repeat(64) }]) },
    ],
    [
      "an IP address in a button",
      { text: "x", reply_markup: keyboard([{ text: "a", url: "http://127.0.0.1:8080/x" }]) },
    ],
    [
      "a keyboard as text",
      { text: "x", reply_markup: JSON.stringify(keyboard([{ text: "a", callback_data: "x" }])) },
    ],
    ["a chat as text", { chat_id: String(CHAT), text: "x" }],
  ])("%s", async (_, payload) => {
    expect(await call(telegram, "sendMessage", { chat_id: CHAT, ...payload })).toMatchObject({ status: 200 });
    expect(telegram.refusals).toEqual([]);
  });

  it("urlencoded and GET parameters", async () => {
    const url = `${telegram.url}/bot${telegram.token}/SENDmessage`;
    const reply_markup = JSON.stringify(keyboard([{ text: "Sì", callback_data: "x" }]));
    const body = new URLSearchParams({ chat_id: String(CHAT), text: "due parole", reply_markup });
    expect((await post(url, { body })).body.result.text).toBe("due parole");
    expect(maria.screen().buttons).toEqual([[{ text: "Sì", callbackData: "x" }]]);
    const got = await fetch(`${url}?chat_id=${CHAT}&text=via+GET`).then((response) => response.json());
    expect(got).toMatchObject({ ok: true, result: { text: "via GET" } });
  });
});

describe("editing refuses", () => {
  async function sent(payload: object = {}): Promise<number> {
    const { body } = await call(telegram, "sendMessage", { chat_id: CHAT, text: "prima", ...payload });
    return body.result.message_id;
  }

  const NOT_MODIFIED =
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a " +
    "current content and reply markup of the message";

  it("what is there already, however it is written", async () => {
    const reply_markup = keyboard([{ text: "a", callback_data: "x" }]);
    const message_id = await sent({ text: "<b>ora</b>", parse_mode: "HTML", reply_markup });
    const same = {
      chat_id: CHAT,
      message_id,
      text: "<strong>ora</strong> \n",
      parse_mode: "HTML",
      reply_markup,
    };
    await refused("editMessageText", same, NOT_MODIFIED);
    await refused("editMessageReplyMarkup", { chat_id: CHAT, message_id, reply_markup }, NOT_MODIFIED);
    expect((await call(telegram, "editMessageText", { ...same, parse_mode: "" })).status).toBe(200);
  });

  it("messages that are not there, not its own, without text, or under a reply keyboard", async () => {
    const edit = (message_id: number | undefined) => ({ chat_id: CHAT, message_id, text: "dopo" });
    await refused("editMessageText", edit(4711), "Bad Request: message to edit not found");
    await refused("editMessageText", edit(1), "Bad Request: message can't be edited");
    await refused("editMessageText", { text: "dopo" }, "Bad Request: message identifier is not specified");
    const venue = {
      chat_id: CHAT,
      latitude: 40.58,
      longitude: 9,
      title: "Municipio",
      address: "Via V. Veneto 11",
    };
    const place = (await call(telegram, "sendVenue", venue)).body.result.message_id;
    await refused("editMessageText", edit(place), "Bad Request: there is no text in the message to edit");
    const keyed = await sent({ reply_markup: { keyboard: [["Sì", "No"]] } });
    await refused("editMessageText", edit(keyed), "Bad Request: message can't be edited");
    const markup = { reply_markup: { keyboard: [["Sì"]] } };
    await refused("editMessageText", { ...edit(keyed), ...markup }, "Bad Request: inline keyboard expected");
  });

  it("a text that is empty or too long", async () => {
    const message_id = await sent();
    await refused(
      "editMessageText",
      { chat_id: CHAT, message_id, text: "" },
      "Bad Request: message text is empty",
    );
    const long = { chat_id: CHAT, message_id, text: "x".repeat(4097) };
    await refused("editMessageText", long, "Bad Request: message is too long");
  });

  it("but takes away the keyboard that is not sent again", async () => {
    const message_id = await sent({ reply_markup: keyboard([{ text: "a", callback_data: "x" }]) });
    await call(telegram, "editMessageText", { chat_id: CHAT, message_id, text: "dopo" });
    expect(maria.screen()).toMatchObject({ text: "dopo", buttons: [], isEdited: true });
  });

  it("to delete what is not there or older than 48 hours", async () => {
    const message_id = await sent();
    await refused(
      "deleteMessage",
      { chat_id: CHAT, message_id: 4711 },
      "Bad Request: message to delete not found",
    );
    now += 48 * 60 * 60 * 1000;
    await refused(
      "deleteMessage",
      { chat_id: CHAT, message_id },
      "Bad Request: message can't be deleted for everyone",
    );
    const fresh = await sent();
    expect((await call(telegram, "deleteMessage", { chat_id: CHAT, message_id: fresh })).body.result).toBe(
      true,
    );
    expect(maria.messages().map(({ messageId }) => messageId)).not.toContain(fresh);
  });
});

describe("answerCallbackQuery refuses", () => {
  const TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid";

  it("unknown presses and those that have waited too long", async () => {
    await refused("answerCallbackQuery", { callback_query_id: "123" }, TOO_OLD);
    await refused("answerCallbackQuery", {}, TOO_OLD);
    const { queryId } = await maria.pressData(1, "x");
    now += 60_001;
    await refused("answerCallbackQuery", { callback_query_id: queryId }, TOO_OLD);
    expect(telegram.unanswered()).toEqual([queryId]);
  });

  it("more than 200 characters and foreign addresses", async () => {
    const { queryId: callback_query_id } = await maria.pressData(1, "x");
    const long = { callback_query_id, text: "x".repeat(201) };
    await refused("answerCallbackQuery", long, "Bad Request: MESSAGE_TOO_LONG");
    const away = { callback_query_id, url: "https://comune.example" };
    await refused("answerCallbackQuery", away, "Bad Request: URL_INVALID");
    const short = { callback_query_id, text: "x".repeat(200), show_alert: true };
    expect((await call(telegram, "answerCallbackQuery", short)).body.result).toBe(true);
    expect(telegram.unanswered()).toEqual([]);
    expect(maria.notices()).toEqual(["x".repeat(200)]);
  });
});

describe("files and places", () => {
  function upload(fields: Record<string, string>, file?: { field: string; name: string; content: string }) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ chat_id: String(CHAT), ...fields })) form.set(name, value);
    if (file !== undefined) form.set(file.field, new Blob([file.content]), file.name);
    return post(`${telegram.url}/bot${telegram.token}/sendDocument`, { body: form });
  }

  it("are sent by upload or by their identifier, and can be fetched", async () => {
    const file = { field: "document", name: "invito.ics", content: "BEGIN:VCALENDAR" };
    const { document } = (await upload({ caption: "Invito" }, file)).body.result;
    expect(document).toMatchObject({ file_name: "invito.ics", mime_type: "text/calendar", file_size: 15 });
    await upload({ document: document.file_id });
    expect(maria.screen().documents).toMatchObject([
      { fileName: "invito.ics", content: Buffer.from("BEGIN:VCALENDAR") },
    ]);
    const { file_path } = (await call(telegram, "getFile", { file_id: document.file_id })).body.result;
    const fetched = await fetch(`${telegram.url}/file/bot${telegram.token}/${file_path}`);
    expect(await fetched.text()).toBe("BEGIN:VCALENDAR");
    expect((await fetch(`${telegram.url}/file/bot${telegram.token}/altro`)).status).toBe(404);
    expect((await fetch(`${telegram.url}/file/bot1:x/${file_path}`)).status).toBe(401);
  });

  it("are refused when empty, missing, unknown, or with too long a caption", async () => {
    const description = async (answer: ReturnType<typeof upload>) => (await answer).body.description;
    const empty = { field: "document", name: "a.ics", content: "" };
    const full = { field: "x", name: "a.ics", content: "x" };
    expect(await description(upload({}, empty))).toBe("Bad Request: file must be non-empty");
    expect(await description(upload({}))).toBe("Bad Request: there is no document in the request");
    expect(await description(upload({ document: "boh" }))).toBe(
      "Bad Request: wrong file identifier/HTTP URL specified",
    );
    expect(await description(upload({ document: "attach://x", caption: "x".repeat(1025) }, full))).toBe(
      "Bad Request: message caption is too long",
    );
    expect((await upload({ document: "attach://x", caption: "x".repeat(1024) }, full)).status).toBe(200);
    expect(telegram.refusals).toHaveLength(4);
  });

  it.each([
    ["sendVenue", { latitude: 40, longitude: 9, address: "Via Roma" }, 'parameter "title" is required'],
    ["sendLocation", { latitude: 40 }, "longitude is empty"],
    ["sendLocation", { latitude: 91, longitude: 9 }, "wrong location specified"],
    ["sendChatAction", { action: "sleeping" }, "wrong parameter action in request"],
  ])("%s with %j is refused", (method, payload, reason) =>
    refused(method, { chat_id: CHAT, ...payload }, `Bad Request: ${reason}`),
  );
});

describe("the server", () => {
  it("knows its token and its methods", async () => {
    const wrong = await post(`${telegram.url}/bot1:sbagliato/getMe`, {});
    expect(wrong).toEqual({ status: 401, body: { ok: false, error_code: 401, description: "Unauthorized" } });
    await refused("sendPigeon", {}, "Not Found: method not found", 404);
    expect((await post(`${telegram.url}/altro`, {})).status).toBe(404);
    expect(telegram.refusals.map(({ code }) => code)).toEqual([401, 404]);
  });

  it("refuses bodies it cannot read", async () => {
    const url = `${telegram.url}/bot${telegram.token}/sendMessage`;
    const headers = { "content-type": "application/json" };
    expect((await post(url, { body: "{", headers })).body.description).toBe(
      "Bad Request: can't parse JSON object",
    );
    const form = { "content-type": "multipart/form-data; boundary=x" };
    expect((await post(url, { body: "niente", headers: form })).body.description).toBe(
      "Bad Request: can't parse multipart/form-data body",
    );
  });
});
