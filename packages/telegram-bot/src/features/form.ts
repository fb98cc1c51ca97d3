import { checkEmail, checkName, checkReason, type FieldCheck } from "@ricevimenti/core";
import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import type { FormStep } from "../conversation/draft.ts";
import type { Field } from "../conversation/form-data.ts";
import { heldAgain, keepTime } from "../conversation/holding.ts";
import { meantAddress } from "../conversation/mistyped-address.ts";
import { said } from "../conversation/note.ts";
import { pressOf } from "../conversation/press.ts";
import { nextQuestion } from "../conversation/questions.ts";
import { type Change, stale, type Turn, unchanged } from "../conversation/turn.ts";
import { correctAddress } from "./requested.ts";
import { search } from "./searching.ts";

/**
 * What citizens write: the answers of the form (name and surname, e-mail, reason; a press where the answer is known),
 * or words for what they come for.
 */
export function form(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature
    .on("message:text")
    // A command is none of the citizen's data, and neither is what somebody else wrote.
    .filter((ctx) => !isCommand(ctx) && ctx.message.forward_origin === undefined)
    .use((ctx) => ctx.turn((turn) => written(turn, ctx.message.text)));
  feature.callbackQuery(pressOf("take"), (ctx) => ctx.turn(takeSuggestion));
  feature.callbackQuery(pressOf("keep"), (ctx) => ctx.turn(keepAnswer));
  feature.callbackQuery(pressOf("doubt"), (ctx) => ctx.turn(settleDoubt));
  return feature;
}

function written(turn: Turn, text: string): Change | Promise<Change> {
  const { step, aside } = turn.draft;
  if (aside?.at === "address") return correctAddress(turn, aside, text);
  if (step.at === "form") return answer(turn, step, text);
  // Nothing that is nearly done is left for a word.
  if (step.at === "summary" || step.at === "move") return { ...unchanged(turn), note: said("use-buttons") };
  return search(turn, text);
}

async function answer(turn: Turn, step: FormStep, text: string): Promise<Change> {
  const { field } = step;
  const checked = CHECKS[field](text);
  if (!checked.ok) {
    return {
      step: { ...step, doubt: null },
      note: { kind: "problem", problem: { field, problem: checked.problem } },
    };
  }
  const meant = field === "email" ? meantAddress(checked.value) : null;
  if (meant !== null) return { step: { ...step, doubt: { written: checked.value, meant } } };
  return accept(turn, step, checked.value);
}

async function accept(turn: Turn, step: FormStep, value: string): Promise<Change> {
  const filled = { ...turn.draft.form, [step.field]: value };
  const held = await keepTime(turn, step.choice, filled);
  if (!held.ok) return held.change;
  return { step: await nextQuestion(turn, filled, held.choice), form: filled, ...heldAgain(held) };
}

async function takeSuggestion(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  return step.at === "form" && step.suggestion !== null ? accept(turn, step, step.suggestion) : stale(turn);
}

/** What was written before is right after all. */
async function keepAnswer(turn: Turn): Promise<Change> {
  const { step, form } = turn.draft;
  const value = step.at === "form" ? form[step.field] : null;
  return step.at === "form" && value !== null ? accept(turn, step, value) : stale(turn);
}

/** The address is right as it was written, or it is the one that was probably meant. */
function settleDoubt(turn: Turn): Change | Promise<Change> {
  const { step, aside } = turn.draft;
  const which = turn.argument === "meant" || turn.argument === "written" ? turn.argument : null;
  if (which && aside?.at === "address" && aside.doubt) {
    return correctAddress(turn, aside, aside.doubt[which], { isSure: true });
  }
  const doubt = step.at === "form" ? step.doubt : null;
  return which && step.at === "form" && doubt ? accept(turn, step, doubt[which]) : stale(turn);
}

const CHECKS: Record<Field, (text: string) => FieldCheck> = {
  name: checkName,
  email: checkEmail,
  reason: checkReason,
};

export function isCommand(ctx: Pick<BotContext, "message">): boolean {
  return (
    ctx.message?.entities?.some((entity) => entity.type === "bot_command" && entity.offset === 0) ?? false
  );
}
