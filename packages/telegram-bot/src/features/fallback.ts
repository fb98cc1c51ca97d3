import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { type NoteId, said } from "../conversation/note.ts";
import { type Handler, stale, unchanged } from "../conversation/turn.ts";
import { isCommand } from "./form.ts";

/** Whatever no other feature took: said politely, with the question that stands open. Comes last. */
export function fallback(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on("callback_query", (ctx) => ctx.turn(stale));
  feature.on("edited_message", (ctx) => ctx.turn(only("edited")));
  feature.on("message").filter(isCommand, (ctx) => ctx.turn(only("unknown-command")));
  feature.on("message:forward_origin", (ctx) => ctx.turn(only("forwarded")));
  feature.on("message", (ctx) => ctx.turn(only("not-text")));
  return feature;
}

function only(id: NoteId): Handler {
  return (turn) => ({ ...unchanged(turn), note: said(id) });
}
