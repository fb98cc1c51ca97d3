import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, said, stale, type Turn } from "../conversation/turn.ts";

/** `/appuntamenti`: the chat's bookings, and "ANNULLA PRENOTAZIONE", asked once. */
export function bookings(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("appuntamenti", (ctx) => ctx.turn(() => LIST));
  feature.callbackQuery(pressOf("bookings"), (ctx) => ctx.turn(() => LIST));
  feature.callbackQuery(pressOf("cancel"), (ctx) => ctx.turn(askToCancel));
  feature.callbackQuery(pressOf("yes"), (ctx) => ctx.turn(cancel));
  return feature;
}

const LIST: Change = { aside: { at: "bookings" } };

async function askToCancel(turn: Turn): Promise<Change> {
  // Only from the chat's own: what a button carries can be forged.
  const booking = (await turn.core.bookingsOf(turn.holder)).find(({ code }) => code === turn.argument);
  return booking ? { aside: { at: "cancel", code: booking.code, version: booking.version } } : stale(turn);
}

async function cancel(turn: Turn): Promise<Change> {
  const { aside } = turn.draft;
  if (aside?.at !== "cancel") return stale(turn);
  const cancelled = await turn.core.cancel({ code: aside.code, version: aside.version, actor: "citizen" });
  return {
    ...LIST,
    note: cancelled.ok ? said("cancelled") : { kind: "refused", refusal: cancelled.refusal },
  };
}
