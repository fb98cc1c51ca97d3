import { type Office, slotLine, timeOf } from "@ricevimenti/core";
import type { Choice, FormStep } from "../conversation/draft.ts";
import { FIELDS, type Field } from "../conversation/form-data.ts";
import { bold, type Html, lines, paragraphs } from "../html.ts";
import { doubtLines, doubtRows } from "./address.ts";
import { navigation, type Screen, type Telling } from "./screen.ts";

/** One question of the form, answered with a message, or with a press where the answer is known. */
export function formScreen(
  data: {
    readonly office: Office;
    readonly step: Omit<FormStep, "at" | "editing">;
    /** What has been written here before. */
    readonly value: string | null;
  },
  telling: Telling,
): Screen {
  const { say } = telling;
  const { field, choice, suggestion, doubt } = data.step;
  if (doubt) {
    return {
      text: paragraphs(choiceLines(data.office, choice, telling), doubtLines(doubt, telling)),
      rows: [...doubtRows(telling), navigation(say)],
    };
  }
  const { value } = data;
  const isNew = suggestion !== null && suggestion !== value;
  return {
    text: paragraphs(
      choiceLines(data.office, choice, telling),
      lines(
        say("form-progress", { number: FIELDS.indexOf(field) + 1, of: FIELDS.length }),
        bold(say(QUESTIONS[field])),
        say(HINTS[field]),
      ),
      value === null ? null : say("written-before", { value }),
      isNew && field === "email" ? say("address-before", { email: suggestion }) : null,
    ),
    rows: [
      value === null ? [] : [{ text: say("button-keep-answer"), verb: "keep" }],
      isNew ? [{ text: suggestionText(field, suggestion, telling), verb: "take" }] : [],
      navigation(say),
    ],
  };
}

function suggestionText(field: Field, suggestion: string, { say }: Telling): string {
  return field === "name" ? say("button-use-name", { name: suggestion }) : say("button-use-address");
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
