import { styleText } from "node:util";
import inquirer from "inquirer";
import type { Context } from "./context.ts";
import { flowing } from "./flowing-text.ts";

type Answers = Readonly<Record<string, unknown>>;

/** One question to the person at the terminal. */
export interface Question {
  readonly type: "input" | "select" | "checkbox";
  /** What its answer is called; the option that would have spared the question. */
  readonly name: string;
  /** The id of its message; what stands under `<ask>-why` is said before it. */
  readonly ask: string;
  readonly explained?: boolean;
  readonly default?: string;
  readonly choices?: readonly { readonly value: string; readonly name: string; readonly checked?: boolean }[];
  /** Whether it is asked at all, by what has been answered so far. */
  readonly when?: boolean | ((answers: Answers) => boolean);
  /** Of a list: something must be chosen. */
  readonly required?: boolean;
  /** True, or what is wrong with the text typed. */
  readonly validate?: (text: string) => boolean | string | Promise<boolean | string>;
}

/** Asks one question after the other, in the person's language down to the names of the keys. */
export async function asked<T>(questions: readonly Question[], { io, say }: Context): Promise<T> {
  const answers: Record<string, unknown> = {};
  for (const question of questions) {
    const { type, name, ask, explained = false, when = true, required = false, validate } = question;
    if (!(typeof when === "function" ? when(answers) : when)) continue;
    if (explained) io.stdout(`\n${flowing(faint(say(`${ask}-why`), io.colour), io.columns ?? 80)}\n`);
    const chosen = (values: readonly unknown[]) => values.length > 0 || say("ask-choose-one");
    const judged = type === "checkbox" ? required && chosen : validate;
    const answer = await inquirer.prompt([
      {
        type,
        name,
        message: say(ask),
        ...(question.default !== undefined && { default: question.default }),
        ...(question.choices && { choices: question.choices, pageSize: 12, loop: false }),
        ...(judged && { validate: judged }),
        ...(type === "checkbox" && { shortcuts: { all: null, invert: null } }),
        theme: { style: { keysHelpTip: (keys: readonly Key[]) => keysText(keys, say) } },
      } as never,
    ]);
    answers[name] = (answer as Answers)[name];
  }
  return answers as T;
}

type Key = readonly [key: string, action: string];

/** `↑↓ sposta • spazio sceglie • ⏎ conferma`. */
function keysText(keys: readonly Key[], say: Context["say"]): string {
  return keys
    .map(([key, action]) => `${key === "space" ? say("key-space") : key} ${say(`key-${action}`)}`)
    .join(" • ");
}

const faint = (text: string, colour: boolean) =>
  colour ? styleText("dim", text, { validateStream: false }) : text;
