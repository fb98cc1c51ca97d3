import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { acquainted, call } from "./client.ts";

let telegram: Telegram;

beforeEach(async () => {
  telegram = await startTelegram({ now: () => Date.UTC(2026, 11, 14, 9, 0) });
});

afterEach(() => telegram.close());

const keyboard = (...rows: object[][]) => ({ reply_markup: { inline_keyboard: rows } });

async function lastUpdate() {
  return (await call(telegram, "getUpdates", { offset: -1 })).body.result[0];
}

describe("a person", () => {
  it("writes messages with the entities Telegram finds in them", async () => {
    const maria = telegram.person({ id: 1, firstName: "Maria", lastName: "Sanna", languageCode: "it" });
    await maria.send("/start ufficio_x maria@posta.example https://a.example/b@c.example");
    expect(await lastUpdate()).toEqual({
      update_id: expect.any(Number),
      message: {
        message_id: 1,
        date: 1_797_238_800,
        chat: { id: 1, type: "private", first_name: "Maria", last_name: "Sanna" },
        from: { id: 1, is_bot: false, first_name: "Maria", last_name: "Sanna", language_code: "it" },
        text: "/start ufficio_x maria@posta.example https://a.example/b@c.example",
        entities: [
          { type: "bot_command", offset: 0, length: 6 },
          { type: "email", offset: 17, length: 19 },
          { type: "url", offset: 37, length: 29 },
        ],
      },
    });
  });

  it("presses the newest button with that text, an exact one first, and sends exactly its data", async () => {
    const maria = await acquainted(telegram, 1);
    const data = (callback_data: string) =>
      keyboard([
        { text: "10:00 VIRTUALE", callback_data },
        { text: "10:00", callback_data: "è ✓" },
      ]);
    await call(telegram, "sendMessage", { chat_id: 1, text: "vecchio", ...data("vecchio") });
    await call(telegram, "sendMessage", { chat_id: 1, text: "nuovo", ...data("nuovo") });
    await call(telegram, "sendMessage", { chat_id: 1, text: "senza pulsanti" });
    await maria.press("10:00");
    const { callback_query } = await lastUpdate();
    expect(callback_query).toMatchObject({ data: "è ✓", from: { id: 1 }, message: { text: "nuovo" } });
    expect(telegram.unanswered()).toEqual([callback_query.id]);
    await maria.press("VIRTUALE");
    expect((await lastUpdate()).callback_query.data).toBe("nuovo");
    await expect(maria.press("11:00")).rejects.toThrow(
      'no button "11:00": the buttons are [10:00 VIRTUALE] [10:00] [10:00 VIRTUALE] [10:00]',
    );
  });

  it("can press what is no longer there", async () => {
    const maria = await acquainted(telegram, 1);
    await maria.pressData(99, "contraffatto");
    expect((await lastUpdate()).callback_query).toMatchObject({
      data: "contraffatto",
      message: { message_id: 99, date: 0, chat: { id: 1 } },
    });
  });

  it("opens addresses, copies texts and writes the keys of the bot's keyboard", async () => {
    const maria = await acquainted(telegram, 1);
    const buttons = keyboard(
      [{ text: "Sito", url: "https://comune.example/" }],
      [{ text: "Codice", copy_text: { text: "K7P-4QX" } }],
    );
    await call(telegram, "sendMessage", { chat_id: 1, text: "x", ...buttons });
    expect(await maria.press("Sito")).toEqual({ kind: "url", url: "https://comune.example/" });
    expect(await maria.press("Codice")).toEqual({ kind: "copied", text: "K7P-4QX" });
    await call(telegram, "sendMessage", {
      chat_id: 1,
      text: "?",
      reply_markup: { keyboard: [["Sì", { text: "No" }]] },
    });
    expect(maria.keyboard()).toEqual([["Sì", "No"]]);
    expect(await maria.press("No")).toMatchObject({ kind: "sent", update: { message: { text: "No" } } });
    await call(telegram, "sendMessage", { chat_id: 1, text: "ok", reply_markup: { remove_keyboard: true } });
    expect(maria.keyboard()).toEqual([]);
  });

  it("sends photos, stickers and voices, changes messages, and blocks the bot", async () => {
    const maria = await acquainted(telegram, 1);
    await maria.sendRaw({ photo: [{ file_id: "x", width: 1, height: 1 }], caption: "foto" });
    expect(await lastUpdate()).toMatchObject({ message: { photo: [{ file_id: "x" }], caption: "foto" } });
    const { message } = (await maria.send("sbaliato")) as unknown as { message: { message_id: number } };
    await maria.edit(message.message_id, "sbagliato");
    expect(await lastUpdate()).toMatchObject({
      edited_message: { message_id: message.message_id, text: "sbagliato", edit_date: 1_797_238_800 },
    });
    await expect(maria.edit(4711, "x")).rejects.toThrow("Maria has written no message 4711");
    maria.block();
    expect((await lastUpdate()).my_chat_member).toMatchObject({ new_chat_member: { status: "kicked" } });
    maria.unblock();
    expect((await lastUpdate()).my_chat_member).toMatchObject({ new_chat_member: { status: "member" } });
  });

  it("has a transcript with everything there is to see", async () => {
    const maria = await acquainted(telegram, 1);
    const buttons = keyboard(
      [{ text: "Prenota", callback_data: "x" }],
      [{ text: "Sito", url: "https://a.example/" }],
    );
    const sent = await call(telegram, "sendMessage", { chat_id: 1, text: "Benvenuta", ...buttons });
    const gone = await call(telegram, "sendMessage", { chat_id: 1, text: "di troppo" });
    await call(telegram, "deleteMessage", { chat_id: 1, message_id: gone.body.result.message_id });
    const { message_id } = sent.body.result;
    await call(telegram, "editMessageText", { chat_id: 1, message_id, text: "Due\nrighe", ...buttons });
    await call(telegram, "sendVenue", {
      chat_id: 1,
      latitude: 40,
      longitude: 9,
      title: "Municipio",
      address: "Via X",
    });
    expect(maria.transcript()).toBe(
      [
        "Maria Sanna: /start",
        "Ricevimenti (edited): Due",
        "    righe",
        "    [Prenota]",
        "    [Sito -> https://a.example/]",
        "Ricevimenti: ",
        "    (place Municipio, Via X)",
      ].join("\n"),
    );
  });
});

