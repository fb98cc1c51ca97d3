import { type Municipality, type Office, parseTimetable, problemText } from "@ricevimenti/core";
import type { Context } from "./context.ts";

/** True, or what is wrong with one answer about an office: the same gate that a timetable file goes through. */
export function judgedOffice(
  part: Partial<Record<keyof Office, unknown>>,
  context: Context,
): Promise<true | string> {
  return judged({ offices: [{ id: "x", name: "x", ...part }] }, context);
}

/** The same about the town. */
export function judgedTown(
  part: Partial<Record<keyof Municipality, unknown>>,
  context: Context,
): Promise<true | string> {
  const municipality = { name: "x", timezone: "Europe/Rome", locale: "it", ...part };
  return judged({ municipality, offices: [] }, context);
}

async function judged(tree: unknown, { locale }: Context): Promise<true | string> {
  const parsed = await parseTimetable(JSON.stringify(tree), { format: "json" });
  const problem = parsed.ok ? undefined : parsed.problems[0];
  return problem ? problemText({ ...problem, line: null, column: null }, locale) : true;
}
