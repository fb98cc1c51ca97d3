import { type Office, slotLine, timeOf } from "@ricevimenti/core";
import { type Choice, FIELDS, type Field } from "../conversation/draft.ts";
import { bold, type Html, lines, paragraphs } from "../html.ts";
import { navigation, type Screen, type Telling } from "./screen.ts";

/** One question of the form, answered with a message. */
export function formScreen(
  data: {
    readonly office: Office;
    readonly choice: Choice;
    readonly field: Field;
    /** What has been written here before. */
    readonly value: string | null;
    /** Name and surname of the Telegram profile, to be taken over with a press. */
    readonly suggestion: string | null;
  },
  telling: Telling,
): Screen {
  const { say } = telling;
  const { field, value, suggestion } = data;
  return {
    text: paragraphs(
      choiceLines(data.office, data.choice, telling),
      lines(
        say("form-progress", { number: FIELDS.indexOf(field) + 1, of: FIELDS.length }),
        bold(say(QUESTIONS[field])),
        say(HINTS[field]),
      ),
      value === null ? null : say("written-before", { value }),
    ),
    rows: [
      value === null ? [] : [{ text: say("button-keep-answer"), verb: "keep" }],
      suggestion === null || suggestion === value
        ? []
        : [{ text: say("button-use-name", { name: suggestion }), verb: "name" }],
      navigation(say),
    ],
  };
}

/** The picked time in the handbook's words, and how long it waits. */
export function choiceLines(office: Office, choice: Choice, { say, locale, timezone, now }: Telling): Html {
  const until = timeOf(choice.until, locale, timezone);
  return lines(
    bold(office.name),
    slotLine(choice, locale, timezone),
    say(choice.until > now ? "held-until" : "held-no-more", { until }),
  );
}

const QUESTIONS: Record<Field, string> = { name: "ask-name", email: "ask-email", reason: "ask-reason" };
const HINTS: Record<Field, string> = { name: "hint-name", email: "hint-email", reason: "hint-reason" };
