import { type Booking, checkEmail, stateAt } from "@ricevimenti/core";
import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import type { Aside } from "../conversation/draft.ts";
import { meantAddress } from "../conversation/mistyped-address.ts";
import { type Note, said } from "../conversation/note.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, stale, type Turn, unchanged } from "../conversation/turn.ts";

/** While the mail is waited for: "Invia di nuovo la mail", "Correggi l'indirizzo". */
export function requested(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.callbackQuery(pressOf("resend"), (ctx) => ctx.turn(resend));
  feature.callbackQuery(pressOf("address"), (ctx) => ctx.turn(askForAddress));
  return feature;
}

async function resend(turn: Turn): Promise<Change> {
  const sent = await turn.core.resend({ code: turn.argument, holder: turn.holder });
  const note: Note = sent.ok
    ? { kind: "resent", left: sent.left }
    : { kind: "refused", refusal: sent.refusal };
  return { ...unchanged(turn), note };
}

async function askForAddress(turn: Turn): Promise<Change> {
  const found = await turn.core.getBooking(turn.argument);
  // Only the chat's own: what a button carries can be forged.
  if (!found.ok || found.booking.holder !== turn.holder) return stale(turn);
  return isPending(found.booking, turn)
    ? { aside: { at: "address", code: found.booking.code, doubt: null } }
    : { note: { kind: "refused", refusal: { code: "wrong_state", state: found.booking.state } } };
}

/** @param isSure the citizen has been asked about a probable slip already */
export async function correctAddress(
  turn: Turn,
  aside: Extract<Aside, { readonly at: "address" }>,
  text: string,
  { isSure = false } = {},
): Promise<Change> {
  const checked = checkEmail(text);
  if (!checked.ok) {
    const problem = { field: "email", problem: checked.problem } as const;
    return { aside: { ...aside, doubt: null }, note: { kind: "problem", problem } };
  }
  const meant = isSure ? null : meantAddress(checked.value);
  if (meant !== null) return { aside: { ...aside, doubt: { written: checked.value, meant } } };
  const { holder } = turn;
  const corrected = await turn.core.correctEmail({ code: aside.code, holder, email: checked.value });
  return {
    note: corrected.ok ? said("address-corrected") : { kind: "refused", refusal: corrected.refusal },
  };
}

function isPending(booking: Booking, { now }: Turn): boolean {
  return stateAt(booking, now) === "pending";
}
