import { MODES, modeName, type Office } from "@ricevimenti/core";
import { confirmed } from "./confirmation.ts";
import type { Context } from "./context.ts";
import { judgedOffice } from "./judged-answer.ts";
import { type OfficeOptions, withOptions } from "./office-options.ts";
import { asked } from "./questions.ts";

type Field = "id" | "name" | "unit" | "email" | "place" | "phone";
const FIELDS: readonly Field[] = ["id", "name", "unit", "email", "place", "phone"];
const NEEDED: readonly Field[] = ["id", "name"];

/** The form of an office on a terminal: asks for what the options leave open, then for the weekly hours. */
export async function askOffice(
  options: OfficeOptions,
  before: Partial<Office>,
  context: Context,
): Promise<OfficeOptions> {
  const facts = await asked<Partial<OfficeOptions>>(
    FIELDS.map((name) => ({
      type: "input" as const,
      name,
      ask: `ask-office-${name}`,
      explained: name === "id",
      ...(before[name] === undefined ? {} : { default: before[name] }),
      when: options[name] === undefined && !(name === "id" && before.id !== undefined),
      validate: (value: string) =>
        (value === "" && !NEEDED.includes(name)) || judgedOffice({ [name]: value }, context),
    })),
    context,
  );
  const wished: OfficeOptions = { ...options, ...facts };
  return options.hours ? wished : { ...wished, ...(await askHours(before, context)) };
}

/** The weekly hours, an opening after the other, until one is left empty; nothing when they stay as they are. */
async function askHours(before: Partial<Office>, context: Context): Promise<OfficeOptions> {
  const { say } = context;
  const kept = (before.hours?.length ?? 0) > 0;
  if (kept) {
    const change = await confirmed(say("ask-hours-change"), context);
    if (!change) return {};
  }
  const hours: string[] = [];
  for (;;) {
    const { text } = await asked<{ text: string }>(
      [
        {
          type: "input",
          name: "text",
          ask: hours.length === 0 ? "ask-hours-first" : "ask-hours-next",
          explained: hours.length === 0,
          validate: (typed) => judgedHours([...hours, typed], context),
        },
      ],
      context,
    );
    if (text.trim() === "") break;
    hours.push(text);
  }
  if (hours.length === 0) return kept ? { hours } : {};
  const terms = await asked<{ slot: string; modes: readonly string[]; desks: string }>(
    [
      {
        type: "input",
        name: "slot",
        ask: "ask-slot",
        default: "15",
        validate: judgedSlot(hours, context),
      },
      {
        type: "checkbox",
        name: "modes",
        ask: "ask-modes",
        choices: MODES.map((value) => ({
          value,
          name: modeName(value, say),
          checked: value === "in_person",
        })),
        required: true,
      },
      { type: "input", name: "desks", ask: "ask-desks", default: "1", validate: judgedDesks(context) },
    ],
    context,
  );
  const { slot, modes, desks } = terms;
  return { hours, slot, modes: modes.join(","), ...(desks === "1" ? {} : { desks }) };
}

function judgedHours(
  hours: readonly string[],
  context: Context,
  slot = "5",
): true | string | Promise<true | string> {
  const read = withOptions({}, { hours, slot });
  if ("unreadable" in read) return context.say("usage-bad-hours", { value: read.unreadable });
  return judgedOffice({ hours: read.office.hours }, context);
}

const judgedSlot = (hours: readonly string[], context: Context) => (slot: string) =>
  judgedHours(hours, context, slot);

const judgedDesks = (context: Context) => (desks: string) => {
  const read = withOptions({}, { hours: ["mon 09:00-10:00"], desks });
  return "office" in read ? judgedOffice({ hours: read.office.hours }, context) : false;
};
