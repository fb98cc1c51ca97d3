import type { Core, Log } from "@ricevimenti/core";
import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { leave } from "../conversation/leave.ts";

/** Somebody has blocked the bot: told nothing more here, and by mail as ever. */
export function leaving(core: Core, log: Log): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on("my_chat_member", async (ctx) => {
    if (ctx.myChatMember.new_chat_member.status !== "kicked") return;
    await leave(core, ctx.chat.id, ctx.update.update_id);
    log.info("bot.chat_left");
  });
  return feature;
}
