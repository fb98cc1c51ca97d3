import { statSync } from "node:fs";
import type { Config } from "../config.ts";
import type { Finding } from "../core.ts";
import type { Deps } from "../use-cases/deps.ts";
import type { MailCourier } from "./mail/mail-courier.ts";

/** The far end that belongs to the core itself, and what it was configured with. */
export interface Surroundings {
  readonly mail: MailCourier;
  readonly config: Config;
}

/** No clock of a machine in use is before this program was written. */
const EARLIEST = Date.UTC(2026, 0, 1);

/** Examines what lies around the database: mail, video keys, links, clock and zone data. */
export async function examineSurroundings(
  { clock }: Deps,
  { mail, config }: Surroundings,
): Promise<readonly Finding[]> {
  return [
    await examineMail(mail, config),
    examineVideo(config),
    examineLinks(config),
    examineTime(clock.now()),
  ];
}

async function examineMail(mail: MailCourier, { mailUrl }: Config): Promise<Finding> {
  const check = "mail";
  const where = mailUrl.startsWith("file:") ? mailUrl : URL.parse(mailUrl)?.host || "server";
  try {
    await mail.verify();
  } catch (cause) {
    const detail = `${where}: ${cause instanceof Error ? cause.message : String(cause)}`;
    return {
      check,
      level: "error",
      detail,
      advice: "check MAIL_URL, the server's name, port, user and password",
    };
  }
  return mailUrl.startsWith("file:")
    ? {
        check,
        level: "warning",
        detail: `mails are written to ${where}, not sent`,
        advice: "set MAIL_URL=smtp://host:port",
      }
    : { check, level: "ok", detail: where };
}

function examineVideo({ jitsi }: Config): Finding {
  const check = "video";
  const { url, signing } = jitsi;
  if (signing.kind === "none") {
    const advice = "set JITSI_APP_ID and JITSI_APP_SECRET (own server) or JaaS's keys";
    return { check, level: "warning", detail: `${url}: rooms cannot be guessed but are not signed`, advice };
  }
  if (signing.kind === "rs256") {
    try {
      statSync(signing.privateKeyFile);
    } catch {
      return {
        check,
        level: "error",
        detail: `no file ${signing.privateKeyFile}`,
        advice: "check JITSI_PRIVATE_KEY_FILE",
      };
    }
  }
  return { check, level: "ok", detail: `${url}, ${signing.kind}` };
}

function examineLinks({ publicUrl }: Config): Finding {
  const check = "links";
  const { hostname, protocol } = new URL(publicUrl);
  if (hostname === "localhost" || hostname.startsWith("127.")) {
    return {
      check,
      level: "warning",
      detail: `${publicUrl} opens on this machine only`,
      advice: "set PUBLIC_URL to the address citizens see",
    };
  }
  return protocol === "https:"
    ? { check, level: "ok", detail: publicUrl }
    : { check, level: "warning", detail: `${publicUrl} is not encrypted`, advice: "put https before it" };
}

/** Both known changes of the Italian clocks must be found in the zone data the program runs with. */
function examineTime(now: number): Finding {
  const hourIn = (instant: number) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Rome", hour: "2-digit", hourCycle: "h23" }).format(
      instant,
    );
  const zonesRight = hourIn(Date.UTC(2026, 0, 15, 12)) === "13" && hourIn(Date.UTC(2026, 6, 15, 12)) === "14";
  if (!zonesRight)
    return {
      check: "clock and zones",
      level: "error",
      detail: "zone data is missing or wrong",
      advice: "use the Node that npm ci installs",
    };
  return now < EARLIEST
    ? {
        check: "clock and zones",
        level: "error",
        detail: new Date(now).toISOString(),
        advice: "set the machine's clock (NTP)",
      }
    : { check: "clock and zones", level: "ok", detail: new Date(now).toISOString() };
}
