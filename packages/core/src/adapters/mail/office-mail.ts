import type { MessageKind } from "../../domain/message.ts";
import type { Say } from "../../texts/catalogue.ts";
import { oneLine } from "../../texts/safe-text.ts";
import { slotLine } from "../../texts/when.ts";
import { type BookingFacts, bookingFacts } from "./booking-facts.ts";
import { button, type Fact, factBlock, type MailBlock, type MailDraft, paragraph } from "./mail-body.ts";
import type { MailContext } from "./mail-context.ts";

type OfficeKind = Extract<MessageKind, `office_${string}`>;

/**
 * What the office is told, "so that it can prepare" (handbook). The citizen's name stays out of the subject, which
 * shows on locked screens. `say` speaks the municipality's language.
 */
export function officeMail(kind: OfficeKind, context: MailContext, say: Say): MailDraft {
  const { booking, municipality, timezone } = context;
  const facts = bookingFacts(context, say, municipality.locale);
  const args = { slot: slotLine(booking, municipality.locale, timezone), code: booking.code };
  const common = {
    closing: [
      ...(booking.email === null ? [] : [say("office-reply")]),
      say("closing-automatic"),
      oneLine(municipality.name),
    ],
    withInvitation: false,
  };
  switch (kind) {
    case "office_booked":
      return {
        ...common,
        subject: say("office-booked-subject", args),
        title: say("office-booked-title"),
        blocks: [paragraph(say("office-booked-explained")), dossier(context, facts), ...room(context, say)],
      };
    case "office_moved":
      return {
        ...common,
        subject: say("office-moved-subject", args),
        title: say("office-moved-title"),
        blocks: [paragraph(say("office-moved-explained")), dossier(context, facts), ...room(context, say)],
      };
    case "office_cancelled":
      return {
        ...common,
        subject: say("office-cancelled-subject", args),
        title: say("office-cancelled-title"),
        blocks: [paragraph(say("office-cancelled-explained")), dossier(context, facts)],
      };
    case "office_late":
      return {
        ...common,
        subject: say("office-late-subject", args),
        title: say("office-late-title"),
        blocks: [paragraph(say("office-late-explained")), dossier(context, facts), ...room(context, say)],
      };
    default:
      throw new Error(`unknown message ${JSON.stringify(kind satisfies never)}`);
  }
}

function dossier({ booking }: MailContext, facts: BookingFacts): MailBlock {
  const { office, when, mode, desk, service, name, email, reason, code } = facts;
  // Nearly every office has one desk: its number would only be one more thing to read.
  const ofDesks: readonly Fact[] = booking.desk > 1 ? [desk] : [];
  return factBlock(office, when, mode, ...ofDesks, service, name, email, reason, code);
}

function room({ booking, roomUrl }: MailContext, say: Say): readonly MailBlock[] {
  if (booking.mode !== "virtual" || !roomUrl) return [];
  return [paragraph(say("office-room")), button(say("button-enter"), roomUrl)];
}
