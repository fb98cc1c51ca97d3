import { type Closure, parseDay } from "@ricevimenti/core";
import { closureDays } from "./closure-view.ts";
import type { ClosureWish } from "./commands/closure-add.ts";
import { type Context, withCore } from "./context.ts";
import { isDayWord } from "./day-words.ts";
import { judgedOffice } from "./judged-answer.ts";
import { officeChoices } from "./office-choice.ts";
import { tidyTime } from "./office-options.ts";
import { asked } from "./questions.ts";

/** The form of a closure on a terminal: which offices, which days, all day or some hours, why. */
export async function askClosure(given: ClosureWish, context: Context): Promise<ClosureWish> {
  const choices = await officeChoices(context);
  const answers = await asked<Partial<ClosureWish>>(
    [
      {
        type: "checkbox",
        name: "offices",
        ask: "ask-closure-offices",
        choices,
        required: true,
        when: given.offices.length === 0 && !given.all,
      },
      {
        type: "input",
        name: "from",
        ask: "ask-closure-from",
        when: given.from === undefined,
        validate: (value) => judgedDay(value, context),
      },
      {
        type: "input",
        name: "to",
        ask: "ask-closure-to",
        when: given.to === undefined,
        validate: (value) => value === "" || judgedDay(value, context),
      },
      {
        type: "input",
        name: "start",
        ask: "ask-closure-start",
        when: given.start === undefined,
        validate: (value) => value === "" || judgedHours({ start: value }, context),
      },
      {
        type: "input",
        name: "end",
        ask: "ask-closure-end",
        when: ({ start }) => given.end === undefined && Boolean(given.start ?? start),
        validate: (value) => judgedHours({ start: "00:00", end: value }, context),
      },
      {
        type: "input",
        name: "reason",
        ask: "ask-closure-reason",
        when: given.reason === undefined,
      },
    ],
    context,
  );
  return { ...given, ...answers };
}

/** The closure the person at the terminal means, of these offices or of all; undefined where there is none. */
export async function askWhichClosure(
  offices: readonly string[],
  context: Context,
): Promise<{ readonly office: string; readonly closure: Closure } | undefined> {
  const found = await withCore(context, async (core) =>
    (await core.exportTimetable(offices.length > 0 ? offices : undefined)).offices.flatMap(
      ({ id, closures = [] }) => closures.map((closure) => ({ office: id, closure })),
    ),
  );
  if (found.length === 0) return undefined;
  const choices = found.map(({ office, closure }, index) => ({
    value: String(index),
    name: [office, closureDays(closure), closure.reason ?? ""].join("  ").trimEnd(),
  }));
  const { closure } = await asked<{ closure: string }>(
    [{ type: "select", name: "closure", ask: "ask-which-closure", choices }],
    context,
  );
  return found[Number(closure)];
}

function judgedDay(value: string, { say }: Context): true | string {
  return parseDay(value) === null && !isDayWord(value)
    ? say("problem-bad-date", { value, expected: "other" })
    : true;
}

/** A start is judged with an end that suits every start. */
function judgedHours({ start, end = "24:00" }: { start: string; end?: string }, context: Context) {
  const hours = { start: tidyTime(start), end: tidyTime(end) };
  return judgedOffice({ closures: [{ from: "2026-01-01", ...hours }] }, context);
}
