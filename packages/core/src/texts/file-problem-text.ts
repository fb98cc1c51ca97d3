import type { Locale } from "../domain/municipality.ts";
import type { FileProblem, FileProblemCode } from "../domain/timetable-file.ts";
import { texts } from "./catalogue.ts";

/** "riga 12, colonna 5: slot: ...": one sentence that says where, what, and what is possible instead. */
export function problemText(problem: FileProblem, locale: Locale): string {
  const say = texts("cli", locale);
  const { line, column, value, expected = "" } = problem;
  const field = /([a-z_]+)(?:\[\d+\])*$/.exec(problem.path)?.[1] ?? "";
  const [min = "", max = ""] = expected.split("..");
  const id = sentenceOf(problem);
  const sentence = say(id, { value, expected, min, max });
  const text = field === "" || field === value ? sentence : say("problem-field", { field, sentence });
  if (line === null) return text;
  return column === null
    ? say("problem-line", { line: String(line), text })
    : say("problem-line-column", { line: String(line), column: String(column), text });
}

function sentenceOf({ code, expected = "" }: FileProblem): string {
  if (code === "duplicate" && expected !== "") return "problem-differs";
  // A day may be the first and the last; an hour may not.
  if (code === "ends_before_start" && !expected.includes(":")) return "problem-ends-before-first-day";
  return SENTENCES[code];
}

const SENTENCES: Record<FileProblemCode, string> = {
  syntax: "problem-syntax",
  missing: "problem-missing",
  unknown_key: "problem-unknown-key",
  wrong_type: "problem-wrong-type",
  bad_slug: "problem-bad-slug",
  bad_time: "problem-bad-time",
  bad_date: "problem-bad-date",
  bad_zone: "problem-bad-zone",
  bad_colour: "problem-bad-colour",
  bad_day: "problem-bad-day",
  bad_mode: "problem-bad-mode",
  bad_locale: "problem-bad-locale",
  bad_email: "problem-bad-email",
  bad_text: "problem-bad-text",
  not_multiple_of_five: "problem-not-multiple-of-five",
  out_of_range: "problem-out-of-range",
  ends_before_start: "problem-ends-before-start",
  slot_longer_than_opening: "problem-slot-longer-than-opening",
  duplicate: "problem-duplicate",
  overlap: "problem-overlap",
  bad_opening_hours: "problem-bad-opening-hours",
  beyond_rules: "problem-beyond-rules",
};
