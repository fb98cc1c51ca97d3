import type { FileProblem } from "../../domain/timetable-file.ts";
import { SYNTAX_PROBLEMS_MAX, syntaxProblem } from "./notation.ts";

/** The lines on which components of each name begin, in the order of the file. */
export type Opened = Readonly<Record<string, readonly number[]>>;

/**
 * What iCalendar asks of every line (RFC 5545 section 3.1), told with the number of each that is wrong, which the
 * parser does not tell: content lines have a name, and every component that begins also ends.
 */
export function contentLines(
  text: string,
):
  | { readonly ok: true; readonly text: string; readonly opened: Opened }
  | { readonly ok: false; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const opened: Record<string, number[]> = {};
  const open: { readonly name: string; readonly line: number }[] = [];
  const tell = (line: number, value: string) => {
    if (problems.length < SYNTAX_PROBLEMS_MAX)
      problems.push(syntaxProblem({ line, column: 1 }, value, "ics"));
  };
  const lines = text.split(/\r\n|\n|\r/);
  lines.forEach((content, index) => {
    const line = index + 1;
    if (content === "" || /^[ \t]/.test(content)) return;
    const [, key, value = ""] = /^([A-Za-z0-9-]+)(?:;[^:]*(?:"[^"]*"[^:]*)*)?:(.*)$/.exec(content) ?? [];
    const name = value.trim().toUpperCase();
    if (key === undefined) {
      // A folded line may hold the colon.
      if (!/^[A-Za-z0-9-]+;/.test(content)) tell(line, content);
    } else if (key.toUpperCase() === "BEGIN") {
      open.push({ name, line });
      opened[name] = [...(opened[name] ?? []), line];
    } else if (key.toUpperCase() === "END") {
      if (open.pop()?.name !== name) tell(line, content);
    } else if (open.length === 0) tell(line, content);
  });
  const unended = open[0];
  if (unended && problems.length === 0) tell(unended.line, `BEGIN:${unended.name}`);
  if (problems.length === 0 && !opened.VCALENDAR) tell(1, lines[0] ?? "");
  const whole = lines.filter((line) => line !== "").join("\r\n");
  return problems.length > 0 ? { ok: false, problems } : { ok: true, text: whole, opened };
}
