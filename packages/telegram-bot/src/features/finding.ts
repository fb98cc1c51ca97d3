import { Composer } from "grammy";
import { monthOf } from "../calendar.ts";
import type { BotContext } from "../context.ts";
import { choiceOf, daysFor, FIRST_STEP, type Step, type Visit } from "../conversation/draft.ts";
import { FIELDS } from "../conversation/form-data.ts";
import { letGo, pickTime } from "../conversation/holding.ts";
import { pressOf } from "../conversation/press.ts";
import { question } from "../conversation/questions.ts";
import { readTimeArgument } from "../conversation/time-argument.ts";
import { type Change, stale, type Turn } from "../conversation/turn.ts";
import { localDay } from "../days.ts";
import { askWhetherToMove, BOOKINGS } from "./bookings.ts";

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
  // A day of the calendar without a free time: that the press is answered is all there is to it.
  feature.callbackQuery(pressOf("idle"), () => {});
  return feature;
}

/** The office's topics, where it has any, or its days. */
export async function openOffice(turn: Turn, id: string): Promise<Change> {
  const found = await turn.core.getOffice(id);
  if (!found.ok) return { step: FIRST_STEP, note: { kind: "refused", refusal: found.refusal } };
  return {
    step: found.office.services?.length
      ? { at: "services", office: id, page: 0 }
      : daysFor({ office: id, service: null }),
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
  const isOneOfSeveral = others.length > 0;
  return {
    step: isOneOfSeveral
      ? { at: "offices", page: 0, service: id }
      : daysFor({ office: first.definition.id, service: id }),
  };
}

async function chooseOffice(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  if (step.at !== "offices") return stale(turn);
  if (step.service === null) return openOffice(turn, turn.argument);
  return { step: daysFor({ office: turn.argument, service: step.service }) };
}

function chooseService(turn: Turn): Change {
  const { step } = turn.draft;
  if (step.at !== "services") return stale(turn);
  return { step: daysFor({ office: step.office, service: turn.argument || null }) };
}

function chooseDay(turn: Turn): Change {
  const { step } = turn.draft;
  if (step.at !== "days") return stale(turn);
  return { step: { at: "times", ...visitOf(step), day: turn.argument, page: 0 } };
}

async function chooseTime(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  const time = readTimeArgument(turn.argument);
  if ((step.at !== "days" && step.at !== "times" && step.at !== "nearest") || !time) return stale(turn);
  return step.moving
    ? askWhetherToMove(turn, visitOf(step), time)
    : pickTime(turn, { ...visitOf(step), ...time });
}

function turnPage(turn: Turn): Change {
  const { step } = turn.draft;
  const page = Number(turn.argument);
  if (step.at === "days" && /^\d{4}-\d{2}$/.test(turn.argument)) {
    return { step: { ...step, month: turn.argument } };
  }
  return "page" in step && Number.isSafeInteger(page) ? { step: { ...step, page } } : stale(turn);
}

/** "Cambia orario", "Altri giorni": the time goes back, what was written stays. */
async function chooseAnotherTime(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  if (step.at === "nearest") return { step: daysFor(step, step.moving) };
  const choice = choiceOf(step);
  if (!choice) return stale(turn);
  await letGo(turn);
  return { step: daysFor(choice) };
}

async function goBack(turn: Turn): Promise<Change> {
  const { step } = turn.draft;
  if (step.at === "days" && step.moving) return { ...BOOKINGS, step: FIRST_STEP };
  const before = await stepBefore(turn, step);
  if (choiceOf(before) === null) await letGo(turn);
  return { step: before };
}

async function stepBefore(turn: Turn, step: Step): Promise<Step> {
  switch (step.at) {
    case "offices":
    case "found":
    case "services":
    case "requested":
    case "farewell":
      return FIRST_STEP;
    case "days": {
      const found = await turn.core.getOffice(step.office);
      return found.ok && found.office.services?.length
        ? { at: "services", office: step.office, page: 0 }
        : FIRST_STEP;
    }
    case "times":
      return { at: "days", ...visitOf(step), month: monthOf(step.day) };
    case "nearest":
      return daysFor(step, step.moving);
    case "move":
      return timesOf(turn, step, step.start);
    case "form": {
      if (step.editing) return { at: "summary", choice: step.choice };
      const before = FIELDS[FIELDS.indexOf(step.field) - 1];
      const { choice } = step;
      return before
        ? question(turn, before, choice)
        : timesOf(turn, { ...choice, moving: null }, choice.start);
    }
    case "summary":
      return question(turn, "reason", step.choice);
    default:
      throw new Error(`nothing before ${JSON.stringify(step satisfies never)}`);
  }
}

async function timesOf(turn: Turn, visit: Visit, start: number): Promise<Step> {
  const found = await turn.core.getOffice(visit.office);
  return found.ok
    ? { at: "times", ...visitOf(visit), day: localDay(start, found.timezone), page: 0 }
    : FIRST_STEP;
}

function visitOf({ office, service, moving }: Visit): Visit {
  return { office, service, moving };
}
