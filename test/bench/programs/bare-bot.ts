/** The floor: grammY alone, which answers each press and edits the message. Arguments: API root, token. */
import { Bot, InlineKeyboard } from "grammy";

const [apiRoot = "", token = ""] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });

const TEXT = `<b>Tributo IMU</b>\nServizio 3.1. Tributi. IMU\n\n${"Per quale argomento vuoi un appuntamento? ".repeat(6)}`;
const keyboard = (turn: number) =>
  ["Avanti", "Indietro", "Ricomincia", "Altro"].reduce(
    (keys, text) => keys.text(text, `go:${turn}:${text}`).row(),
    new InlineKeyboard(),
  );
const screen = (turn: number) =>
  [`${TEXT} ${turn}`, { parse_mode: "HTML", reply_markup: keyboard(turn) }] as const;

bot.command("start", (ctx) => ctx.reply(...screen(0)));
bot.on("callback_query:data", async (ctx) => {
  await ctx.answerCallbackQuery();
  await ctx.editMessageText(...screen(Number(ctx.callbackQuery.data.split(":")[1]) + 1));
});
await bot.start();
