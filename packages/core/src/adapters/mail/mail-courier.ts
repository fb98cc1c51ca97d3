import type { Config } from "../../config.ts";
import type { Courier, DigestNotice, WaitingNotice } from "../../ports.ts";
import { addToCalendarLinks } from "../calendar/calendar-links.ts";
import { openMailTransport } from "./mail-transport.ts";
import { renderDigestMail, renderMail, renderWaitingMail } from "./render-mail.ts";
import { mailSender } from "./sender.ts";

export interface MailCourier extends Courier {
  readonly channel: "mail";
  deliverWaiting(notice: WaitingNotice): Promise<void>;
  deliverDigest(notice: DigestNotice): Promise<void>;
  /** Reaches the far end without sending anything. Throws {@link DeliveryError}. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Says notices by mail. One about a citizen whose data has been erased is passed over: there is nobody to tell.
 *
 * @param cwd what a relative mail folder starts from
 */
export function openMailCourier(config: Pick<Config, "mailUrl" | "mailFrom">, cwd: string): MailCourier {
  const transport = openMailTransport(config.mailUrl, { cwd });
  return {
    channel: "mail",
    deliver: async ({ message, publicUrl, ...notice }) => {
      const { municipality, booking, now } = notice;
      const mail = renderMail(message.kind, {
        ...notice,
        messageKey: message.key,
        origin: publicUrl,
        from: { name: municipality.name, address: mailSender(municipality, publicUrl, config.mailFrom) },
        calendar: addToCalendarLinks(booking, notice),
      });
      if (mail) await transport.deliver(mail, now);
    },
    deliverDigest: async (notice) => {
      const { municipality, publicUrl, now } = notice;
      const from = {
        name: municipality.name,
        address: mailSender(municipality, publicUrl, config.mailFrom),
      };
      await transport.deliver(renderDigestMail(notice, { from, origin: publicUrl }), now);
    },
    deliverWaiting: async (notice) => {
      const { municipality, publicUrl, now } = notice;
      const from = {
        name: municipality.name,
        address: mailSender(municipality, publicUrl, config.mailFrom),
      };
      const mail = renderWaitingMail(notice, { from, origin: publicUrl });
      if (mail) await transport.deliver(mail, now);
    },
    verify: () => transport.verify(),
    close: () => transport.close(),
  };
}
