import type { Locale } from "../../domain/municipality.ts";
import type { Service } from "../../domain/office.ts";
import type { Say } from "../../texts/catalogue.ts";
import { oneLine, severalLines } from "../../texts/safe-text.ts";
import { longDay, modeName, timeOf } from "../../texts/when.ts";
import type { Fact } from "./mail-body.ts";
import type { MailContext } from "./mail-context.ts";

/** The facts of a booking, each a line of "Quando: ...". What is not known is simply not among the lines. */
export interface BookingFacts {
  readonly office: Fact;
  readonly when: Fact;
  readonly mode: Fact;
  readonly where: Fact;
  readonly service: Fact;
  readonly code: Fact;
  readonly name: Fact;
  readonly email: Fact;
  readonly reason: Fact;
  readonly desk: Fact;
}

/** The service the booking is for, if the office still has it. */
export function serviceOf({ booking, office }: Pick<MailContext, "booking" | "office">): Service | undefined {
  return office.services?.find(({ id }) => id === booking.service);
}

export function bookingFacts(context: MailContext, say: Say, locale: Locale): BookingFacts {
  const { booking, office, timezone } = context;
  const fact = (label: string, ...values: (string | null | undefined)[]): Fact => ({
    label: say(label),
    lines: values.flatMap((value) => severalLines(value ?? "")),
  });
  const when = say("when-full", {
    day: longDay(booking.start, locale, timezone),
    time: timeOf(booking.start, locale, timezone),
    minutes: Math.round((booking.end - booking.start) / 60_000),
  });
  return {
    office: fact(
      "label-office",
      oneLine(office.name),
      office.unit && office.unit !== office.name ? oneLine(office.unit) : null,
    ),
    when: fact("label-when", when),
    mode: fact("label-mode", modeName(booking.mode, say)),
    where: fact("label-where", booking.mode === "virtual" ? say("where-virtual") : office.place),
    service: fact("label-service", serviceOf(context)?.name),
    code: fact("label-code", booking.code),
    name: fact("label-name", oneLine(booking.name ?? "")),
    email: fact("label-email", oneLine(booking.email ?? "")),
    reason: fact("label-reason", booking.reason),
    desk: fact("label-desk", String(booking.desk)),
  };
}
