import type { Context } from "grammy";
import type { Handler } from "./conversation/turn.ts";

/** What the features see of an update. */
export interface BotContext extends Context {
  /** Takes the citizen's turn: `handle` decides from the conversation's state, in one transaction with what it books. */
  readonly turn: (handle: Handler) => Promise<void>;
}
