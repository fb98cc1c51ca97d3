import { type Core, DAY, stateAt, telegramChat } from "@ricevimenti/core";
import type { Presenter } from "./presenter.ts";
import { minutesLeft } from "./screens/requested.ts";

/** More requests than a town has at one time. */
const MOST_WAITING = 10_000;

/**
 * Keeps the messages that tell how much time there is left to confirm up to date, until the request is confirmed, has
 * lapsed or is withdrawn, wherever that happened.
 */
export class DeadlineWatch {
  readonly #core: Core;
  readonly #presenter: Presenter;
  /** What there was to tell each chat at the last look. */
  #told = new Map<number, string>();
  /** Chats that have something else to be told since. */
  readonly #outdated = new Set<number>();

  constructor(core: Core, presenter: Presenter) {
    this.#core = core;
    this.#presenter = presenter;
  }

  async look(): Promise<void> {
    const told = await this.#toTell();
    for (const chat of new Set([...told.keys(), ...this.#told.keys()])) {
      if (told.get(chat) !== this.#told.get(chat)) this.#outdated.add(chat);
    }
    // Confirmed or lapsed before anybody looked.
    for (const chat of this.#presenter.liveChats) if (!told.has(chat)) this.#outdated.add(chat);
    this.#told = told;
    for (const chat of this.#outdated) {
      // Until it is seen to be done: somebody else may be at the chat, or Telegram away.
      if (!(await this.#presenter.refresh(chat))) this.#outdated.delete(chat);
    }
  }

  async #toTell(): Promise<Map<number, string>> {
    const now = this.#core.clock.now();
    const told = new Map<number, string>();
    // Everything that has a deadline: held and pending bookings.
    for (const booking of await this.#core.records.bookings.lapsed(now + DAY, MOST_WAITING)) {
      const chat = telegramChat(booking);
      if (chat === null || booking.state !== "pending") continue;
      const left = stateAt(booking, now) === "pending" ? minutesLeft(booking.expires ?? now, now) : "over";
      told.set(chat, `${told.get(chat) ?? ""} ${booking.code}/${booking.version}/${left}`);
    }
    return told;
  }
}
