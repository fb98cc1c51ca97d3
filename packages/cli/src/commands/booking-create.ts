import { type Booking, type Core, type Locale, type Mode, type Outcome, untilHour } from "@ricevimenti/core";
import { done } from "../answer.ts";
import { bookingJson, bookingText } from "../booking-view.ts";
import { type Context, type Run, withCore } from "../context.ts";
import { refused, timezoneOf } from "../refusal-answer.ts";
import { timeTyped } from "../time-input.ts";

interface Options {
  readonly office: string;
  readonly start: string;
  readonly mode: Mode;
  readonly name: string;
  readonly email: string;
  readonly reason: string;
  readonly service?: string;
  readonly locale?: Locale;
  readonly confirmed?: boolean;
}

/**
 * Books on a citizen's behalf, in one transaction: the official states that the citizen has accepted the privacy
 * notice. With `--confirmed` the person is there or on the phone and need not show that the address is theirs.
 */
export const bookingCreate: Run<Options> = (context, _, options) =>
  withCore(context, async (core) => {
    const timezone = await timezoneOf(core, options.office);
    const start = timeTyped({ option: "--start", text: options.start, timezone }, context);
    if (!start.ok) return start.answer;
    const locale = options.locale ?? (await core.municipality()).locale;
    const booked = await core.atomically((within) =>
      book(within, { ...options, start: start.value, locale }, context),
    );
    if (!booked.ok) return refused(booked.refusal, core, context, options.office);
    const { booking } = booked;
    return done(
      () => `${bookingText(booking, timezone, context)}\n${nextStep(booking, timezone, context)}\n`,
      () => bookingJson(booking, timezone),
    );
  });

type Wish = Omit<Options, "start" | "locale"> & { readonly start: number; readonly locale: Locale };

async function book(
  core: Core,
  wish: Wish,
  { staff }: Context,
): Promise<Outcome<{ readonly booking: Booking }>> {
  const { office, start, mode, service, locale, name, email, reason, confirmed } = wish;
  const by = { holder: staff, actor: staff };
  const held = await core.hold({ office, start, mode, locale, ...(service && { service }), ...by });
  if (!held.ok) return held;
  const form = { name, email, reason, consent: true };
  return core.request({ code: held.booking.code, form, verified: confirmed ?? false, ...by });
}

function nextStep({ expires }: Booking, timezone: string, { say, locale }: Context): string {
  return expires === null
    ? say("booking-created-confirmed")
    : say("booking-created-pending", { deadline: untilHour(expires, locale, timezone) });
}
