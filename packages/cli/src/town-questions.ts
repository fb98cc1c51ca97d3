import { LOCALES } from "@ricevimenti/core";
import inquirer from "inquirer";
import type { TownOptions } from "./commands/init.ts";
import type { Context } from "./context.ts";
import { judgedTown } from "./judged-answer.ts";

/** Asks the person at the terminal what the options do not say. An empty patron saint's day is none. */
export async function askTown(options: TownOptions, context: Context): Promise<TownOptions> {
  const { say } = context;
  const asked = await inquirer.prompt([
    {
      type: "input",
      name: "name",
      message: say("ask-municipality-name"),
      when: options.name === undefined,
      validate: (name: string) => judgedTown({ name }, context),
    },
    {
      type: "input",
      name: "timezone",
      message: say("ask-timezone"),
      default: "Europe/Rome",
      when: options.timezone === undefined,
      validate: (timezone: string) => judgedTown({ timezone }, context),
    },
    {
      type: "select",
      name: "locale",
      message: say("ask-locale"),
      default: "it",
      choices: LOCALES.map((value) => ({ value, name: say(`language-${value}`) })),
      when: options.locale === undefined,
    },
    {
      type: "input",
      name: "patronSaint",
      message: say("ask-patron-saint"),
      when: options.patronSaint === undefined,
      validate: (day: string) => day === "" || judgedTown({ patron_saint: day }, context),
    },
  ]);
  return { ...options, ...asked };
}
