import { type Office, parseTimetable, problemText } from "@ricevimenti/core";
import inquirer from "inquirer";
import type { OfficeOptions } from "./commands/office-add.ts";
import type { Context } from "./context.ts";

/** Asks the person at the terminal for what an office cannot do without. */
export async function askOffice(options: OfficeOptions, context: Context): Promise<OfficeOptions> {
  const { say } = context;
  const asked = await inquirer.prompt([
    {
      type: "input",
      name: "id",
      message: say("ask-office-id"),
      when: options.id === undefined,
      validate: (id: string) => judged({ id }, context),
    },
    {
      type: "input",
      name: "name",
      message: say("ask-office-name"),
      when: options.name === undefined,
      validate: (name: string) => judged({ name }, context),
    },
  ]);
  return { ...options, ...asked };
}

/** True, or what is wrong with one answer. */
async function judged(part: Partial<Office>, { locale }: Context): Promise<true | string> {
  const parsed = await parseTimetable(JSON.stringify({ offices: [{ id: "x", name: "x", ...part }] }), {
    format: "json",
  });
  const problem = parsed.ok ? undefined : parsed.problems[0];
  return problem ? problemText({ ...problem, line: null }, locale) : true;
}
