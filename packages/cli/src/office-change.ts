import {
  type Core,
  type ImportReport,
  type Office,
  type OnConflict,
  parseTimetable,
  type TimetableFile,
} from "@ricevimenti/core";
import { type Answer, failed, STATUS } from "./answer.ts";
import { type Context, withCore } from "./context.ts";
import { invalidOptions } from "./file-problems.ts";
import { importAnswer } from "./import-answer.ts";
import { refused } from "./refusal-answer.ts";
import { zonesOf } from "./zones.ts";

/** How a change of offices is to be made. */
export interface ChangeOptions {
  /** Say what would change, without changing anything. */
  readonly dryRun?: boolean;
  /** The person at the terminal need not be asked. */
  readonly yes?: boolean;
  /** What becomes of bookings that no longer fit. */
  readonly onConflict?: OnConflict;
}

export interface OfficeChange {
  /** The offices concerned; null for all of the town. */
  readonly offices: readonly string[] | null;
  /** The office as it shall be; or the answer to who asked for what cannot be. */
  readonly to: (office: Office) => Office | Answer;
  /** `YYYY-MM-DD`: the person at the terminal is shown the week of this day as it will be; this week where absent. */
  readonly week?: string;
  /** The person was asked for what to change, and wants to see it before it is done. */
  readonly guided?: boolean;
}

type Planned = { readonly file: TimetableFile } | { readonly answer: Answer };

/**
 * Changes offices in one transaction, by the same door as `timetable import`. Whoever was guided through it, or would
 * leave bookings that no longer fit, is shown the week that comes of it and asked first.
 */
export function changeOffices(
  context: Context,
  change: OfficeChange,
  { dryRun = false, yes = false, onConflict = "keep" }: ChangeOptions,
): Promise<Answer> {
  return withCore(context, async (core) => {
    const timezones = await zonesOf(core);
    if (dryRun || (context.interactive && !yes)) {
      const planned = await plannedChange(core, change, context);
      if ("answer" in planned) return planned.answer;
      const report = await core.importTimetable(planned.file, {
        dryRun: true,
        onConflict,
        actor: context.staff,
      });
      const answer = importAnswer(report, timezones, dryRun, context);
      if (dryRun) return answer;
      if (report.unchanged) return answer;
      const asks = change.guided || report.conflicts.length > 0;
      if (asks && !(await agreed(planned.file, change.week, answer, core, context)))
        return notAgreed(context);
    }
    return core.atomically(async (within, records) => {
      // What is read here must still be so when it is written.
      await records.serialise("timetable");
      const planned = await plannedChange(within, change, context);
      if ("answer" in planned) return planned.answer;
      const report: ImportReport = await within.importTimetable(planned.file, {
        onConflict,
        actor: context.staff,
      });
      return importAnswer(report, timezones, false, context);
    });
  });
}

/** Whoever answers no has changed nothing. */
export function notAgreed({ say }: Context): Answer {
  return failed(STATUS.failed, "interrupted", say("fault-interrupted"));
}

async function plannedChange(core: Core, { offices, to }: OfficeChange, context: Context): Promise<Planned> {
  const { offices: before } = await core.exportTimetable(offices ?? undefined);
  const unknown = offices?.find((id) => !before.some((office) => office.id === id));
  if (unknown !== undefined) {
    return { answer: await refused({ code: "office_unknown", office: unknown }, core, context) };
  }
  const after: Office[] = [];
  for (const office of before) {
    const changed = to(office);
    if ("status" in changed) return { answer: changed };
    after.push(changed);
  }
  const parsed = await parseTimetable(JSON.stringify({ offices: after }), { format: "json" });
  return parsed.ok ? { file: parsed.file } : { answer: invalidOptions(parsed.problems, context) };
}

async function agreed(
  { offices }: TimetableFile,
  week: string | undefined,
  answer: Answer,
  core: Core,
  context: Context,
): Promise<boolean> {
  const [{ weekText }, { confirmed }] = await Promise.all([
    import("./week-preview.ts"),
    import("./confirmation.ts"),
  ]);
  const [first] = offices;
  if (first)
    context.io.stdout(`\n${weekText(first, await core.municipality(), core.clock.now(), week, context)}\n`);
  context.io.stdout(answer.text());
  return confirmed(context.say("ask-go-ahead"), context);
}
