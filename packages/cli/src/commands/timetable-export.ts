import { leftOut, type TimetableFormat, writeTimetable } from "@ricevimenti/core";
import { verbatim } from "../answer.ts";
import { type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";

interface Options {
  readonly format?: TimetableFormat;
}

/** The timetable as `timetable import` reads it back unchanged. */
export const timetableExport: Run<Options> = (context, [office], { format = "yaml" }) =>
  withCore(context, async (core) => {
    const known = office === undefined ? null : await core.getOffice(office);
    if (known && !known.ok) return refused(known.refusal, core, context);
    const file = await core.exportTimetable(office === undefined ? undefined : [office]);
    const missing = context.json ? [] : leftOut(file, format).filter((field) => field !== "municipality");
    if (missing.length > 0) {
      const fields = missing.join(", ");
      context.io.stderr(`${context.say("export-leaves-out", { format: format.toUpperCase(), fields })}\n`);
    }
    const text = context.json ? "" : await writeTimetable(file, format);
    return verbatim(
      () => text,
      () => file,
    );
  });
