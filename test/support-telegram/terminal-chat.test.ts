import { PassThrough } from "node:stream";
import { Bot, InlineKeyboard } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../support/telegram/person.ts";
import { startTelegram, type Telegram } from "../support/telegram/server.ts";
import { chat, type TerminalOptions } from "../support/telegram/terminal-chat.ts";
import { buttonLines, paintFor, wrap } from "../support/telegram/terminal-text.ts";

let telegram: Telegram;
let bot: Bot;
let running: Promise<void>;
let maria: Person;

beforeEach(async () => {
  telegram = await startTelegram({ now: () => Date.UTC(2026, 11, 14, 9, 5), botName: "Comune" });
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } });
  maria = telegram.person({ id: 1, firstName: "Maria", languageCode: "it" });
  bot.command("start", (ctx) =>
    ctx.reply('<b>Benvenuta.</b> Leggi <a href="https://comune.example/privacy">la nota</a>.', {
      parse_mode: "HTML",
      reply_markup: new InlineKeyboard()
        .text("Prenota", "book")
        .text("Appuntamenti", "mine")
        .row()
        .url("Sito", "https://comune.example/"),
    }),
  );
  bot.callbackQuery("book", async (ctx) => {
    await ctx.answerCallbackQuery("Un momento");
    await ctx.editMessageText("Come ti chiami?");
  });
  bot.on("message:text", (ctx) => ctx.reply(`Ciao ${ctx.message.text}`));
  await bot.api.setMyCommands([{ command: "prenota", description: "Prenota un appuntamento" }]);
  await new Promise<void>((resolve) => {
    running = bot.start({ onStart: () => resolve() });
  });
});

afterEach(async () => {
  await bot.stop();
  await running;
  await telegram.close();
});

async function play(input: string, options: Partial<TerminalOptions> = {}): Promise<string> {
  const output = new PassThrough();
  let printed = "";
  output.on("data", (chunk) => {
    printed += chunk;
  });
  const reader = new PassThrough();
  reader.end(input);
  await chat(maria, { input: reader, output, timeZone: "Europe/Rome", ...options });
  return printed;
}

describe("the terminal chat", () => {
  it("plays a script of lines, waiting for the bot after each", async () => {
    expect(await play("/start\n\n1\nMaria\n/quit\nmai letto\n")).toBe(
      [
        "Scrivi un messaggio, oppure il numero di un pulsante. / mostra i comandi, /quit chiude la chat.",
        "› /start",
        "",
        "Comune · 10:05",
        "  Benvenuta. Leggi la nota (https://comune.example/privacy).",
        "",
        "  [1] Prenota   [2] Appuntamenti",
        "  [3] Sito  https://comune.example/",
        "› 1",
        "  → Prenota",
        "  « Un momento »",
        "",
        "Comune · 10:05 · aggiornato",
        "  Come ti chiami?",
        "› Maria",
        "",
        "Comune · 10:05",
        "  Ciao Maria",
        "› /quit",
        "",
      ].join("\n"),
    );
    expect(telegram.refusals).toEqual([]);
  });

  it("shows addresses to open, commands, and numbers that are not there", async () => {
    const printed = await play("/start\n3\n9\n/\n");
    expect(printed).toContain("› 3\n  → Sito\nApri nel browser: https://comune.example/\n");
    expect(printed).toContain("› 9\nIl pulsante 9 non c'è: scegli un numero da 1 a 3.\n");
    expect(printed).toContain("› /\n  /prenota  Prenota un appuntamento\n");
  });

  it("sends a number as text where there are no buttons", async () => {
    expect(await play("42\n")).toContain("  Ciao 42\n");
  });

  it("says that the bot is silent instead of waiting for ever", async () => {
    telegram.fault({ kind: "drop", method: "sendMessage", times: 9 });
    bot.catch(() => undefined);
    expect(await play("ciao\n", { patienceMs: 100 })).toContain("Il bot non risponde ancora.");
  });

  it("speaks English to those who do", async () => {
    maria = telegram.person({ id: 2, firstName: "John", languageCode: "en" });
    expect(await play("/start\n")).toContain("Write a message, or the number of a button.");
  });

  it("uses colours on a terminal, and none with NO_COLOR", async () => {
    const terminal = (env: { NO_COLOR?: string }) => {
      const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
      let printed = "";
      output.on("data", (chunk) => {
        printed += chunk;
      });
      const input = new PassThrough();
      const done = chat(maria, { input, output, env });
      return { input, done, printed: () => printed };
    };
    const coloured = terminal({});
    coloured.input.write("/start\r");
    await maria.waitFor("Benvenuta");
    coloured.input.write("/quit\r");
    await coloured.done;
    expect(coloured.printed()).toContain("\u001b[1mBenvenuta.\u001b[22m");
    const plain = terminal({ NO_COLOR: "1" });
    plain.input.end("/quit\r");
    await plain.done;
    expect(plain.printed()).toContain("Benvenuta.");
    expect(plain.printed()).not.toContain("\u001b[1m");
  });

  it("sets rows of buttons in columns, and under each other where they do not fit", () => {
    const rows = [["9:00", "11:15"], ["10:30", "12:00"], ["indietro"]].map((row) =>
      row.map((text) => ({ text })),
    );
    const paint = paintFor(false);
    expect(buttonLines(rows, 1, { paint, width: 40 })).toEqual([
      "[1] 9:00    [2] 11:15",
      "[3] 10:30   [4] 12:00",
      "[5] indietro",
    ]);
    expect(buttonLines(rows, 1, { paint, width: 20 })).toHaveLength(5);
  });

  it("breaks long lines at spaces and leaves addresses whole", () => {
    const address = "https://comune.example/conferma/abcdefghijklmnopqrstuvwxyz";
    expect(wrap(`uno due tre ${address} quattro`, 12)).toEqual(["uno due tre", address, "quattro"]);
  });
});
