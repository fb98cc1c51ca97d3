import { type Core, type Instant, weekdayOf, zone } from "@ricevimenti/core";
import { type Answer, done, wrongUsage } from "../answer.ts";
import { agendaRow, bookingHead, bookingJson } from "../booking-view.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { refused, timezoneOf } from "../refusal-answer.ts";
import { columnsOf } from "../table.ts";
import { dayTyped, type SpanOptions, spanTyped, type TimeInput } from "../time-input.ts";
import { zonesOf } from "../zones.ts";

interface Options extends SpanOptions {
  readonly date?: string;
  readonly week?: boolean;
  readonly minimal?: boolean;
}

/** The day sheet: today's appointments, or those of a day, a week or a span. */
export const agenda: Run<Options> = (context, offices, options) =>
  withCore(context, async (core) => {
    for (const office of offices) {
      const known = await core.getOffice(office);
      if (!known.ok) return refused(known.refusal, core, context);
    }
    const span = await spanOf(
      options,
      await timezoneOf(core, offices.length === 1 ? offices[0] : undefined),
      core,
      context,
    );
    if (!span.ok) return span.answer;
    const bookings = await core.agenda({ ...span.value, ...(offices.length > 0 && { offices }) });
    const timezones = await zonesOf(core);
    const { io, say } = context;
    return done(
      () =>
        bookings.length > 0
          ? columnsOf(
              bookings.map((booking) => agendaRow(booking, timezones(booking.office), context, options)),
              { width: io.columns, head: bookingHead(context, options), colour: io.colour },
            )
          : `${say("agenda-none")}\n`,
      () =>
        bookings.map((booking) => ({
          ...bookingJson(booking, timezones(booking.office), options),
          announced: booking.announced,
        })),
    );
  });

type Span = { readonly from: Instant; readonly to: Instant };

async function spanOf(
  options: Options,
  timezone: string,
  core: Core,
  context: Context,
): Promise<TimeInput<Span>> {
  const { date, week, from, to } = options;
  const local = zone(timezone);
  if (from !== undefined || to !== undefined) {
    if (date !== undefined || week) return { ok: false, answer: twoSpans(context) };
    const span = spanTyped(options, timezone, context);
    if (!span.ok) return span;
    const { from: start = core.clock.now(), to: end = Number.MAX_SAFE_INTEGER } = span.value;
    return { ok: true, value: { from: start, to: end } };
  }
  const typed = date === undefined ? null : dayTyped({ option: "--date", text: date, timezone }, context);
  if (typed && !typed.ok) return typed;
  const day = typed?.value ?? local.dayOf(core.clock.now());
  const first = week ? day - weekdayOf(day) : day;
  return {
    ok: true,
    value: { from: local.instantOf(first, 0), to: local.instantOf(first + (week ? 7 : 1), 0) },
  };
}

function twoSpans({ say }: Context): Answer {
  return wrongUsage(say("usage-two-spans"));
}
