import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { acquainted, call } from "./client.ts";

let telegram: Telegram;

beforeEach(async () => {
  telegram = await startTelegram({ botName: "Comune", botUsername: "comune_bot" });
});

afterEach(() => telegram.close());

describe("the bot's profile", () => {
  it("says who the bot is", async () => {
    expect((await call(telegram, "getMe")).body.result).toMatchObject({
      id: 7_300_000_001,
      is_bot: true,
      first_name: "Comune",
      username: "comune_bot",
      can_read_all_group_messages: false,
    });
  });

  it("shows each person the commands of the narrowest scope, in their language first", async () => {
    const maria = await acquainted(telegram, 1);
    const john = telegram.person({ id: 2, firstName: "John", languageCode: "en" });
    const set = (command: string, place: object) =>
      call(telegram, "setMyCommands", { commands: [{ command, description: "x" }], ...place });
    await set("aiuto", {});
    await set("help", { language_code: "en" });
    const names = (person: typeof maria) => person.commands().map(({ command }) => command);
    expect([names(maria), names(john)]).toEqual([["aiuto"], ["help"]]);
    await set("prenota", { scope: { type: "all_private_chats" } });
    await set("solo_maria", { scope: { type: "chat", chat_id: 1 } });
    expect([names(maria), names(john)]).toEqual([["solo_maria"], ["prenota"]]);
    expect((await call(telegram, "getMyCommands", { language_code: "en" })).body.result).toEqual([
      { command: "help", description: "x" },
    ]);
    expect((await call(telegram, "getMyCommands", { language_code: "de" })).body.result).toEqual([]);
    await call(telegram, "deleteMyCommands", { scope: { type: "chat", chat_id: 1 } });
    expect(names(maria)).toEqual(["prenota"]);
  });

  it.each([
    [{ command: "Prenota", description: "x" }, "BOT_COMMAND_INVALID"],
    [{ command: "pre-nota", description: "x" }, "BOT_COMMAND_INVALID"],
    [{ command: "", description: "x" }, "command must be non-empty"],
    [{ command: "x".repeat(33), description: "x" }, "command length must not exceed 32"],
    [{ command: "x", description: " " }, "command description must be non-empty"],
    [{ command: "x", description: "x".repeat(257) }, "command description length must not exceed 256"],
    [{ command: "x" }, `can't parse BotCommand: Can't find field "description"`],
  ])("refuses the command %j", async (command, reason) => {
    const answer = await call(telegram, "setMyCommands", { commands: [command] });
    expect(answer).toMatchObject({ status: 400, body: { description: `Bad Request: ${reason}` } });
    expect((await call(telegram, "getMyCommands")).body.result).toEqual([]);
  });

  it("keeps name and descriptions by language, the common one standing in", async () => {
    await call(telegram, "setMyDescription", { description: "Prenota un appuntamento" });
    await call(telegram, "setMyDescription", { description: "Book an appointment", language_code: "en" });
    await call(telegram, "setMyShortDescription", { short_description: "Ricevimenti" });
    const of = async (method: string, language_code: string) =>
      (await call(telegram, method, { language_code })).body.result;
    expect(await of("getMyDescription", "en")).toEqual({ description: "Book an appointment" });
    expect(await of("getMyDescription", "de")).toEqual({ description: "Prenota un appuntamento" });
    expect(await of("getMyShortDescription", "")).toEqual({ short_description: "Ricevimenti" });
    expect(await of("getMyName", "it")).toEqual({ name: "Comune" });
    const tooLong = await call(telegram, "setMyShortDescription", { short_description: "x".repeat(121) });
    expect(tooLong.status).toBe(400);
    const wrongLanguage = await call(telegram, "setMyName", { name: "x", language_code: "ita" });
    expect(wrongLanguage.body.description).toBe("Bad Request: invalid language code specified");
  });

  it("keeps menu buttons and describes chats", async () => {
    await acquainted(telegram, 1);
    await call(telegram, "setChatMenuButton", { menu_button: { type: "commands" } });
    expect((await call(telegram, "getChatMenuButton", { chat_id: 1 })).body.result).toEqual({
      type: "commands",
    });
    expect((await call(telegram, "setChatMenuButton", { menu_button: { type: "x" } })).status).toBe(400);
    expect((await call(telegram, "getChat", { chat_id: 1 })).body.result).toMatchObject({
      id: 1,
      type: "private",
      first_name: "Maria",
    });
    expect((await call(telegram, "getChat", { chat_id: 9 })).body.description).toBe(
      "Bad Request: chat not found",
    );
  });
});
