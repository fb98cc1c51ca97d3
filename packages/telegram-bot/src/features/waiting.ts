import { DAY_PARTS, MODES, pickedFor, WEEKDAYS, type WishChoice } from "@ricevimenti/core";
import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { FIRST_STEP } from "../conversation/draft.ts";
import { said } from "../conversation/note.ts";
import { pressOf } from "../conversation/press.ts";
import { nextQuestion } from "../conversation/questions.ts";
import { type Change, stale, type Turn, unchanged } from "../conversation/turn.ts";
import { wishInput } from "../wish-input.ts";
import { BOOKINGS } from "./bookings.ts";

/** "Avvisami se si libera un posto", and the answers to what is offered then. */
export function waiting(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.callbackQuery(pressOf("await"), (ctx) => ctx.turn(askWhichTimes));
  feature.callbackQuery(pressOf("pick"), (ctx) => ctx.turn(pick));
  feature.callbackQuery(pressOf("join"), (ctx) => ctx.turn(join));
  feature.callbackQuery(pressOf("unwait"), (ctx) => ctx.turn(leaveList));
  feature.callbackQuery(pressOf("rewish"), (ctx) => ctx.turn(askAnew));
  feature.callbackQuery(pressOf("offer"), (ctx) => ctx.turn(take));
  feature.callbackQuery(pressOf("swap"), (ctx) => ctx.turn(swap));
  feature.callbackQuery(pressOf("decline"), (ctx) => ctx.turn(decline));
  return feature;
}

/** Any day, time and mode, until something is picked. */
const ANY: WishChoice = { days: [], parts: [], modes: [] };

function askWhichTimes(turn: Turn): Change {
  const { step } = turn.draft;
  if (step.at !== "days") return stale(turn);
  const { office, service, moving } = step;
  return { aside: { at: "waiting", office, service, moving, picked: ANY } };
}

/** The wish as it is, on the message where it was picked: joining again changes it, and keeps their turn. */
async function askAnew(turn: Turn): Promise<Change> {
  if (turn.draft.aside?.at !== "bookings") return stale(turn);
  const { waiting } = turn.core;
  const entry = (await waiting.of({ holder: turn.holder })).find(({ code }) => code === turn.argument);
  if (!entry) return { ...BOOKINGS, note: said("stale") };
  const choices = await waiting.choices(entry);
  if (!choices.ok) return { ...BOOKINGS, note: { kind: "refused", refusal: choices.refusal } };
  const { office, service, wish } = entry;
  const picked = pickedFor(choices.choice, wish);
  return { aside: { at: "waiting", office, service, moving: null, picked } };
}

function pick(turn: Turn): Change {
  const { aside } = turn.draft;
  if (aside?.at !== "waiting") return stale(turn);
  const { days, parts, modes } = aside.picked;
  const toggled = <T extends string>(among: readonly T[], picked: readonly T[]): readonly T[] =>
    among.filter((one) => picked.includes(one) !== (one === turn.argument));
  const picked: WishChoice = {
    days: toggled(WEEKDAYS, days),
    parts: toggled(DAY_PARTS, parts),
    modes: toggled(MODES, modes),
  };
  return { aside: { ...aside, picked } };
}

async function join(turn: Turn): Promise<Change> {
  const { aside } = turn.draft;
  if (aside?.at !== "waiting") return stale(turn);
  const { waiting } = turn.core;
  const considered = await waiting.consider(wishInput(aside));
  const joined = considered.ok
    ? await waiting.join({
        ...wishInput(aside),
        wish: considered.wish,
        holder: turn.holder,
        locale: turn.locale,
      })
    : considered;
  if (!joined.ok) return { step: FIRST_STEP, note: { kind: "refused", refusal: joined.refusal } };
  return { ...BOOKINGS, note: said(joined.already ? "waiting-changed" : "waiting-joined") };
}

async function leaveList(turn: Turn): Promise<Change> {
  if (turn.draft.aside?.at !== "bookings") return stale(turn);
  await turn.core.waiting.leave({ code: turn.argument, holder: turn.holder });
  return { ...BOOKINGS, note: said("waiting-left") };
}

/** The time is theirs for the form; one that was held for another booking goes back. */
async function take(turn: Turn): Promise<Change> {
  const { core, argument: code, holder, draft } = turn;
  if ("choice" in draft.step && draft.step.choice.code === code) return {};
  const taken = await core.waiting.take({ code, holder });
  if (!taken.ok) return over(turn);
  const { office, service, start, end, mode, expires } = taken.booking;
  const choice = { office, service, start, end, mode, code, until: expires ?? start };
  return { step: await nextQuestion(turn, draft.form, choice) };
}

async function swap(turn: Turn): Promise<Change> {
  const { core, argument: code, holder } = turn;
  const own = (await core.waiting.offered(code))?.own;
  if (!own) return over(turn);
  const { code: former, version } = own;
  const taken = await core.waiting.take({ code, holder, replacing: { code: former, version } });
  return taken.ok ? { ...BOOKINGS, note: said("moved") } : over(turn);
}

async function decline(turn: Turn): Promise<Change> {
  const { core, argument: code, holder } = turn;
  await core.waiting.decline({ code, holder });
  return { ...unchanged(turn), note: said("offer-declined") };
}

function over(turn: Turn): Change {
  return { ...unchanged(turn), note: said("offer-over") };
}
