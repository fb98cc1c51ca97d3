import { MODES, modeName, type Service } from "@ricevimenti/core";
import type { Context } from "./context.ts";
import { judgedOffice } from "./judged-answer.ts";
import { asked } from "./questions.ts";
import { type ServiceOptions, serviceWith } from "./service-options.ts";

/** What the form may fill in: the options, and the id of a service that is new. */
export interface ServiceWish extends ServiceOptions {
  readonly id?: string;
}

/** The form of a service on a terminal. */
export async function askService(
  options: ServiceWish,
  before: Partial<Service>,
  context: Context,
): Promise<ServiceWish> {
  const { say } = context;
  const judged = (part: ServiceOptions) =>
    judgedOffice({ services: [serviceWith({ id: "x", name: "x" }, part)] }, context);
  const answers = await asked<ServiceOptions & { bring?: string; modes?: readonly string[] }>(
    [
      {
        type: "input",
        name: "id",
        ask: "ask-service-id",
        when: options.id === undefined && before.id === undefined,
        validate: (id) => judgedOffice({ services: [{ id, name: "x" }] }, context),
      },
      {
        type: "input",
        name: "name",
        ask: "ask-service-name",
        ...(before.name !== undefined && { default: before.name }),
        when: options.name === undefined,
        validate: (name) => judged({ name }),
      },
      {
        type: "input",
        name: "minutes",
        ask: "ask-service-minutes",
        ...(before.minutes !== undefined && { default: String(before.minutes) }),
        when: options.minutes === undefined,
        validate: (minutes) => judged({ minutes }),
      },
      {
        type: "checkbox",
        name: "modes",
        ask: "ask-service-modes",
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
        ask: "ask-service-bring",
        ...(before.bring && { default: before.bring.join("; ") }),
        when: options.bring === undefined,
        validate: (text) => judged({ bring: thingsOf(text) }),
      },
    ],
    context,
  );
  const { modes, bring, ...texts } = answers;
  return {
    ...options,
    ...texts,
    ...(modes && { modes: modes.join(",") }),
    ...(bring !== undefined && { bring: thingsOf(bring) }),
  };
}

const thingsOf = (text: string) => text.split(";").map((thing) => thing.trim());
