import { checkEmail, checkName, checkReason, type FieldCheck } from "@ricevimenti/core";
import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { type Field, formStep } from "../conversation/draft.ts";
import { heldAgain, keepTime } from "../conversation/holding.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, said, stale, type Turn, unchanged } from "../conversation/turn.ts";

/** The form: name and surname, e-mail, reason, each a message (or, for the name, a press). */
export function form(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature
    .on("message:text")
    // A command is none of the citizen's data, and neither is what somebody else wrote.
    .filter((ctx) => !isCommand(ctx) && ctx.message.forward_origin === undefined)
    .use((ctx) => ctx.turn((turn) => answer(turn, ctx.message.text)));
  feature.callbackQuery(pressOf("name"), (ctx) => ctx.turn(takeProfileName));
  feature.callbackQuery(pressOf("keep"), (ctx) => ctx.turn(keepAnswer));
  return feature;
}

async function answer(turn: Turn, text: string): Promise<Change> {
  const { step, form } = turn.draft;
  if (step.at !== "form") return { ...unchanged(turn), note: said("use-buttons") };
  const checked = CHECKS[step.field](text);
  if (!checked.ok)
    return { note: { kind: "problem", problem: { field: step.field, problem: checked.problem } } };
  const filled = { ...form, [step.field]: checked.value };
  const held = await keepTime(turn, step.choice, filled);
  if (!held.ok) return held.change;
  return { step: formStep(filled, held.choice, turn.profileName), form: filled, ...heldAgain(held) };
}

async function takeProfileName(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  if (step.at !== "form" || step.field !== "name" || step.suggestion === null) return stale(turn);
  return answer(turn, step.suggestion);
}

/** What was written before is right after all. */
async function keepAnswer(turn: Turn): Promise<Change> {
  const { step, form } = turn.draft;
  const value = step.at === "form" ? form[step.field] : null;
  return value === null ? stale(turn) : answer(turn, value);
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
