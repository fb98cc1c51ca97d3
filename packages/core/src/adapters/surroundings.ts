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
  const kept = mailUrl.startsWith("file:");
  // The address may hold a password.
  const where = kept ? mailUrl : (URL.parse(mailUrl)?.host ?? "");
  try {
    await mail.verify();
  } catch (cause) {
    const detail = `${where}: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { check, level: "error", detail, ailment: "mail-silent" };
  }
  return kept
    ? { check, level: "warning", detail: where, ailment: "mail-kept" }
    : { check, level: "ok", detail: where };
}

function examineVideo({ jitsi: { url, signing } }: Config): Finding {
  const check = "video";
  if (signing.kind === "none") return { check, level: "warning", detail: url, ailment: "video-unsigned" };
  if (signing.kind === "rs256" && !statSync(signing.privateKeyFile, { throwIfNoEntry: false })?.isFile()) {
    return { check, level: "error", detail: signing.privateKeyFile, ailment: "video-key-missing" };
  }
  return { check, level: "ok", detail: `${url}, ${signing.kind.toUpperCase()}` };
}

function examineLinks({ publicUrl: detail }: Config): Finding {
  const check = "links";
  const { hostname, protocol } = new URL(detail);
  const local = hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
  if (local) return { check, level: "warning", detail, ailment: "links-local" };
  return protocol === "https:"
    ? { check, level: "ok", detail }
    : { check, level: "warning", detail, ailment: "links-unencrypted" };
}

/** Both known changes of the Italian clocks must be found in the zone data the program runs with. */
function examineTime(now: number): Finding {
  const check = "clock";
  const detail = new Date(now).toISOString();
  const hourIn = (instant: number) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Rome", hour: "2-digit", hourCycle: "h23" }).format(
      instant,
    );
  const winter = hourIn(Date.UTC(2026, 0, 15, 12));
  const summer = hourIn(Date.UTC(2026, 6, 15, 12));
  if (winter !== "13" || summer !== "14") return { check, level: "error", detail, ailment: "zones-wrong" };
  return now < EARLIEST
    ? { check, level: "error", detail, ailment: "clock-wrong" }
    : { check, level: "ok", detail };
}
