import type { MailTransport, MailTransportOptions } from "./delivery.ts";
import { openMailFolder } from "./mail-folder.ts";
import { openSmtp } from "./smtp.ts";

/**
 * Opens what `MAIL_URL` names (CONTRACT.md): `smtp://` (STARTTLS where the server has it, always before a password
 * leaves the machine), `smtps://`, or `file:FOLDER`. Nothing is connected to, and nodemailer is not loaded, before the
 * first delivery.
 */
export function openMailTransport(mailUrl: string, options: MailTransportOptions = {}): MailTransport {
  return mailUrl.startsWith("file:") ? openMailFolder(mailUrl, options) : openSmtp(mailUrl, options);
}
