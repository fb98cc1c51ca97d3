import type { Appointment, DigestNotice } from "../../ports.ts";
import type { Say } from "../../texts/catalogue.ts";
import { oneLine, severalLines } from "../../texts/safe-text.ts";
import { longDay, modeName, shortDay, timeOf } from "../../texts/when.ts";
import { button, type Fact, factBlock, type MailBlock, type MailDraft, paragraph } from "./mail-body.ts";

/**
 * The office's morning mail: who comes today, why, and the way into each room. Names stay out of the subject, which
 * shows on locked screens. `say` speaks the municipality's language.
 */
export function digestMail(notice: DigestNotice, say: Say): MailDraft {
  const { appointments, municipality, office, timezone, day } = notice;
  const { locale } = municipality;
  return {
    subject: say("digest-subject", {
      day: shortDay(day, locale, timezone),
      office: oneLine(office.name),
      count: appointments.length,
    }),
    title: say("digest-title", { day: longDay(day, locale, timezone) }),
    blocks: [
      paragraph(say("digest-explained", { count: appointments.length })),
      ...appointments.flatMap((one) => entry(one, notice, say)),
    ],
    closing: [say("closing-automatic"), oneLine(municipality.name)],
    withInvitation: false,
  };
}

function entry(
  { booking, service, roomUrl }: Appointment,
  { municipality: { locale }, timezone }: DigestNotice,
  say: Say,
): readonly MailBlock[] {
  const fact = (label: string, ...values: (string | null)[]): Fact => ({
    label: say(label),
    lines: values.flatMap((value) => severalLines(value ?? "")),
  });
  const hours = `${timeOf(booking.start, locale, timezone)}-${timeOf(booking.end, locale, timezone)}`;
  const state = booking.state === "pending" ? [fact("label-state", say("state-pending"))] : [];
  return [
    factBlock(
      fact("label-when", hours),
      fact("label-mode", modeName(booking.mode, say)),
      ...state,
      fact("label-service", service),
      fact("label-name", booking.name),
      fact("label-email", booking.email),
      fact("label-reason", booking.reason),
      fact("label-code", booking.code),
    ),
    ...(roomUrl === null || booking.state !== "confirmed"
      ? []
      : [button(say("button-enter"), roomUrl, false)]),
  ];
}