describe("waiting", () => {
  it("ends with the change that fulfils the condition", async () => {
    const maria = await acquainted(telegram, 1);
    const waiting = maria.waitFor((chat) => chat.news.length === 2);
    await call(telegram, "sendMessage", { chat_id: 1, text: "uno" });
    await call(telegram, "sendMessage", { chat_id: 1, text: "due" });
    expect((await waiting).news.map(({ text }) => text)).toEqual(["uno", "due"]);
  });

  it("for a text takes only what came or changed since the person last did something", async () => {
    const maria = await acquainted(telegram, 1);
    const { body } = await call(telegram, "sendMessage", { chat_id: 1, text: "Scegli un ufficio" });
    expect((await maria.waitFor(/ufficio$/)).text).toBe("Scegli un ufficio");
    await maria.pressData(body.result.message_id, "x");
    await expect(maria.waitFor("Scegli", { timeoutMs: 20 })).rejects.toThrow(
      "still missing: a new message with Scegli",
    );
    const waiting = maria.waitFor("Scegli");
    await call(telegram, "editMessageText", {
      chat_id: 1,
      message_id: body.result.message_id,
      text: "Scegli un giorno",
    });
    expect((await waiting).text).toBe("Scegli un giorno");
  });

  it("fails with the reason and the chat as the person sees it", async () => {
    const maria = await acquainted(telegram, 1);
    const waiting = maria.waitFor((chat) => chat.screen !== undefined || "una risposta", { timeoutMs: 20 });
    await expect(waiting).rejects.toThrow(
      "after 20 ms still missing: una risposta\nThe chat:\nMaria Sanna: /start",
    );
    expect(() => maria.screen()).toThrow("the bot has written nothing yet");
  });

  it("hands on what a condition throws", async () => {
    const maria = await acquainted(telegram, 1);
    const waiting = maria.waitFor((chat) => {
      if (chat.screen !== undefined) throw new Error("ahi");
      return false;
    });
    await Promise.all([
      expect(waiting).rejects.toThrow("ahi"),
      call(telegram, "sendMessage", { chat_id: 1, text: "x" }),
    ]);
  });
});

describe("a group", () => {
  it("lets the bot hear its commands, its name and answers, and shows its messages to all", async () => {
    const group = telegram.group({ id: -100, title: "Ufficio tributi" });
    const maria = group.member(telegram.person({ id: 1, firstName: "Maria" }));
    const bruno = group.member(telegram.person({ id: 2, firstName: "Bruno" }));
    await maria.send("buongiorno a tutti");
    await maria.send("/prenota@altro_bot");
    await maria.send("/prenota");
    await bruno.send("ehi @Ricevimenti_bot");
    const { body } = await call(telegram, "getUpdates");
    expect(body.result).toMatchObject([
      {
        message: {
          text: "/prenota",
          chat: { id: -100, type: "group", title: "Ufficio tributi" },
          from: { id: 1 },
        },
      },
      { message: { text: "ehi @Ricevimenti_bot", from: { id: 2 } } },
    ]);
    await call(telegram, "sendMessage", {
      chat_id: -100,
      text: "ecco",
      ...keyboard([{ text: "Apri", callback_data: "x" }]),
    });
    await bruno.press("Apri");
    expect((await lastUpdate()).callback_query).toMatchObject({
      from: { id: 2 },
      message: { chat: { id: -100 } },
    });
    expect(maria.transcript()).toBe(bruno.transcript());
  });
});
