import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import type { Subject } from "../conversation/draft.ts";
import { daysFor } from "../conversation/draft.ts";
import { said } from "../conversation/note.ts";
import { pressOf } from "../conversation/press.ts";
import { type Change, stale, type Turn } from "../conversation/turn.ts";
import { findSubjects, isSmallTalk } from "../search.ts";
import { openOffice } from "./finding.ts";

/** Finding by words: "imu", "carta identità". */
export function searching(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.callbackQuery(pressOf("found"), (ctx) => ctx.turn(openFound));
  return feature;
}

/** What the words may mean; at once, where that is one thing only. The words themselves are not kept. */
export async function search(turn: Turn, text: string): Promise<Change> {
  const offices = await turn.core.records.offices.list();
  const subjects = findSubjects(
    offices.map(({ definition }) => definition),
    text,
  );
  const [first, ...others] = subjects;
  if (!first) return { note: said(isSmallTalk(text) ? "use-buttons" : "nothing-found") };
  return others.length === 0 ? open(turn, first) : { step: { at: "found", subjects } };
}

function openFound(turn: Turn): Change | Promise<Change> {
  const { step } = turn.draft;
  const subject = step.at === "found" ? step.subjects[Number(turn.argument)] : null;
  return subject ? open(turn, subject) : stale(turn);
}

function open(turn: Turn, subject: Subject): Change | Promise<Change> {
  return subject.service === null ? openOffice(turn, subject.office) : { step: daysFor(subject) };
}
