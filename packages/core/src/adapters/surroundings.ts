import { statfsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Config } from "../config.ts";
import type { Finding } from "../core.ts";
import type { Municipality } from "../domain/municipality.ts";
import { type Derive, fingerprintOf } from "../domain/token.ts";
import type { Records } from "../ports.ts";
import type { Deps } from "../use-cases/deps.ts";
import type { MailCourier } from "./mail/mail-courier.ts";
import { mailSender } from "./mail/sender.ts";
import { secretFileOf } from "./secret-file.ts";
import { examineTelegram } from "./telegram-check.ts";

/** The far end that belongs to the core itself, and what it was configured with. */
export interface Surroundings {
  readonly mail: MailCourier;
  readonly config: Config;
  /** What relative paths start from. */
  readonly cwd: string;
}

/** Bytes below which it is time to look after the disk: a log, a day's mails and a copy of the database fit in. */
const ROOM = 500e6;

/** No clock of a machine in use is before this program was written. */
const EARLIEST = Date.UTC(2026, 0, 1);

/** Examines what lies around the database: mail, video keys, links, clock and zone data. */
export async function examineSurroundings(
  { clock, store, derive }: Deps,
  { mail, config, cwd }: Surroundings,
): Promise<readonly Finding[]> {
  const [sent, chat, municipality] = await Promise.all([
    examineMail(mail, config),
    examineTelegram(config),
    store.read.municipality.get(),
  ]);
  return [
    ...examineFile(config, cwd),
    await examineSecret(store.read, derive, secretName(config, cwd)),
    sent,
    examineSender(config, municipality?.definition ?? {}),
    ...(chat ? [chat] : []),
    examineVideo(config),
    examineLinks(config),
    ...examineProxy(config),
    examineTime(clock.now()),
  ];
}

/** Who may read the database's file, and how much room is left beside it; PostgreSQL has its own watch. */
function examineFile({ database }: Config, cwd: string): Finding[] {
  if (database.engine !== "sqlite") return [];
  const file = resolve(cwd, database.file);
  const { mode } = statSync(file);
  const { bavail, bsize } = statfsSync(dirname(file));
  const free = bavail * bsize;
  const disk = { check: "disk", detail: `${(free / 1e9).toFixed(1)} GB` } as const;
  const others = (mode & 0o077).toString(8);
  return [
    ...(others === "0" || process.platform === "win32"
      ? []
      : [
          {
            check: "database",
            level: "warning",
            detail: `${file} (${(mode & 0o777).toString(8)})`,
            ailment: "database-readable",
          } as const,
        ]),
    free < ROOM ? { ...disk, level: "warning", ailment: "disk-nearly-full" } : { ...disk, level: "ok" },
  ];
}

/** Whether this is the secret that the town's links have been derived from so far. */
export async function isSecretKept(records: Records, derive: Derive): Promise<boolean> {
  const known = await records.municipality.fingerprint();
  return known === null || known === fingerprintOf(derive);
}

/** The same as a finding of the doctor. */
export async function examineSecret(records: Records, derive: Derive, where: string): Promise<Finding> {
  const finding = { check: "secret", detail: where } as const;
  return (await isSecretKept(records, derive))
    ? { ...finding, level: "ok" }
    : { ...finding, level: "error", ailment: "secret-changed" };
}

/** Where the secret comes from, as it may be shown. */
export function secretName({ secret, database }: Config, cwd: string): string {
  return secret !== null || database.engine !== "sqlite"
    ? "APP_SECRET"
    : secretFileOf(resolve(cwd, database.file));
}

/** Without an address of the town's own, mails come from one that nobody reads, on the web pages' host. */
function examineSender({ mailFrom, publicUrl }: Config, municipality: Pick<Municipality, "email">): Finding {
  const check = "sender";
  const detail = mailSender(municipality, publicUrl, mailFrom);
  return (mailFrom ?? municipality.email)
    ? { check, level: "ok", detail }
    : { check, level: "warning", detail, ailment: "no-sender" };
}

async function examineMail(mail: MailCourier, { mailUrl }: Config): Promise<Finding> {
  const check = "mail";
  const kept = mailUrl.startsWith("file:");
  // The address may hold a password.
  const where = kept ? mailUrl : (URL.parse(mailUrl)?.host ?? "");
  try {
    await mail.verify();
  } catch (cause) {
    const { code } = cause as { readonly code?: unknown };
    const detail = typeof code === "string" ? `${where} (${code})` : where;
    const answered = typeof code === "string" && /^(\d|EAUTH|ETLS|ESTARTTLS)/.test(code);
    return {
      check,
      level: "error",
      detail,
      ailment: kept ? "mail-folder" : answered ? "mail-refused" : "mail-silent",
    };
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

/** Pages do not speak https themselves: where their address does, somebody stands before them and hides the visitors. */
function examineProxy({ publicUrl, trustProxy }: Config): Finding[] {
  if (!publicUrl.startsWith("https:")) return [];
  const check = "proxy";
  if (trustProxy === null) {
    return [{ check, level: "warning", detail: "TRUST_PROXY", ailment: "proxy-unknown" }];
  }
  const detail = "hops" in trustProxy ? String(trustProxy.hops) : trustProxy.networks.join(", ");
  return [{ check, level: "ok", detail }];
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
