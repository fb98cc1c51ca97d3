import { parseDay } from "@ricevimenti/core";
import inquirer from "inquirer";
import type { ClosureWish } from "./commands/closure-add.ts";
import { type Context, withCore } from "./context.ts";
import { judgedOffice } from "./judged-answer.ts";

/** The form of a closure on a terminal: which offices, which days, all day or some hours, why. */
export async function askClosure(given: ClosureWish, context: Context): Promise<ClosureWish> {
  const { say } = context;
  const choices = await officesOf(context);
  const where = await inquirer.prompt([
    {
      type: "checkbox",
      name: "offices",
      message: say("ask-closure-offices"),
      choices,
      required: true,
      when: given.offices.length === 0 && !given.all,
    },
  ]);
  const days = await inquirer.prompt([
    {
      type: "input",
      name: "from",
      message: say("ask-closure-from"),
      when: given.from === undefined,
      validate: (value: string) => judgedDay(value, context),
    },
    {
      type: "input",
      name: "to",
      message: say("ask-closure-to"),
      when: given.to === undefined,
      validate: (value: string) => value === "" || judgedDay(value, context),
    },
    {
      type: "input",
      name: "start",
      message: say("ask-closure-start"),
      when: given.start === undefined,
      validate: (value: string) => value === "" || judgedHours({ start: value }, context),
    },
    {
      type: "input",
      name: "end",
      message: say("ask-closure-end"),
      when: ({ start }: { start?: string }) => given.end === undefined && Boolean(given.start ?? start),
      validate: (value: string) => judgedHours({ start: "00:00", end: value }, context),
    },
    {
      type: "input",
      name: "reason",
      message: say("ask-closure-reason"),
      when: given.reason === undefined,
    },
  ]);
  return { ...given, ...where, ...days };
}

function officesOf(context: Context): Promise<readonly { readonly value: string; readonly name: string }[]> {
  return withCore(context, async (core) =>
    (await core.exportTimetable()).offices.map(({ id, name }) => ({ value: id, name })),
  );
}

function judgedDay(value: string, { say }: Context): true | string {
  return parseDay(value) === null ? say("problem-bad-date", { value, expected: "other" }) : true;
}

/** A start is judged with an end that suits every start. */
function judgedHours({ start, end = "24:00" }: { start: string; end?: string }, context: Context) {
  return judgedOffice({ closures: [{ from: "2026-01-01", start, end }] }, context);
}
