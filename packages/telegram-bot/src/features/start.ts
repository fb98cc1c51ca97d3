import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { choiceOf, FIRST_STEP } from "../conversation/draft.ts";
import { EMPTY_FORM, isBegun } from "../conversation/form-data.ts";
import { letGo } from "../conversation/holding.ts";
import { said } from "../conversation/note.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, stale, type Turn } from "../conversation/turn.ts";
import { BOOKINGS } from "./bookings.ts";
import { openOffice, openService } from "./finding.ts";

/** Beginning, beginning anew, and giving up: `/start`, `/prenota`, "Ricomincia", `/annulla`. */
export function start(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command(["start", "prenota"], (ctx) => ctx.turn((turn) => begin(turn, ctx.match)));
  feature.callbackQuery(pressOf("restart"), (ctx) => ctx.turn(restart));
  feature.command("annulla", (ctx) => ctx.turn(abandon));
  return feature;
}

/** @param payload of the deep link: `ufficio_ID` or `servizio_ID`, as printed on posters and QR codes */
async function begin(turn: Turn, payload: string): Promise<Change> {
  await letGo(turn);
  const anew: Change = { step: FIRST_STEP, form: EMPTY_FORM };
  const [, kind, id] = /^(ufficio|servizio)_([A-Za-z0-9_-]+)$/.exec(payload.trim()) ?? [];
  if (kind === "ufficio" && id) return { ...anew, ...(await openOffice(turn, id)) };
  if (kind === "servizio" && id) return { ...anew, ...(await openService(turn, id)) };
  return anew;
}

/** A button far up in the chat may throw nothing away. */
function restart(turn: Turn): Change | Promise<Change> {
  return turn.isOnScreen || choiceOf(turn.draft.step) === null ? begin(turn, "") : stale(turn);
}

async function abandon(turn: Turn): Promise<Change> {
  const { step, form } = turn.draft;
  if (!isBegun(form) && (step.at === "offices" || step.at === "requested"))
    return (await turn.core.bookingsOf(turn.holder)).length > 0
      ? { ...BOOKINGS, note: said("cancel-below") }
      : { note: said("nothing-to-abandon") };
  await letGo(turn);
  return { step: FIRST_STEP, form: EMPTY_FORM, note: said("abandoned") };
}
