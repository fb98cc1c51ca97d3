import {
  type AgendaEntry,
  type Core,
  type Instant,
  shortDay,
  timeOf,
  weekdayOf,
  zone,
} from "@ricevimenti/core";
import { type Answer, done, verbatim, wrongUsage } from "../answer.ts";
import { bookingJson } from "../booking-json.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { withDayWords } from "../day-words.ts";
import { dayTyped, type SpanOptions, spanTyped, type TimeInput } from "../time-input.ts";
import { timezoneOf, zonesOf } from "../zones.ts";

interface Options extends SpanOptions {
  readonly date?: string;
  readonly week?: boolean;
  readonly minimal?: boolean;
  readonly csv?: boolean;
  readonly ics?: boolean;
  readonly pdf?: string;
  readonly watch?: boolean;
}

/** The day sheet: today's appointments, or those of a day, a week or a span, in the form that is asked for. */
export const agenda: Run<Options> = async (context, offices, options) => {
  const { say, io } = context;
  const forms = [
    ...(context.json ? ["--json"] : []),
    ...(["csv", "ics", "pdf", "watch"] as const).filter((form) => options[form]).map((form) => `--${form}`),
  ];
  const [form, other] = forms;
  if (form && other) return wrongUsage(say("usage-conflict", { option: form, other }));
  if (options.watch && !io.interactive) return wrongUsage(say("usage-watch"));
  return withCore(context, async (core) => {
    for (const office of offices) {
      const { neverKnown } = await import("../former-office.ts");
      const unknown = await neverKnown(core, office, context);
      if (unknown) return unknown;
    }
    const timezone = await timezoneOf(core, offices.length === 1 ? offices[0] : undefined);
    const query = () => queryOf(options, offices, timezone, core, context);
    const first = query();
    if (!first.ok) return first.answer;
    const timezones = await zonesOf(core);
    const { minimal = false } = options;
    if (options.ics) {
      const calendar = await core.agendaCalendar({ ...first.value, minimal });
      return verbatim(
        () => calendar,
        () => null,
      );
    }
    if (context.json || options.csv) {
      const documents = (await core.agenda(first.value)).map((booking) => ({
        ...bookingJson(booking, timezones(booking.office), { minimal }),
        announced: booking.announced,
      }));
      if (context.json)
        return done(
          () => "",
          () => documents,
        );
      const { csvText } = await import("../csv-text.ts");
      const columns = COLUMNS.filter((column) => !minimal || !PERSONAL.includes(column));
      return verbatim(
        () => csvText(columns, documents),
        () => null,
      );
    }

    // From here on it is laid out for people.
    const { sheetOf, sheetText } = await import("../agenda-sheet.ts");
    const sheet = (bookings: readonly AgendaEntry[]) =>
      sheetOf(bookings, timezones, context, { minimal, single: offices.length === 1 });
    if (options.watch) {
      const { watched } = await import("../agenda-watch.ts");
      return watched(async () => {
        // Another day may have begun since.
        const now = query();
        return sheetText(sheet(now.ok ? await core.agenda(now.value) : []), context);
      }, context);
    }
    const bookings = await core.agenda(first.value);
    if (options.pdf !== undefined) {
      const { sheetPdf } = await import("../agenda-pdf.ts");
      const { written } = await import("../written-file.ts");
      const now = core.clock.now();
      const { locale } = context;
      const { name } = await core.municipality();
      const bytes = await sheetPdf(sheet(bookings), {
        title: say("agenda-title", { name }),
        none: say("agenda-none"),
        made: say("agenda-made", {
          day: shortDay(now, locale, timezone),
          time: timeOf(now, locale, timezone),
        }),
      });
      return written(options.pdf, bytes, context);
    }
    return done(
      () => sheetText(sheet(bookings), context),
      () => null,
    );
  });
};

const PERSONAL: readonly string[] = ["name", "email", "reason"];
const COLUMNS: readonly string[] = [
  "code",
  "office",
  "service",
  "mode",
  "start",
  "end",
  "minutes",
  "desk",
  "state",
  "announced",
  ...PERSONAL,
];

type Query = { readonly from: Instant; readonly to: Instant; readonly offices?: readonly string[] };

function queryOf(
  options: Options,
  offices: readonly string[],
  timezone: string,
  core: Core,
  context: Context,
): TimeInput<Query> {
  const now = core.clock.now();
  const span = spanOf(withDayWords(options, now, timezone), timezone, now, context);
  return span.ok ? { ok: true, value: { ...span.value, ...(offices.length > 0 && { offices }) } } : span;
}

function spanOf(
  options: Options,
  timezone: string,
  now: Instant,
  context: Context,
): TimeInput<{ readonly from: Instant; readonly to: Instant }> {
  const { date, week, from, to } = options;
  const local = zone(timezone);
  if (from !== undefined || to !== undefined) {
    if (date !== undefined || week) return { ok: false, answer: twoSpans(context) };
    const span = spanTyped(options, timezone, context);
    if (!span.ok) return span;
    const { from: start = now, to: end = Number.MAX_SAFE_INTEGER } = span.value;
    return { ok: true, value: { from: start, to: end } };
  }
  const typed = date === undefined ? null : dayTyped({ option: "--date", text: date, timezone }, context);
  if (typed && !typed.ok) return typed;
  const day = typed?.value ?? local.dayOf(now);
  const first = week ? day - weekdayOf(day) : day;
  return {
    ok: true,
    value: { from: local.instantOf(first, 0), to: local.instantOf(first + (week ? 7 : 1), 0) },
  };
}

function twoSpans({ say }: Context): Answer {
  return wrongUsage(say("usage-two-spans"));
}
