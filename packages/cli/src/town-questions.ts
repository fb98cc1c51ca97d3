import { LOCALES } from "@ricevimenti/core";
import type { TownOptions } from "./commands/init.ts";
import type { Context } from "./context.ts";
import { judgedTown } from "./judged-answer.ts";
import { asked, type Question } from "./questions.ts";

/** Asks the person at the terminal what the options do not say, and tells what each answer is for. */
export async function askTown(options: TownOptions, context: Context): Promise<TownOptions> {
  const { say } = context;
  const questions: readonly Question[] = [
    {
      type: "input",
      name: "name",
      ask: "ask-municipality-name",
      when: options.name === undefined,
      validate: (name) => judgedTown({ name }, context),
    },
    {
      type: "input",
      name: "email",
      ask: "ask-municipality-email",
      when: options.email === undefined,
      validate: (email) => email === "" || judgedTown({ email }, context),
    },
    {
      type: "input",
      name: "timezone",
      ask: "ask-timezone",
      default: "Europe/Rome",
      when: options.timezone === undefined,
      validate: (timezone) => judgedTown({ timezone }, context),
    },
    {
      type: "select",
      name: "locale",
      ask: "ask-locale",
      default: "it",
      choices: LOCALES.map((value) => ({ value, name: say(`language-${value}`) })),
      when: options.locale === undefined,
    },
    {
      type: "input",
      name: "patronSaint",
      ask: "ask-patron-saint",
      when: options.patronSaint === undefined,
      validate: (day) => day === "" || judgedTown({ patron_saint: day }, context),
    },
  ];
  const answers = await asked<TownOptions>(
    questions.map((question) => ({ ...question, explained: true })),
    context,
  );
  return { ...options, ...answers };
}
