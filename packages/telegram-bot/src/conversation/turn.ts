import { type Core, type Holder, type Instant, type Locale, localeFrom } from "@ricevimenti/core";
import {
  type Aside,
  type Draft,
  type Form,
  FRESH_DRAFT,
  type Note,
  type NoteId,
  readDraft,
  type Step,
  writeDraft,
} from "./draft.ts";
import { readPress } from "./press.ts";

/** An update, as far as the conversation is concerned. */
export interface Arrival {
  readonly update: number;
  readonly chat: number;
  /** Null for a message. */
  readonly press: { readonly data: string; readonly message: number } | null;
  /** Name and surname of the Telegram profile; null when one is missing. */
  readonly profileName: string | null;
  /** The client's language, as Telegram tells it. */
  readonly languageCode: string | null;
}

/** The citizen's turn: what a handler decides from. Everything asked of `core` is part of the turn's transaction. */
export interface Turn {
  readonly core: Core;
  readonly draft: Draft;
  readonly chat: number;
  readonly holder: Holder;
  readonly locale: Locale;
  readonly now: Instant;
  readonly profileName: string | null;
  /** Of the button pressed. */
  readonly argument: string;
}

/** What a turn changes. Step and form stay as they are unless named; aside and note are gone unless named. */
export interface Change {
  readonly step?: Step;
  readonly form?: Form;
  readonly aside?: Aside;
  readonly note?: Note;
  readonly locale?: Locale;
}
export type Handler = (turn: Turn) => Change | Promise<Change>;

export function said(id: NoteId): Note {
  return { kind: "said", id };
}

/** The answer to a button that does not fit what is on the screen: say so, change nothing. */
export function stale(turn: Pick<Turn, "draft">): Change {
  return { ...unchanged(turn), note: said("stale") };
}

/** For a handler that only says something: the same step, and the same aside, again. */
export function unchanged({ draft }: Pick<Turn, "draft">): Change {
  return draft.aside ? { aside: draft.aside } : {};
}

/**
 * Takes an update in and changes the conversation accordingly, in one transaction with whatever the handler books,
 * moves or cancels. An update that comes again changes nothing.
 *
 * @returns what the chat is owed: the screen of its state (`show`); the same, but an earlier answer may have reached it
 *   although nobody knows (`recover`); or nothing (`done`)
 */
export async function takeTurn(
  core: Core,
  arrival: Arrival,
  handle: Handler,
): Promise<"show" | "recover" | "done"> {
  return core.atomically(async (core, records) => {
    const now = core.clock.now();
    const receipt = await records.chats.receive(arrival.update, arrival.chat, now);
    if (receipt !== "new") return receipt === "owed" ? "recover" : "done";

    const chat = await records.chats.get(arrival.chat);
    const draft = readDraft(chat?.draft ?? null) ?? FRESH_DRAFT;
    const known = chat?.locale ?? arrival.languageCode;
    const locale = (known && localeFrom(known)) || (await core.municipality()).locale;
    const turn: Turn = {
      core,
      draft,
      chat: arrival.chat,
      holder: `telegram:${arrival.chat}`,
      locale,
      now,
      profileName: arrival.profileName,
      argument: (arrival.press && readPress(arrival.press.data)?.argument) ?? "",
    };
    if (arrival.press && arrival.press.data === draft.pressed) return "show";
    const isFresh = arrival.press !== null && readPress(arrival.press.data)?.stamp === draft.stamp;
    const change = arrival.press && !isFresh ? stale(turn) : await handle(turn);
    const next: Draft = {
      stamp: arrival.update.toString(36),
      step: change.step ?? draft.step,
      aside: change.aside ?? null,
      form: change.form ?? draft.form,
      note: change.note ?? null,
      pressed: arrival.press?.data ?? null,
      shown: draft.shown,
    };
    // A button of this very state stands under the screen, even when its sending is not yet known to have succeeded.
    // Below a message, or a press on an older screen, the next screen is a message of its own.
    const pressed = arrival.press?.message ?? null;
    const screen = isFresh || pressed === chat?.screen ? pressed : null;
    await records.chats.save({
      id: arrival.chat,
      locale: change.locale ?? locale,
      draft: writeDraft(next),
      version: (chat?.version ?? 0) + 1,
      screen,
      updated: now,
    });
    return "show";
  });
}
