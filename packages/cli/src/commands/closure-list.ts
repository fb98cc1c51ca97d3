import { done } from "../answer.ts";
import { closureDays, closureHead, closureJson } from "../closure-view.ts";
import { type Run, withCore } from "../context.ts";
import { withDayWords } from "../day-words.ts";
import { refused } from "../refusal-answer.ts";
import { columnsOf } from "../table.ts";
import { daysTyped, type SpanOptions } from "../time-input.ts";

/** The closed days and hours of some offices or all, those that are over apart. */
export const closureList: Run<SpanOptions> = (context, offices, typed) =>
  withCore(context, async (core) => {
    for (const office of offices) {
      const known = await core.getOffice(office);
      if (!known.ok) return refused(known.refusal, core, context);
    }
    const { timezone } = await core.municipality();
    const span = daysTyped(
      withDayWords(typed, core.clock.now(), timezone),
      core.clock.now(),
      timezone,
      context,
    );
    if (!span.ok) return span.answer;
    const { from, to } = span.value;
    const file = await core.exportTimetable(offices.length > 0 ? offices : undefined);
    const closures = file.offices.flatMap(({ id, closures = [] }) =>
      closures
        .filter((closure) => (closure.to ?? closure.from) >= from && (to === null || closure.from <= to))
        .map((closure) => ({ office: id, closure })),
    );
    const { io, say } = context;
    return done(
      () =>
        closures.length > 0
          ? columnsOf(
              closures.map(({ office, closure }) => [office, closureDays(closure), closure.reason ?? ""]),
              { width: io.columns, head: closureHead(context), colour: io.colour },
            )
          : `${say("closures-none")}\n`,
      () => closures.map(({ office, closure }) => closureJson(office, closure)),
    );
  });
