import type { MessageKind } from "../../domain/message.ts";
import type { Locale } from "../../domain/municipality.ts";
import type { DigestNotice, MailMessage, WaitingNotice } from "../../ports.ts";
import { texts } from "../../texts/catalogue.ts";
import { invitation } from "../calendar/invitation.ts";
import { hostOf } from "../calendar/invitation-context.ts";
import { citizenMail } from "./citizen-mail.ts";
import { digestMail } from "./digest-mail.ts";
import { htmlBody } from "./html-body.ts";
import type { MailDraft } from "./mail-body.ts";
import type { MailContext } from "./mail-context.ts";
import { officeMail } from "./office-mail.ts";
import { plainBody } from "./plain-body.ts";
import { waitingMail } from "./waiting-mail.ts";

/**
 * The mail of one kind about a booking, to the citizen in the booking's language, to the office in the municipality's.
 * Null when there is nobody to tell any more: the citizen's address has been erased.
 */
export function renderMail(kind: MessageKind, context: MailContext): MailMessage | null {
  const { booking, municipality, office } = context;
  switch (kind) {
    case "verification":
    case "invitation":
    case "reminder":
    case "moved":
    case "reoffered":
    case "cancelled":
    case "expired": {
      if (booking.email === null) return null;
      const draft = citizenMail(kind, context, texts("mail", booking.locale));
      const to = { name: booking.name ?? "", address: booking.email };
      return message(draft, booking.locale, to, office.email, context);
    }
    case "office_booked":
    case "office_moved":
    case "office_cancelled":
    case "office_late": {
      const draft = officeMail(kind, context, texts("mail", municipality.locale));
      const to = { name: office.name, address: office.email ?? municipality.email ?? context.from.address };
      return message(draft, municipality.locale, to, booking.email ?? undefined, context);
    }
    default:
      throw new Error(`unknown message ${JSON.stringify(kind satisfies never)}`);
  }
}

function message(
  draft: MailDraft,
  locale: Locale,
  to: MailMessage["to"],
  replyTo: string | undefined,
  context: MailContext,
): MailMessage {
  return {
    ...addressed(draft, locale, to, replyTo, context),
    ...(draft.withInvitation ? { calendar: invitation(context.booking, context) } : {}),
  };
}

/** The mail to somebody on a waiting list; null when they are not told by mail. */
export function renderWaitingMail(
  notice: WaitingNotice,
  { from, origin }: Pick<MailContext, "from" | "origin">,
): MailMessage | null {
  const { entry, office, message: outgoing } = notice;
  if (!entry.contact) return null;
  const draft = waitingMail(notice, texts("mail", entry.locale));
  const to = { name: entry.contact.name, address: entry.contact.email };
  return addressed(draft, entry.locale, to, office.email, { messageKey: outgoing.key, origin, from });
}

/** The office's morning mail. */
export function renderDigestMail(
  notice: DigestNotice,
  { from, origin }: Pick<MailContext, "from" | "origin">,
): MailMessage {
  const { office, municipality, message: outgoing } = notice;
  const { locale } = municipality;
  const to = { name: office.name, address: office.email ?? municipality.email ?? from.address };
  const draft = digestMail(notice, texts("mail", locale));
  return addressed(draft, locale, to, undefined, { messageKey: outgoing.key, origin, from });
}

function addressed(
  draft: MailDraft,
  locale: Locale,
  to: MailMessage["to"],
  replyTo: string | undefined,
  context: Pick<MailContext, "from" | "messageKey" | "origin">,
): MailMessage {
  const body = { ...draft, locale };
  return {
    channel: "mail",
    messageId: messageId(context),
    from: context.from,
    to,
    ...(replyTo === undefined ? {} : { replyTo }),
    subject: draft.subject,
    text: plainBody(body),
    html: htmlBody(body),
  };
}

/**
 * The same for each delivery of the same message (RFC 5322 section 3.6.4), so that mail programs, and our folder of
 * mails, can tell a second delivery from a second message.
 */
function messageId({ messageKey, origin }: Pick<MailContext, "messageKey" | "origin">): string {
  const key = messageKey.replace(/[^A-Za-z0-9_-]+/g, ".").replace(/^\.|\.$/g, "");
  return `<${key}@${hostOf(origin)}>`;
}
