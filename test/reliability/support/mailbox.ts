import { simpleParser } from "mailparser";
import type { Posted } from "./post-office.ts";

/** A mail as the outbox and calendars tell it apart from others. */
export interface Letter {
  readonly to: string;
  /** Of the outbox message it says, such as `K7P-4QX.1.invitation.mail`. */
  readonly key: string;
  readonly code: string;
  readonly version: number;
  readonly kind: string;
  /** `METHOD UID SEQUENCE` of its calendar part. */
  readonly calendar: string | null;
}

/** What lies in the mailboxes: a second delivery under the same Message-ID is the same letter. */
export async function letters(posted: readonly Posted[]): Promise<Letter[]> {
  const found: Letter[] = [];
  for (const { to, messageId, source } of new Map(posted.map((one) => [one.messageId, one])).values()) {
    const key = messageId.slice(1, messageId.indexOf("@"));
    const [code = "", version = "", kind = ""] = key.split(".");
    found.push({ to, key, code, version: Number(version), kind, calendar: await calendarOf(source) });
  }
  return found;
}

async function calendarOf(source: string): Promise<string | null> {
  if (!source.includes("text/calendar")) return null;
  const { attachments } = await simpleParser(source);
  const part = attachments.find(({ contentType }) => contentType === "text/calendar");
  if (!part) return null;
  const text = part.content.toString("utf8").replaceAll(/\r\n[ \t]/g, "");
  const value = (name: string) => new RegExp(`^${name}:(.*)$`, "m").exec(text)?.[1]?.trim() ?? "";
  return `${value("METHOD")} ${value("UID")} ${value("SEQUENCE")}`;
}
