import type { SendMailOptions } from "nodemailer";
import type { Instant } from "../../domain/slot.ts";
import { DeliveryError, type MailMessage } from "../../ports.ts";
import { oneLine } from "../../texts/safe-text.ts";

/** One mailbox, as a header and an SMTP command can hold it: no list, no quoting, no white space, no control character. */
const MAILBOX = /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u;

/** The message as nodemailer composes it, the same for SMTP and for files. */
export function envelopeOf(message: MailMessage, at: Instant): SendMailOptions {
  const { messageId, from, to, replyTo, subject, text, html, calendar } = message;
  return {
    messageId,
    date: new Date(at),
    from: { name: headerText(from.name), address: mailbox(from.address, "sender") },
    to: { name: headerText(to.name), address: mailbox(to.address, "recipient") },
    ...(replyTo !== undefined && MAILBOX.test(replyTo) ? { replyTo: { name: "", address: replyTo } } : {}),
    subject: headerText(subject),
    text,
    html,
    ...(calendar
      ? { icalEvent: { method: calendar.method, filename: calendar.filename, content: calendar.body } }
      : {}),
    headers: {
      // RFC 3834, and the same for Exchange: no out-of-office replies to a machine.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Characters of a header's text: a line has at most 998 octets (RFC 5322), and a word cannot be folded. */
const HEADER_TEXT = 200;

/** Text for a header, in which nothing looks like an encoded word (RFC 2047): readers decode those even inside quotes. */
function headerText(text: string): string {
  const characters = [...oneLine(text).replaceAll("=?", "= ?")];
  return characters.length > HEADER_TEXT
    ? `${characters.slice(0, HEADER_TEXT).join("")}…`
    : characters.join("");
}

function mailbox(address: string, whose: string): string {
  if (MAILBOX.test(address)) return address;
  throw new DeliveryError(`the ${whose}'s address is not one mailbox`, { permanent: true });
}
