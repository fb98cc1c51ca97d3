import type { Core, Log } from "@ricevimenti/core";
import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import type { Html } from "../html.ts";
import { agendaText, linkedText, unlinkedText } from "../screens/group.ts";
import { failureOf } from "../telegram-failure.ts";

/** `/collega`, `/scollega`, `/oggi` in the groups of the offices' staff. Everything else there is not for the bot. */
export function groups(core: Core, log: Log): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("collega", (ctx) => answer(ctx, () => link(core, ctx.chat.id, ctx.match)));
  feature.command("scollega", (ctx) => answer(ctx, () => unlink(core, ctx.chat.id)));
  feature.command("oggi", (ctx) => answer(ctx, () => agendaText(core, ctx.chat.id)));
  feature.on("message:migrate_to_chat_id", (ctx) =>
    core.groups.migrate(ctx.chat.id, ctx.message.migrate_to_chat_id),
  );
  feature.on("my_chat_member", async (ctx) => {
    const { status } = ctx.myChatMember.new_chat_member;
    if (status !== "kicked" && status !== "left") return;
    const count = await core.groups.unlink({ chat: ctx.chat.id });
    if (count > 0) log.info("bot.group_left", { offices: count });
  });
  return feature;

  /** An update that comes again is answered again only when it is not known to have been: all of this may be done twice. */
  async function answer(ctx: BotContext, words: () => Promise<Html>): Promise<void> {
    const chat = ctx.chat?.id;
    const { update_id: update } = ctx.update;
    if (chat === undefined) return;
    const receipt = await core.atomically((core, { chats }) => chats.receive(update, chat, core.clock.now()));
    if (receipt === "answered") return;
    const { source } = await words();
    await ctx.api
      .sendMessage(chat, source, { parse_mode: "HTML", link_preview_options: { is_disabled: true } })
      .catch((cause) => log.warn("bot.group_not_answered", { cause: failureOf(cause).code }));
    await core.atomically((_core, { chats }) => chats.answered(update));
  }
}

async function link(core: Core, chat: number, code: string): Promise<Html> {
  const group = await core.groups.link({ code, chat });
  return linkedText(core, chat, group);
}

async function unlink(core: Core, chat: number): Promise<Html> {
  return unlinkedText(core, await core.groups.unlink({ chat }));
}
