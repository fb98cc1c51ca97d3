import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { EMPTY_FORM, FIELDS } from "../conversation/form-data.ts";
import { heldAgain, keepTime } from "../conversation/holding.ts";
import { pressOf } from "../conversation/press.ts";
import { question } from "../conversation/questions.ts";
import { type Change, stale, type Turn } from "../conversation/turn.ts";

/** The summary: change an item, accept the notice, "Richiedi appuntamento". */
export function summary(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.callbackQuery(pressOf("edit"), (ctx) => ctx.turn(edit));
  feature.callbackQuery(pressOf("consent"), (ctx) => ctx.turn(consent));
  feature.callbackQuery(pressOf("request"), (ctx) => ctx.turn(request));
  return feature;
}

async function edit(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  const field = FIELDS.find((candidate) => candidate === turn.argument);
  if (step.at !== "summary" || !field) return stale(turn);
  return { step: await question(turn, field, step.choice, true) };
}

async function consent(turn: Turn): Promise<Change> {
  const { step, form } = turn.draft;
  if (step.at !== "summary") return stale(turn);
  const accepted = { ...form, consent: true };
  const held = await keepTime(turn, step.choice, accepted);
  if (!held.ok) return held.change;
  return { step: { at: "summary", choice: held.choice }, form: accepted, ...heldAgain(held) };
}

async function request(turn: Turn): Promise<Change> {
  const { step, form } = turn.draft;
  if (step.at !== "summary" || !form.consent) return stale(turn);
  const { name, email, reason, consent } = form;
  if (name === null || email === null || reason === null) return stale(turn);
  const held = await keepTime(turn, step.choice, form);
  if (!held.ok) return held.change;
  const { choice } = held;
  const requested = await turn.core.request({
    code: choice.code,
    holder: turn.holder,
    form: { name, email, reason, consent },
  });
  if (requested.ok) return { step: { at: "requested", code: choice.code }, form: EMPTY_FORM };
  const { refusal } = requested;
  const summary: Change = { step: { at: "summary", choice }, note: { kind: "refused", refusal } };
  if (refusal.code !== "form_invalid") return summary;
  const field = FIELDS.find((candidate) => refusal.problems.some((problem) => problem.field === candidate));
  return field ? { ...summary, step: await question(turn, field, choice, true) } : summary;
}
