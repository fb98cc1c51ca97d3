import type { Core, Courier } from "@ricevimenti/core";
import { isChatKind, renderChatMessage } from "./chat-message.ts";
import { type TransportOptions, telegramTransport } from "./transport.ts";

/** Says the outbox's notices in chats; for `core.tick` and the worker. */
export function telegramCourier(core: Pick<Core, "invitation">, options: TransportOptions): Courier {
  const transport = telegramTransport(options);
  return {
    channel: "telegram",
    deliver: async (notice) => {
      const { kind } = notice.message;
      if (!isChatKind(kind)) return;
      const invitation =
        kind === "invitation" || kind === "moved" ? await core.invitation(notice.booking) : undefined;
      const message = renderChatMessage(kind, { ...notice, ...(invitation ? { invitation } : {}) });
      if (message) await transport.deliver(message);
    },
  };
}
