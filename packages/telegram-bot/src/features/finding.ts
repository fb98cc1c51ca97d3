import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { choiceOf, FIELDS, FIRST_STEP, fieldStep, type Step } from "../conversation/draft.ts";
import { letGo, pickTime } from "../conversation/holding.ts";
import { pressOf } from "../conversation/press.ts";
import { readTimeArgument } from "../conversation/time-argument.ts";
import { type Change, stale, type Turn } from "../conversation/turn.ts";
import { localDay } from "../days.ts";

/** Finding a time: office, topic, day, time with mode, and the way back through them. */
export function finding(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.callbackQuery(pressOf("office"), (ctx) => ctx.turn(chooseOffice));
  feature.callbackQuery(pressOf("service"), (ctx) => ctx.turn(chooseService));
  feature.callbackQuery(pressOf("day"), (ctx) => ctx.turn(chooseDay));
  feature.callbackQuery(pressOf("time"), (ctx) => ctx.turn(chooseTime));
  feature.callbackQuery(pressOf("page"), (ctx) => ctx.turn(turnPage));
  feature.callbackQuery(pressOf("back"), (ctx) => ctx.turn(goBack));
  feature.callbackQuery(pressOf("retime"), (ctx) => ctx.turn(chooseAnotherTime));
  return feature;
}

/** The office's topics, where it has any, or its days. */
export async function openOffice(turn: Turn, id: string): Promise<Change> {
  const found = await turn.core.getOffice(id);
  if (!found.ok) return { step: FIRST_STEP, note: { kind: "refused", refusal: found.refusal } };
  return {
    step: found.office.services?.length
      ? { at: "services", office: id, page: 0 }
      : { at: "days", office: id, service: null, page: 0 },
  };
}

/** The days of the office that offers this topic, or the choice among several that do. */
export async function openService(turn: Turn, id: string): Promise<Change> {
  const offices = await turn.core.records.offices.list();
  const [first, ...others] = offices.filter(({ definition }) =>
    definition.services?.some((service) => service.id === id),
  );
  if (!first) {
    return { step: FIRST_STEP, note: { kind: "refused", refusal: { code: "service_unknown", service: id } } };
  }
  return {
    step:
      others.length > 0
        ? { at: "offices", page: 0, service: id }
        : { at: "days", office: first.definition.id, service: id, page: 0 },
  };
}

async function chooseOffice(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  if (step.at !== "offices") return stale(turn);
  if (step.service === null) return openOffice(turn, turn.argument);
  return { step: { at: "days", office: turn.argument, service: step.service, page: 0 } };
}

function chooseService(turn: Turn): Change {
  const { step } = turn.draft;
  if (step.at !== "services") return stale(turn);
  return { step: { at: "days", office: step.office, service: turn.argument || null, page: 0 } };
}

function chooseDay(turn: Turn): Change {
  const { step } = turn.draft;
  if (step.at !== "days") return stale(turn);
  return { step: { at: "times", office: step.office, service: step.service, day: turn.argument, page: 0 } };
}

async function chooseTime(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  const time = readTimeArgument(turn.argument);
  if ((step.at !== "times" && step.at !== "nearest") || !time) return stale(turn);
  return pickTime(turn, { office: step.office, service: step.service, ...time });
}

function turnPage(turn: Turn): Change {
  const { step } = turn.draft;
  const page = Number(turn.argument);
  return "page" in step && Number.isSafeInteger(page) ? { step: { ...step, page } } : stale(turn);
}

/** "Cambia orario": the time goes back, what was written stays. */
async function chooseAnotherTime(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  const subject = choiceOf(step) ?? (step.at === "nearest" ? step : null);
  if (!subject) return stale(turn);
  await letGo(turn);
  return { step: { at: "days", office: subject.office, service: subject.service, page: 0 } };
}

async function goBack(turn: Turn): Promise<Change> {
  const step = await stepBefore(turn);
  if (choiceOf(step) === null) await letGo(turn);
  return { step };
}

async function stepBefore(turn: Turn): Promise<Step> {
  const { step } = turn.draft;
  switch (step.at) {
    case "offices":
    case "services":
    case "requested":
      return FIRST_STEP;
    case "days": {
      const found = await turn.core.getOffice(step.office);
      return found.ok && found.office.services?.length
        ? { at: "services", office: step.office, page: 0 }
        : FIRST_STEP;
    }
    case "times":
    case "nearest":
      return { at: "days", office: step.office, service: step.service, page: 0 };
    case "form": {
      if (step.editing) return { at: "summary", choice: step.choice };
      const before = FIELDS[FIELDS.indexOf(step.field) - 1];
      return before ? fieldStep(before, step.choice, turn.profileName) : timesOf(turn, step.choice);
    }
    case "summary":
      return fieldStep("reason", step.choice, turn.profileName);
    default:
      throw new Error(`nothing before ${JSON.stringify(step satisfies never)}`);
  }
}

async function timesOf(
  turn: Turn,
  choice: { office: string; service: string | null; start: number },
): Promise<Step> {
  const { office, service, start } = choice;
  const found = await turn.core.getOffice(office);
  return found.ok
    ? { at: "times", office, service, day: localDay(start, found.timezone), page: 0 }
    : FIRST_STEP;
}
