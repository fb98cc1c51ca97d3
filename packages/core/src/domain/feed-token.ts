import { type Derive, isDerived } from "./token.ts";

/** Which edition of an office's feed an address is for: a new one makes the older addresses worthless. */
export interface FeedSubject {
  readonly office: string;
  readonly feed: number;
}

const MAC_BYTES = 18;
const TOKEN = /^([a-z0-9-]{1,40})\.([1-9][0-9]{0,14})\.([\w-]{24})$/;

/** The secret part of the address of an office's calendar feed: 144 bits, derived and never stored (invariant 6). */
export function feedToken(derive: Derive, subject: FeedSubject): string {
  return `${subject.office}.${subject.feed}.${mac(derive, subject).toString("base64url")}`;
}

/** Which office and edition a token was made for; null when it is not ours. */
export function readFeedToken(derive: Derive, token: string): FeedSubject | null {
  const [, office = "", feed = "", given = ""] = TOKEN.exec(token) ?? [];
  if (office === "") return null;
  const subject = { office, feed: Number(feed) };
  return isDerived(given, mac(derive, subject)) ? subject : null;
}

function mac(derive: Derive, { office, feed }: FeedSubject): Buffer {
  return Buffer.from(derive("link/feed", `${office}/${feed}`).subarray(0, MAC_BYTES));
}
