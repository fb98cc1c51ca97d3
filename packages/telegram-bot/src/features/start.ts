import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { EMPTY_FORM, FIELDS, FIRST_STEP } from "../conversation/draft.ts";
import { letGo } from "../conversation/holding.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, said, type Turn } from "../conversation/turn.ts";
import { openOffice, openService } from "./finding.ts";

/** Beginning, beginning anew, and giving up: `/start`, `/prenota`, "Ricomincia", `/annulla`. */
export function start(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command(["start", "prenota"], (ctx) => ctx.turn((turn) => begin(turn, ctx.match)));
  feature.callbackQuery(pressOf("restart"), (ctx) => ctx.turn((turn) => begin(turn, "")));
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

async function abandon(turn: Turn): Promise<Change> {
  const { step, form } = turn.draft;
  const written = form.consent || FIELDS.some((field) => form[field] !== null);
  const begun = written || (step.at !== "offices" && step.at !== "requested");
  if (!begun) return { note: said("nothing-to-abandon") };
  await letGo(turn);
  return { step: FIRST_STEP, form: EMPTY_FORM, note: said("abandoned") };
}
