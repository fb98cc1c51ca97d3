import type { ChatMessage, Core, Courier, Notice } from "@ricevimenti/core";
import { leave } from "../conversation/leave.ts";
import type { Presenter } from "../presenter.ts";
import { presenterFor } from "../presenter-for.ts";
import { processName } from "../process-name.ts";
import { failureOf } from "../telegram-failure.ts";
import { isChatKind, renderChatMessage } from "./chat-message.ts";
import { type GroupKind, isGroupKind, renderGroupMessage } from "./group-message.ts";
import { isRoomReminder, remindOfRoom } from "./room-reminder.ts";
import { ChatGoneError, ChatMovedError, type TransportOptions, telegramTransport } from "./transport.ts";
import { renderOffer } from "./waiting-message.ts";

/**
 * Says the outbox's notices in chats; for `core.tick` and the worker. What the chat had been told to wait for is put
 * right with the same delivery, also where no bot runs.
 */
export function telegramCourier(core: Core, options: TransportOptions): Courier {
  const transport = telegramTransport(options);
  const refresh = refresher(core, options);
  /** False when nobody reads the chat: the mail that goes with every notice has to do. */
  const delivered = async (message: ChatMessage): Promise<boolean> => {
    if (!(await core.records.chats.get(message.chat))) return false;
    try {
      await transport.deliver(message);
      return true;
    } catch (cause) {
      if (!(cause instanceof ChatGoneError)) throw cause;
      core.log.info("bot.chat_gone", { cause: cause.message });
      await leave(core, message.chat);
      return false;
    }
  };
  /** A group that has moved is followed, one that has put the bot out is forgotten: the mail goes out anyway. */
  const toGroup = async (notice: Notice, kind: GroupKind): Promise<void> => {
    const { group } = notice;
    if (!group) return;
    const { source } = renderGroupMessage(kind, notice);
    const say = (chat: number) => transport.deliver({ channel: "telegram", chat, html: source, buttons: [] });
    try {
      await say(group.chat).catch(async (cause: unknown) => {
        if (!(cause instanceof ChatMovedError)) throw cause;
        await core.groups.migrate(group.chat, cause.to);
        await say(cause.to);
      });
    } catch (cause) {
      if (!(cause instanceof ChatGoneError)) throw cause;
      core.log.info("bot.group_gone", { office: group.office, cause: cause.message });
      await core.groups.unlink({ chat: group.chat });
    }
  };
  return {
    channel: "telegram",
    deliver: async (notice) => {
      const { kind } = notice.message;
      if (isGroupKind(kind)) return toGroup(notice, kind);
      if (!isChatKind(kind)) return;
      const isBooked = kind === "invitation" || kind === "moved";
      const invitation = isBooked ? await core.invitation(notice.booking) : undefined;
      const told = isRoomReminder(notice.message) ? "room_open" : kind;
      const message = renderChatMessage(told, { ...notice, ...(invitation ? { invitation } : {}) });
      if (!message) return;
      // Before the delivery, which is not to be repeated because of it.
      if (isBooked && notice.booking.mode === "virtual") await remindOfRoom(core, notice.booking);
      if (await delivered(message)) await refresh(message.chat);
    },
    deliverWaiting: async (notice) => {
      const message = renderOffer(notice);
      if (message) await delivered(message);
    },
  };
}

/** What a failure leaves undone, the bot's own looks will do. */
function refresher(core: Core, options: TransportOptions): (chat: number) => Promise<void> {
  let presenter: Promise<Presenter> | null = null;
  const made = async () => {
    const { publicUrl } = core.config;
    const process = await processName(core);
    return presenterFor(core, { ...options, publicUrl, log: core.log, process, tries: 1 });
  };
  return async (chat) => {
    try {
      presenter ??= made();
      const ready = await presenter;
      await ready.refresh(chat);
      await ready.idle();
    } catch (cause) {
      presenter = null;
      core.log.warn("bot.screen_not_refreshed", { cause: failureOf(cause).code });
    }
  };
}
