import { type Chat, type Core, localeFrom, texts } from "@ricevimenti/core";
import type { Draft } from "../conversation/draft.ts";
import { withNote } from "../screens/note.ts";
import type { Screen, Telling } from "../screens/screen.ts";
import { asideScreen } from "./asides.ts";
import { type Parcel, parcelFor } from "./parcel.ts";
import { Source } from "./source.ts";
import { requestedStep, stepScreen } from "./steps.ts";

/** Reads what a state of the conversation needs to be shown, and shows it. Changes nothing. */
export class Renderer {
  readonly #source: Source;

  /** @param publicUrl what every link starts with, without a slash at its end */
  constructor(core: Core, publicUrl: string) {
    this.#source = new Source(core, publicUrl);
  }

  /** Where the conversation stands. */
  async screenOf(chat: Chat, draft: Draft): Promise<Screen> {
    const base = await this.#telling(chat);
    const { screen, telling } = draft.aside
      ? await asideScreen(this.#source, draft.aside, { step: draft.step, chat }, base)
      : await stepScreen(this.#source, draft, chat, base);
    // That the mail was sent again matters no longer once it has been answered, or come too late.
    const isOver = draft.note?.kind === "resent" && screen.isLive === false;
    return withNote(isOver ? null : draft.note, screen, telling);
  }

  /** What a message further up in the chat has to say about a request. */
  async awaitedScreen(chat: Chat, code: string): Promise<Screen> {
    return (await requestedStep(this.#source, code, await this.#telling(chat))).screen;
  }

  /** What the citizen has asked to be sent. */
  async parcelOf(chat: Chat, draft: Draft): Promise<Parcel | null> {
    return draft.hasParcel ? parcelFor(this.#source.core, chat, draft) : null;
  }

  async #telling(chat: Chat): Promise<Telling> {
    const { core } = this.#source;
    const town = await core.municipality();
    const locale = (chat.locale && localeFrom(chat.locale)) || town.locale;
    return { say: texts("bot", locale), locale, timezone: town.timezone, now: core.clock.now() };
  }
}
