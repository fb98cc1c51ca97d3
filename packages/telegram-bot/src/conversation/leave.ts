import type { Core } from "@ricevimenti/core";
import { chatKey } from "../lease.ts";

/**
 * Nobody reads the chat any more (the bot was blocked, the account is gone): a time held for a form goes back, and the
 * conversation is forgotten. Bookings stay; mail tells about them.
 *
 * @param update the update that says so, if one does; the same again changes nothing
 */
export function leave(core: Core, chat: number, update: number | null = null): Promise<void> {
  return core.atomically(async (core, { chats, bookings, serialise }) => {
    const now = core.clock.now();
    const holder = `telegram:${chat}` as const;
    await serialise(chatKey(chat));
    if (update !== null && (await chats.receive(update, chat, now)) !== "new") return;
    for (const { code } of await bookings.heldBy(holder, now)) await core.release({ code, holder });
    await core.waiting.forget({ holder });
    await chats.forget(chat);
    if (update === null) return;
    // Forgotten with the rest, and still to be known.
    await chats.receive(update, chat, now);
    await chats.answered(update);
  });
}
