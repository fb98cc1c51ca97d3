import { type Chat, type Core, type Holder, type Instant, type Locale, localeFrom } from "@ricevimenti/core";
import { chatKey, leased } from "../lease.ts";
import {
  type Aside,
  type Awaited,
  aged,
  awaitedCode,
  type Draft,
  FRESH_DRAFT,
  isForgotten,
  readDraft,
  type Step,
  writeDraft,
} from "./draft.ts";
import type { Form } from "./form-data.ts";
import { type Note, said } from "./note.ts";
import { isStanding, type Press, readPress } from "./press.ts";

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
  /** Whether the button pressed belongs to the screen that shows where the conversation stands. */
  readonly isOnScreen: boolean;
}

/** What a turn changes. Step and form stay as they are unless named; aside and note are gone unless named. */
export interface Change {
  readonly step?: Step;
  readonly form?: Form;
  readonly aside?: Aside;
  readonly note?: Note;
  readonly hasParcel?: boolean;
  readonly locale?: Locale;
}
export type Handler = (turn: Turn) => Change | Promise<Change>;

/** The answer to a button that does not fit what is on the screen: say so, change nothing. */
export function stale(turn: Pick<Turn, "draft">): Change {
  return { ...unchanged(turn), note: said("stale") };
}

/** For a handler that only says something: the same step, and the same aside, again. */
export function unchanged({ draft }: Pick<Turn, "draft">): Change {
  return draft.aside ? { aside: draft.aside } : {};
}

/** Milliseconds within which the same press again is the same press. */
const DOUBLE_TAP = 2_000;
/** Further up in the chat nobody looks for more. */
const AWAITED_MAX = 3;

/**
 * Takes an update in and changes the conversation accordingly, in one transaction with whatever the handler books,
 * moves or cancels. An update that comes again changes nothing; those of one chat are taken in one after another,
 * whichever processes they reach.
 *
 * @param by the process, as it is named in leases
 * @returns what is left to do here: to show the chat the screen of its state (`show`); the same, but an earlier answer
 *   may have reached it although nobody knows (`recover`); or nothing (`done`), when it has been done or another
 *   process is at it
 */
export async function takeTurn(
  core: Core,
  arrival: Arrival,
  handle: Handler,
  by: string,
): Promise<"show" | "recover" | "done"> {
  return core.atomically(async (core, records) => {
    const now = core.clock.now();
    await records.serialise(chatKey(arrival.chat));
    const receipt = await records.chats.receive(arrival.update, arrival.chat, now);
    if (receipt !== "new") return receipt === "owed" ? "recover" : "done";

    const chat = await records.chats.get(arrival.chat);
    const left = readDraft(chat?.draft ?? null) ?? FRESH_DRAFT;
    const draft = aged(left, now);
    const lease = leased(draft.lease, by, now);
    const owed = lease.by === by ? "show" : "done";
    const press = arrival.press && readPress(arrival.press.data);
    if (chat && isDoubleTap(arrival, press, left, now)) {
      await records.chats.save({ ...chat, draft: writeDraft({ ...left, lease }) });
      return owed;
    }
    const known = chat?.locale ?? arrival.languageCode;
    const locale = (known && localeFrom(known)) || (await core.municipality()).locale;
    // A button of this very state stands under the screen, even when its sending is not yet known to have succeeded.
    // Below a message, or a press on another screen, the next screen is a message of its own.
    const pressed = arrival.press?.message ?? null;
    const isOnScreen = pressed !== null && (press?.stamp === draft.stamp || pressed === chat?.screen);
    const screen = isOnScreen ? pressed : null;
    const turn: Turn = {
      core,
      draft,
      chat: arrival.chat,
      holder: `telegram:${arrival.chat}`,
      locale,
      now,
      profileName: arrival.profileName,
      argument: press?.argument ?? "",
      isOnScreen,
    };
    const isGood = !arrival.press || (press && (press.stamp === draft.stamp || isStanding(press)));
    const change = isGood ? await handle(turn) : stale(turn);
    const next: Draft = {
      stamp: arrival.update.toString(36),
      step: change.step ?? draft.step,
      aside: change.aside ?? null,
      form: change.form ?? draft.form,
      note: isLeftBehind(chat, left, now) ? tooLate(change.note) : (change.note ?? null),
      hasParcel: change.hasParcel ?? false,
      pressed: arrival.press?.data ?? null,
      touched: now,
      awaited: awaitedIn(chat, draft, screen),
      shown: draft.shown,
      lease,
    };
    await records.chats.save({
      id: arrival.chat,
      locale: change.locale ?? locale,
      draft: writeDraft(next),
      version: (chat?.version ?? 0) + 1,
      screen,
      updated: now,
    });
    return owed;
  });
}

function isDoubleTap({ press: tap }: Arrival, press: Press | null, draft: Draft, now: Instant): boolean {
  if (tap === null || tap.data !== draft.pressed) return false;
  // A button that stays good may well be pressed again later, and meant.
  return press === null || !isStanding(press) || now < draft.touched + DOUBLE_TAP;
}

/** Whether the citizen comes back to something that has been forgotten since. */
function isLeftBehind(chat: Chat | null, left: Draft, now: Instant): boolean {
  if (chat === null) return false;
  return chat.draft === null || (isForgotten(left, now) && left.step.at !== "requested");
}

/** Who comes back late is told so, rather than that a button or an answer makes no sense. */
function tooLate(note: Note | undefined): Note | null {
  if (note?.kind !== "said") return note ?? null;
  return note.id === "stale" || note.id === "nothing-found" ? said("too-late") : note;
}

/** A message that tells of a request to be confirmed goes on doing so when the screen moves on below it. */
function awaitedIn(chat: Chat | null, draft: Draft, screen: number | null): readonly Awaited[] {
  const code = awaitedCode(draft);
  const message = chat?.screen ?? null;
  const others = draft.awaited.filter((one) => one.message !== screen && one.message !== message);
  if (code === null || message === null || message === screen) return others;
  return [...others, { code, message, shown: draft.shown }].slice(-AWAITED_MAX);
}
