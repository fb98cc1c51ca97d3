import {
  type CalendarTerms,
  formatOf,
  type OnConflict,
  parseTimetable,
  type TimetableFormat,
} from "@ricevimenti/core";
import { type Answer, wrongUsage } from "../answer.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { invalidFile } from "../file-problems.ts";
import { importAnswer } from "../import-answer.ts";
import { notAgreed } from "../office-change.ts";
import { progressFor } from "../progress.ts";
import { timetableInput } from "../timetable-input.ts";
import { timezoneOf, zonesOf } from "../zones.ts";

interface Options {
  readonly format?: TimetableFormat;
  readonly dryRun?: boolean;
  readonly prune?: boolean;
  readonly yes?: boolean;
  readonly onConflict?: OnConflict;
  /** What a calendar does not say. */
  readonly office?: string;
  readonly slot?: string;
  readonly modes?: string;
}

/** Makes the database say what the file says; what is wrong with the file is told before anything is changed. */
export const timetableImport: Run<Options> = async (
  context,
  [path = ""],
  { dryRun = false, prune = false, yes = false, onConflict = "keep", ...options },
) => {
  const read = await timetableInput(path, context);
  if ("answer" in read) return read.answer;
  const { bytes } = read;
  const format = options.format ?? read.format;
  const { office, slot, modes } = options;
  const terms = {
    ...(office !== undefined && { office }),
    ...(slot !== undefined && { slot: /^\d+$/.test(slot) ? Number(slot) : slot }),
    ...(modes !== undefined && { modes: modes.split(/[ ,]+/) }),
  };
  const { say } = context;
  const isCalendar = (format ?? formatOf(new TextDecoder().decode(bytes.subarray(0, 2000)))) === "ics";
  if (!isCalendar && Object.keys(terms).length > 0) return wrongUsage(say("usage-calendar-only"));
  const progress = progressFor(bytes.length, context);
  const parse = (calendar: CalendarTerms) => parseTimetable(bytes, { calendar, ...(format && { format }) });
  progress.show(0, 3, say("progress-reading"));
  // Whatever is wrong with the file is told without a database.
  const alone = await parse(terms);
  progress.end();
  if (!alone.ok) return invalidFile(alone.problems, context);
  return withCore(context, async (core) => {
    const here = isCalendar ? await timezoneOf(core, office) : null;
    // A calendar's hours depend on the office's clock.
    const parsed = here === null ? alone : await parse({ ...terms, timezone: here });
    if (!parsed.ok) return invalidFile(parsed.problems, context);
    const timezones = await zonesOf(core);
    const importing = { prune, onConflict, actor: context.staff };
    if (context.interactive && !yes && !dryRun && (prune || onConflict !== "keep")) {
      const tried = await core.importTimetable(parsed.file, { ...importing, dryRun: true });
      const isFinal = tried.removed.length > 0 || tried.conflicts.some(({ outcome }) => outcome !== "kept");
      if (isFinal && !(await agreed(importAnswer(tried, timezones, false, context), context)))
        return notAgreed(context);
    }
    progress.show(2, 3, say("progress-writing"));
    const imported = core.importTimetable(parsed.file, { ...importing, dryRun });
    const report = await imported.finally(() => progress.end());
    return importAnswer(report, timezones, dryRun, context);
  });
};

/** Offices taken away and appointments cancelled do not come back: whoever sits at a terminal is shown them first. */
async function agreed(answer: Answer, context: Context): Promise<boolean> {
  const { confirmed } = await import("../confirmation.ts");
  context.io.stdout(answer.text());
  return confirmed(context.say("ask-go-ahead"), context);
}
