import type { WaitingNotice } from "../../ports.ts";
import type { Say } from "../../texts/catalogue.ts";
import { oneLine } from "../../texts/safe-text.ts";
import { modeName, slotLine, untilHour } from "../../texts/when.ts";
import { wishFacts } from "../../texts/wish-facts.ts";
import { button, type Fact, factBlock, type MailBlock, type MailDraft, paragraph } from "./mail-body.ts";

/** What somebody on a waiting list is told by mail. Every button leads to a page; only a press there answers. */
export function waitingMail(given: WaitingNotice, say: Say): MailDraft {
  // Whoever asks for a place on the list is told of that, whatever they are being offered.
  const notice = given.message.kind === "waiting_offer" ? given : { ...given, offer: null };
  const { entry, offer, office, municipality, timezone, link } = notice;
  const { locale, contact } = entry;
  const hello = paragraph(
    contact ? say("greeting", { name: oneLine(contact.name) }) : say("greeting-unnamed"),
  );
  const common = {
    closing: [say("closing-automatic"), oneLine(municipality.name)],
    withInvitation: false,
  };
  const until = untilHour(offer?.expires ?? entry.until, locale, timezone);
  if (!offer && entry.proven) {
    return {
      ...common,
      subject: say("waiting-known-subject", { office: oneLine(office.name) }),
      title: say("waiting-known-title"),
      blocks: [
        hello,
        paragraph(say("waiting-known-explained", { button: say("button-waiting-change") })),
        topic(notice, say),
        button(say("button-waiting-page"), link),
      ],
    };
  }
  if (!offer) {
    return {
      ...common,
      subject: say("waiting-proof-subject", { office: oneLine(office.name) }),
      title: say("waiting-proof-title"),
      blocks: [
        hello,
        paragraph(say("waiting-proof-explained", { until })),
        button(say("button-waiting-prove"), link),
        topic(notice, say),
        paragraph(say("waiting-proof-not-you")),
      ],
    };
  }
  return {
    ...common,
    subject: say("waiting-offer-subject", { slot: slotLine(offer, locale, timezone) }),
    title: say("waiting-offer-title"),
    blocks: [
      hello,
      paragraph(say("waiting-offer-explained", { until })),
      topic(notice, say),
      ...swap(notice, say),
      button(say("button-waiting-answer"), link),
      paragraph(say("waiting-leave")),
    ],
  };
}

function topic({ entry, offer, office, timezone }: WaitingNotice, say: Say): MailBlock {
  const service = office.services?.find(({ id }) => id === entry.service);
  const fact = (label: string, value: string | undefined): Fact => ({
    label: say(label),
    lines: value ? [oneLine(value)] : [],
  });
  return factBlock(
    fact("label-office", office.name),
    fact("label-when", offer ? slotLine({ start: offer.start, end: offer.end }, entry.locale, timezone) : ""),
    fact("label-mode", offer ? modeName(offer.mode, say) : ""),
    fact("label-where", offer?.mode === "in_person" ? office.place : undefined),
    fact("label-service", service?.name),
    ...(offer
      ? []
      : wishFacts(entry.wish, entry.locale).map(({ label, value }) => ({ label, lines: [value] }))),
  );
}

function swap({ own, entry, timezone }: WaitingNotice, say: Say): readonly MailBlock[] {
  return own ? [paragraph(say("waiting-swap", { slot: slotLine(own, entry.locale, timezone) }))] : [];
}
