import { createHash } from "node:crypto";
import type { Chat } from "@ricevimenti/core";
import { type Api, InputFile } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import { type Awaited, awaitedCode, type Draft, FRESH_DRAFT, readDraft } from "./conversation/draft.ts";
import type { Shown } from "./ledger.ts";
import type { Renderer } from "./rendering/renderer.ts";
import { keyboard, type Screen } from "./screens/screen.ts";
import { failureOf } from "./telegram-failure.ts";

/** What has been shown to a chat and is perhaps not yet written down. */
export interface Memory {
  /** The last call's fate is unknown: what the chat shows is not to be relied on. */
  isUnsure: boolean;
  /** A version whose screen is there already: of that, only what tells how much time is left is brought up to date. */
  readonly shownBefore: number | null;
  /** The version shown last, and the message it was shown in. */
  version: number | null;
  screen: number | null;
  /** The version whose file was sent last. */
  parcel: number | null;
  /** Fingerprints by message. */
  readonly seen: Map<number, string>;
}

/** Shows the states of conversations: in the message that is there, where that can be edited, or in a new one. */
export class ChatScreens {
  readonly #api: Api;
  readonly #renderer: Renderer;

  constructor(api: Api, renderer: Renderer) {
    this.#api = api;
    this.#renderer = renderer;
  }

  /** Throws when Telegram did not take a call; `memory` then holds what it had taken before. */
  async show(row: Chat, memory: Memory): Promise<Shown> {
    const draft = readDraft(row.draft) ?? FRESH_DRAFT;
    const isWanted = row.version !== memory.shownBefore || awaitedCode(draft) !== null;
    const main = isWanted
      ? await this.#showMain(row, draft, memory)
      : { screen: row.screen, fingerprint: draft.shown, isLive: false, isFarewell: false };
    const awaited = await this.#updateAwaited(row, draft, main.screen, memory);
    return { version: row.version, ...main, awaited, isLive: main.isLive || awaited.length > 0 };
  }

  /** Whether something in the chat tells less, or other, than is known of a request by now. */
  async isOutdated(row: Chat): Promise<boolean> {
    const draft = readDraft(row.draft) ?? FRESH_DRAFT;
    const code = awaitedCode(draft);
    if (code !== null && row.screen !== null) {
      const content = contentOf(await this.#renderer.screenOf(row, draft), draft.stamp);
      if (content.fingerprint !== draft.shown) return true;
    }
    for (const { code, shown } of draft.awaited) {
      const content = contentOf(await this.#renderer.awaitedScreen(row, code), draft.stamp);
      if (content.fingerprint !== shown) return true;
    }
    return false;
  }

  async #showMain(row: Chat, draft: Draft, memory: Memory): Promise<Omit<Shown, "version" | "awaited">> {
    const screen = await this.#renderer.screenOf(row, draft);
    const content = contentOf(screen, draft.stamp);
    const { fingerprint } = content;
    const isNew = row.version !== memory.version;
    const place = isNew ? row.screen : memory.screen;
    const shown = place === null ? null : (memory.seen.get(place) ?? draft.shown);
    let message = place;
    if (memory.isUnsure || shown !== fingerprint) {
      const isBelowParcel = isNew && (await this.#sendParcel(row, draft, memory));
      const target = memory.isUnsure || isBelowParcel ? null : place;
      message = await this.#put(row.id, target, content);
    }
    memory.isUnsure = false;
    memory.version = row.version;
    memory.screen = message;
    if (message !== null) memory.seen.set(message, fingerprint);
    const isFarewell = draft.step.at === "farewell";
    return { screen: message, fingerprint, isLive: screen.isLive ?? false, isFarewell };
  }

  /** Whether something was sent that the screen has to come after. */
  async #sendParcel(row: Chat, draft: Draft, memory: Memory): Promise<boolean> {
    const parcel = await this.#renderer.parcelOf(row, draft);
    if (!parcel) return false;
    if (memory.parcel !== row.version) {
      const file = new InputFile(Buffer.from(parcel.body), parcel.filename);
      await this.#api.sendDocument(row.id, file);
    }
    memory.parcel = row.version;
    return true;
  }

  /** Those of them that are to be kept up to date from now on. */
  async #updateAwaited(
    row: Chat,
    draft: Draft,
    main: number | null,
    memory: Memory,
  ): Promise<readonly Awaited[]> {
    const waiting: Awaited[] = [];
    for (const { code, message, shown } of draft.awaited) {
      if (message === main) continue;
      const screen = await this.#renderer.awaitedScreen(row, code);
      const content = contentOf(screen, draft.stamp);
      const { fingerprint } = content;
      const isThere =
        (memory.seen.get(message) ?? shown) === fingerprint || (await this.#edited(row.id, message, content));
      if (isThere) memory.seen.set(message, fingerprint);
      if (isThere && screen.isLive) waiting.push({ code, message, shown: fingerprint });
    }
    return waiting;
  }

  /** Edits a message, or sends a new one where there is none to edit; tells which it is. */
  async #put(chat: number, target: number | null, content: Content): Promise<number> {
    const { text, options } = content;
    if (target !== null && (await this.#edited(chat, target, content))) return target;
    return (await this.#api.sendMessage(chat, text, options)).message_id;
  }

  /** False when that message can no longer be edited: deleted, or too old. */
  async #edited(chat: number, message: number, { text, options }: Content): Promise<boolean> {
    try {
      await this.#api.editMessageText(chat, message, text, options);
      return true;
    } catch (cause) {
      const { code } = failureOf(cause);
      if (code === "not_modified") return true;
      if (code === "not_editable") return false;
      throw cause;
    }
  }
}

/** A chat that is shown nothing new; null for one that is no longer there. */
export function unchangedScreen(row: Chat | null): Shown {
  const draft = readDraft(row?.draft ?? null) ?? FRESH_DRAFT;
  return {
    version: row?.version ?? 0,
    screen: row?.screen ?? null,
    fingerprint: draft.shown,
    awaited: draft.awaited,
    isLive: false,
    isFarewell: false,
  };
}

interface Content {
  readonly text: string;
  readonly options: {
    readonly parse_mode: "HTML";
    readonly reply_markup: InlineKeyboardMarkup;
    readonly link_preview_options: { readonly is_disabled: true };
  };
  readonly fingerprint: string;
}

function contentOf(screen: Screen, stamp: string): Content {
  const text = screen.text.source;
  const reply_markup = keyboard(screen, stamp);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([text, reply_markup]))
    .digest("base64url");
  return {
    text,
    options: { parse_mode: "HTML", reply_markup, link_preview_options: { is_disabled: true } },
    fingerprint,
  };
}
