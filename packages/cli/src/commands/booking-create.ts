import {
  type Booking,
  type Core,
  type Locale,
  type Mode,
  type Outcome,
  untilHour,
  zone,
} from "@ricevimenti/core";
import { type Answer, done, STATUS, wrongUsage } from "../answer.ts";
import { bookingJson } from "../booking-json.ts";
import { bookingText } from "../booking-view.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { refused } from "../refusal-answer.ts";
import { timeTyped } from "../time-input.ts";
import { timezoneOf } from "../zones.ts";

interface Options {
  readonly office: string;
  readonly start?: string;
  readonly now?: boolean;
  readonly mode?: Mode;
  readonly name: string;
  readonly email: string;
  readonly reason: string;
  readonly service?: string;
  readonly locale?: Locale;
  readonly confirmed?: boolean;
}

/**
 * Books on a citizen's behalf, in one transaction: the official states that the citizen has accepted the privacy
 * notice. With `--confirmed` the person is there or on the phone and need not show that the address is theirs. With
 * `--now` they stand at the counter and get the first desk that is free today.
 */
export const bookingCreate: Run<Options> = (context, _, options) =>
  withCore(context, async (core) => {
    const { say } = context;
    if (options.now && options.start !== undefined) {
      return wrongUsage(say("usage-conflict", { option: "--now", other: "--start" }));
    }
    const { mode = "in_person" } = options;
    const timezone = await timezoneOf(core, options.office);
    const locale = options.locale ?? (await core.municipality()).locale;
    let starts: readonly number[];
    if (options.start === undefined) {
      const found = await startsToday(core, { ...options, mode }, timezone);
      if (!found.ok) return refused(found.refusal, core, context, options.office);
      if (found.starts.length === 0) return noneLeft(context);
      starts = found.starts;
    } else {
      const start = timeTyped({ option: "--start", text: options.start, timezone }, context);
      if (!start.ok) return start.answer;
      starts = [start.value];
    }
    const booked = await firstBooked(core, starts, { ...options, mode, locale }, context);
    if (!booked.ok) return refused(booked.refusal, core, context, options.office);
    const { booking } = booked;
    return done(
      () => `${bookingText(booking, timezone, context)}\n${nextStep(booking, timezone, context)}\n`,
      () => bookingJson(booking, timezone),
    );
  });

/** Free times from the one that is going on to the end of the day. */
async function startsToday(
  core: Core,
  { office, mode, service }: { readonly office: string; readonly mode: Mode; readonly service?: string },
  timezone: string,
): Promise<Outcome<{ readonly starts: readonly number[] }>> {
  const local = zone(timezone);
  const today = local.dayOf(core.clock.now());
  const found = await core.listSlots({
    office,
    mode,
    ...(service && { service }),
    from: local.instantOf(today, 0),
    to: local.instantOf(today + 1, 0),
    asStaff: true,
  });
  return found.ok
    ? {
        ok: true,
        starts: found.slots.filter(({ modes }) => modes.includes(mode)).map(({ start }) => start),
      }
    : found;
}

type Wish = Omit<Options, "start" | "locale" | "mode"> & { readonly mode: Mode; readonly locale: Locale };

/** The first of the times that nobody else is quicker with. */
async function firstBooked(
  core: Core,
  starts: readonly number[],
  wish: Wish,
  context: Context,
): Promise<Outcome<{ readonly booking: Booking }>> {
  for (const [index, start] of starts.entries()) {
    const booked = await core.atomically((within) => book(within, { ...wish, start }, context));
    const last = index === starts.length - 1;
    if (booked.ok || last || booked.refusal.code !== "slot_taken") return booked;
  }
  throw new Error("there was no time to book");
}

async function book(
  core: Core,
  wish: Omit<Wish, "now"> & { readonly start: number },
  { staff }: Context,
): Promise<Outcome<{ readonly booking: Booking }>> {
  const { office, start, mode, service, locale, name, email, reason, confirmed } = wish;
  const by = { holder: staff, actor: staff };
  const held = await core.hold({ office, start, mode, locale, ...(service && { service }), ...by });
  if (!held.ok) return held;
  const form = { name, email, reason, consent: true };
  return core.request({ code: held.booking.code, form, verified: confirmed ?? false, ...by });
}

function noneLeft({ say }: Context): Answer {
  const message = say("booking-now-none");
  return {
    status: STATUS.refused,
    text: () => `${message}\n`,
    json: () => ({ refusal: "slot_not_offered", message, nearest: [] }),
  };
}

function nextStep({ expires }: Booking, timezone: string, { say, locale }: Context): string {
  return expires === null
    ? say("booking-created-confirmed")
    : say("booking-created-pending", { deadline: untilHour(expires, locale, timezone) });
}
