import type { Municipality } from "../../domain/municipality.ts";
import { hostOf } from "../calendar/invitation-context.ts";

/** The address every mail is from: `MAIL_FROM`, or the town's own, or one on the public host. */
export function mailSender(
  municipality: Pick<Municipality, "email">,
  publicUrl: string,
  mailFrom: string | null,
): string {
  return mailFrom ?? municipality.email ?? `appuntamenti@${hostOf(publicUrl)}`;
}
