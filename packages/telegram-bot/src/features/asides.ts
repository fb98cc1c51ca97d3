import { LOCALES } from "@ricevimenti/core";
import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { letGo, takeTime } from "../conversation/holding.ts";
import { said } from "../conversation/note.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, stale, type Turn } from "../conversation/turn.ts";

/** `/lingua`, `/aiuto`: looked at in between; closed, the booking goes on where it was. */
export function asides(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("lingua", (ctx) => ctx.turn(() => ({ aside: { at: "language" } })));
  feature.command("aiuto", (ctx) => ctx.turn(() => ({ aside: { at: "help" } })));
  feature.callbackQuery(pressOf("close"), (ctx) => ctx.turn(() => ({})));
  feature.callbackQuery(pressOf("language"), (ctx) => ctx.turn(setLanguage));
  return feature;
}

async function setLanguage(turn: Turn): Promise<Change> {
  const locale = LOCALES.find((candidate) => candidate === turn.argument);
  if (turn.draft.aside?.at !== "language" || !locale) return stale(turn);
  const told: Change = { locale, note: said("language-set") };
  const { step } = turn.draft;
  if (step.at !== "form" && step.at !== "summary") return told;
  // The mails will be in the language in which the time was taken: it is taken once more.
  await letGo(turn);
  const held = await takeTime({ ...turn, locale }, step.choice);
  return held.ok ? { ...told, step: { ...step, choice: held.choice } } : { ...told, ...held.change };
}
