import { MODES, modeName, type Service } from "@ricevimenti/core";
import inquirer from "inquirer";
import type { Context } from "./context.ts";
import { judgedOffice } from "./judged-answer.ts";
import { type ServiceOptions, serviceWith } from "./service-options.ts";

/** The form of a service on a terminal. */
export async function askService(
  options: ServiceOptions,
  before: Partial<Service>,
  context: Context,
): Promise<ServiceOptions> {
  const { say } = context;
  const judged = (part: ServiceOptions) =>
    judgedOffice({ services: [serviceWith({ id: "x", name: "x" }, part)] }, context);
  const asked = await inquirer.prompt([
    {
      type: "input",
      name: "name",
      message: say("ask-service-name"),
      ...(before.name !== undefined && { default: before.name }),
      when: options.name === undefined,
      validate: (name: string) => judged({ name }),
    },
    {
      type: "input",
      name: "minutes",
      message: say("ask-service-minutes"),
      ...(before.minutes !== undefined && { default: String(before.minutes) }),
      when: options.minutes === undefined,
      validate: (minutes: string) => judged({ minutes }),
    },
    {
      type: "checkbox",
      name: "modes",
      message: say("ask-service-modes"),
      choices: MODES.map((value) => ({
        value,
        name: modeName(value, say),
        checked: before.modes?.includes(value) ?? false,
      })),
      when: options.modes === undefined,
    },
    {
      type: "input",
      name: "bring",
      message: say("ask-service-bring"),
      ...(before.bring && { default: before.bring.join("; ") }),
      when: options.bring === undefined,
      validate: (text: string) => judged({ bring: thingsOf(text) }),
    },
  ]);
  const { modes, bring, ...texts } = asked as { modes?: readonly string[]; bring?: string };
  return {
    ...options,
    ...texts,
    ...(modes && { modes: modes.join(",") }),
    ...(bring !== undefined && { bring: thingsOf(bring) }),
  };
}

const thingsOf = (text: string) => text.split(";").map((thing) => thing.trim());
