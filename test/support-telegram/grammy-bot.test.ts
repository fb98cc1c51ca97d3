import { Bot, GrammyError, InlineKeyboard, InputFile } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";

let telegram: Telegram;
let bot: Bot;
let running: Promise<void> = Promise.resolve();

/** Starts to poll; resolves when it does. */
async function run(started: Bot): Promise<void> {
  bot = started;
  await new Promise<void>((resolve, reject) => {
    running = started.start({ onStart: () => resolve() });
    running.catch(reject);
  });
}

function makeBot(): Bot {
  const made = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  made.command("start", (ctx) =>
    ctx.reply(`<b>Benvenuta</b>, ${ctx.from?.first_name}. Argomento: ${ctx.match || "nessuno"}`, {
      parse_mode: "HTML",
      reply_markup: new InlineKeyboard()
        .text("Prenota", "book:1")
        .row()
        .url("Il sito", "https://comune.example/"),
    }),
  );
  made.callbackQuery(/^book:/, async (ctx) => {
    await ctx.answerCallbackQuery({ text: "Un momento" });
    await ctx.editMessageText(`Scelto: ${ctx.callbackQuery.data}`, {
      reply_markup: new InlineKeyboard().text("Conferma", "confirm"),
    });
  });
  made.callbackQuery("confirm", async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.replyWithDocument(new InputFile(Buffer.from("BEGIN:VCALENDAR\r\n"), "appuntamento è mio.ics"), {
      caption: "<i>Il tuo appuntamento</i>",
      parse_mode: "HTML",
    });
  });
  return made;
}

beforeEach(async () => {
  telegram = await startTelegram();
});

afterEach(async () => {
  await bot.stop();
  await running.catch(() => undefined);
  await telegram.close();
});

describe("a grammY bot with long polling", () => {
  it("is written to, shows a keyboard, edits its message and sends a document", async () => {
    await run(makeBot());
    const maria = telegram.person({ id: 7, firstName: "Maria", languageCode: "it" });
    await maria.send("/start ufficio_imu");
    const welcome = await maria.waitFor("Benvenuta");
    expect(welcome.html).toBe("<b>Benvenuta</b>, Maria. Argomento: ufficio_imu");
    expect(welcome.buttons).toEqual([
      [{ text: "Prenota", callbackData: "book:1" }],
      [{ text: "Il sito", url: "https://comune.example/" }],
    ]);

    expect(await maria.press("Prenota")).toMatchObject({ kind: "callback", data: "book:1" });
    const edited = await maria.waitFor("Scelto: book:1");
    expect(edited.messageId).toBe(welcome.messageId);
    expect(edited.isEdited).toBe(true);
    expect(maria.notices()).toEqual(["Un momento"]);

    await maria.press("Conferma");
    const { documents, html } = await maria.waitFor("Il tuo appuntamento");
    expect(html).toBe("<i>Il tuo appuntamento</i>");
    expect(documents).toEqual([
      {
        fileName: "appuntamento è mio.ics",
        mimeType: "text/calendar",
        size: 17,
        content: Buffer.from("BEGIN:VCALENDAR\r\n"),
      },
    ]);

    await telegram.settled();
    expect(telegram.unanswered()).toEqual([]);
    expect(telegram.refusals).toEqual([]);
  });

  it("gets an update again, with the same identifiers, after having confirmed it", async () => {
    const seen: [number, string | undefined][] = [];
    const listener = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
    listener.on("message", (ctx) => void seen.push([ctx.update.update_id, ctx.message.text]));
    await run(listener);
    const maria = telegram.person({ id: 7, firstName: "Maria" });
    const first = await maria.send("uno");
    await maria.send("due");
    await telegram.settled();
    expect(telegram.redeliver(2).map(({ update_id }) => update_id)).toEqual([
      first.update_id,
      first.update_id + 1,
    ]);
    await telegram.settled();
    expect(seen).toEqual([
      [first.update_id, "uno"],
      [first.update_id + 1, "due"],
      [first.update_id, "uno"],
      [first.update_id + 1, "due"],
    ]);
  });

  it("is ended by a conflict when another one polls with the same token", async () => {
    await run(makeBot());
    const maria = telegram.person({ id: 7, firstName: "Maria" });
    await maria.send("/start");
    await maria.waitFor("Benvenuta");
    await telegram.settled();
    const rival = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
    const rivalRunning = rival.start();
    const error = await running.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({
      error_code: 409,
      description:
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    expect(telegram.refusals).toMatchObject([{ method: "getUpdates", code: 409 }]);
    await rival.stop();
    await rivalRunning;
  });

  it("is given again what one before it has fetched and never confirmed", async () => {
    const maria = telegram.person({ id: 7, firstName: "Maria" });
    await maria.send("/start primo");
    const fetched = await fetch(`${telegram.url}/bot${telegram.token}/getUpdates`).then((r) => r.json());
    expect(fetched).toMatchObject({ ok: true, result: [{ message: { text: "/start primo" } }] });
    await run(makeBot());
    await maria.waitFor("Argomento: primo");
    await telegram.settled();
    expect(maria.messages().filter(({ isFromBot }) => isFromBot)).toHaveLength(1);
  });
});
