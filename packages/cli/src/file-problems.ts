import { type FileProblem, problemText } from "@ricevimenti/core";
import { type Answer, failed, STATUS } from "./answer.ts";
import type { Context } from "./context.ts";

/** Every problem of a timetable file, each on a line of its own; nothing has been imported. */
export function invalidFile(problems: readonly FileProblem[], { say, locale }: Context): Answer {
  const told = problems.map((problem) => ({ ...problem, message: problemText(problem, locale) }));
  const count = problems.length;
  return {
    ...failed(STATUS.invalid, "timetable_invalid", say("import-invalid", { count }), { problems: told }),
    text: () => `${told.map(({ message }) => message).join("\n")}\n${say("import-invalid", { count })}\n`,
  };
}

/** What was typed as options has no lines, and is told once, of however many offices it was said. */
export function invalidOptions(problems: readonly FileProblem[], context: Context): Answer {
  const bySentence = new Map(
    problems.map((problem) => {
      const typed = { ...problem, line: null, column: null };
      return [problemText(typed, context.locale), typed];
    }),
  );
  return invalidFile([...bySentence.values()], context);
}
