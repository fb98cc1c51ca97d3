import type { Core } from "@ricevimenti/core";
import { chatKey } from "./lease.ts";

/** Telegram gives this number to no chat: its row counts the processes that have worked on the town's chats. */
const COUNTER = 0;

/** A name that no other process working on the town's chats has, or ever had. */
export function processName(core: Core): Promise<string> {
  return core.atomically(async (core, { chats, serialise }) => {
    await serialise(chatKey(COUNTER));
    const version = ((await chats.get(COUNTER))?.version ?? 0) + 1;
    const updated = core.clock.now();
    await chats.save({ id: COUNTER, locale: null, draft: null, version, screen: null, updated });
    return String(version);
  });
}
