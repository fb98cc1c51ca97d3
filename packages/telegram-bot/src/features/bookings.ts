import type { Announcement, Booking, Instant, Mode } from "@ricevimenti/core";
import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { daysFor, FIRST_STEP, type Visit } from "../conversation/draft.ts";
import { elsewhere, letGo } from "../conversation/holding.ts";
import { said } from "../conversation/note.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, stale, type Turn } from "../conversation/turn.ts";

/** `/appuntamenti`: the chat's bookings; "ANNULLA PRENOTAZIONE" and "MODIFICA", each asked once. */
export function bookings(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("appuntamenti", (ctx) => ctx.turn(() => BOOKINGS));
  feature.callbackQuery(pressOf("bookings"), (ctx) => ctx.turn(() => BOOKINGS));
  feature.callbackQuery(pressOf("cancel"), (ctx) => ctx.turn(askWhetherToCancel));
  feature.callbackQuery(pressOf("yes"), (ctx) => ctx.turn(cancel));
  feature.callbackQuery(pressOf("move"), (ctx) => ctx.turn(lookForAnotherTime));
  feature.callbackQuery(pressOf("moveto"), (ctx) => ctx.turn(move));
  feature.callbackQuery(pressOf("instead"), (ctx) => ctx.turn(takeInstead));
  feature.callbackQuery(pressOf("coming"), (ctx) => ctx.turn((turn) => announce(turn, "coming")));
  feature.callbackQuery(pressOf("late"), (ctx) => ctx.turn((turn) => announce(turn, "late")));
  return feature;
}

export const BOOKINGS: Change = { aside: { at: "bookings" } };

/** Only from the chat's own that are not over: what a button carries can be forged, or old. */
async function ownBooking(turn: Turn): Promise<Booking | null> {
  const own = await turn.core.bookingsOf(turn.holder);
  return own.find(({ code }) => code === turn.argument) ?? null;
}

/** A button about a booking that is over, or never was the chat's, leads to those that are. */
function gone(): Change {
  return { ...BOOKINGS, note: said("stale") };
}

async function askWhetherToCancel(turn: Turn): Promise<Change> {
  const booking = await ownBooking(turn);
  return booking ? { aside: { at: "cancel", code: booking.code, version: booking.version } } : gone();
}

async function cancel(turn: Turn): Promise<Change> {
  const { aside } = turn.draft;
  if (aside?.at !== "cancel") return stale(turn);
  const cancelled = await turn.core.cancel({ code: aside.code, version: aside.version, actor: "citizen" });
  return {
    ...BOOKINGS,
    note: cancelled.ok ? said("cancelled") : { kind: "refused", refusal: cancelled.refusal },
  };
}

/** One of the times held because the office cannot keep the chat's own. */
async function takeInstead(turn: Turn): Promise<Change> {
  const taken = await turn.core.takeAlternative({ alternative: turn.argument, holder: turn.holder });
  return { ...BOOKINGS, note: taken.ok ? said("moved") : { kind: "refused", refusal: taken.refusal } };
}

/** What is told to the office; the conversation goes on where it was. */
async function announce(turn: Turn, what: Announcement): Promise<Change> {
  const booking = await ownBooking(turn);
  if (!booking) return gone();
  const told = await turn.core.announce({ code: booking.code, what, actor: "citizen" });
  return { ...BOOKINGS, note: told.ok ? said(`told-${what}`) : { kind: "refused", refusal: told.refusal } };
}

/** A time held for another booking goes back; what was written for it stays. */
async function lookForAnotherTime(turn: Turn): Promise<Change> {
  const booking = await ownBooking(turn);
  if (!booking) return gone();
  await letGo(turn);
  const { code, version, office, service } = booking;
  return { step: daysFor({ office, service }, { code, version }) };
}

/** A time picked for a booking that is being moved. */
export async function askWhetherToMove(
  turn: Turn,
  visit: Visit,
  { start, mode }: { readonly start: Instant; readonly mode: Mode },
): Promise<Change> {
  const { office, service, moving } = visit;
  const listed = await turn.core.listSlots({
    office,
    mode,
    from: start,
    to: start + 1,
    ...(service === null ? {} : { service }),
    ...(moving ? { moving: moving.code } : {}),
  });
  const slot = listed.ok ? listed.slots[0] : null;
  if (!slot) return elsewhere({ code: "slot_taken", nearest: [] }, visit);
  return { step: { at: "move", ...visit, start, end: slot.end, mode } };
}

async function move(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  if (step.at !== "move" || !step.moving) return stale(turn);
  const { moving, start, mode, office, service } = step;
  const moved = await turn.core.move({ ...moving, start, mode, actor: "citizen" });
  if (moved.ok) return { ...BOOKINGS, step: FIRST_STEP, note: said("moved") };
  const { refusal } = moved;
  switch (refusal.code) {
    case "booking_unknown":
    case "link_outdated":
    case "wrong_state":
    case "already_started":
    case "service_unknown":
      return { ...BOOKINGS, step: FIRST_STEP, note: { kind: "refused", refusal } };
    default:
      return elsewhere(refusal, { office, service, moving });
  }
}
