import { createHmac } from "node:crypto";
import { type Core, DAY, emailKey, type Instant, MINUTE, type Outcome } from "@ricevimenti/core";
import type { Context } from "hono";
import { type Clients, isPrivate, isThisMachine, networkOf } from "./client-address.ts";

/** How often something may be done in a span of milliseconds. */
interface Limit {
  readonly most: number;
  readonly span: number;
}

/**
 * Far more than people need, also where a library, the town hall or a mobile network stands behind one address; far
 * less than a program that fills a calendar. Who comes near the first two meets the challenge before.
 */
export const LIMITS = {
  /** Times taken from one address. */
  holds: { most: 600, span: 60 * MINUTE },
  /** Mails asked for from one address. */
  mails: { most: 200, span: 60 * MINUTE },
  /** Mails to one e-mail address. */
  recipient: { most: 20, span: DAY },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** Names remembered at most as having used up what they may. */
const REMEMBERED = 10_000;

/** Not done, because it has been done too often. */
export interface TooMany {
  readonly ok: false;
  /** Milliseconds until it may be done again. */
  readonly wait: number;
}

export interface RateLimits {
  /** Counts one use by whoever sends the request. Milliseconds until the next is allowed; null: this one is. */
  byAddress(c: Context, limit: "holds" | "mails"): Promise<number | null>;
  /**
   * Does what sends one mail to an address, and counts it; what is refused is not counted, so that nobody can use up
   * somebody else's share without a mail that tells them.
   */
  mailing<T>(email: string, work: (core: Core) => Promise<Outcome<T>>): Promise<Outcome<T> | TooMany>;
}

/**
 * Counts in the database, so that a limit is one for all processes. What is counted is named by an HMAC: neither
 * addresses nor e-mail addresses can be read there. Nobody is counted by address whose address is not known for sure:
 * this machine itself, and visitors of a proxy that TRUST_PROXY does not name.
 */
export function rateLimits(core: Core, clients: Clients): RateLimits {
  const secret = core.derivedSecret("rate-limits");
  // A flood is turned away without asking the database each time.
  const usedUp = new Map<string, Instant>();
  let toldOfStranger = false;

  const keyOf = (name: LimitName, who: string) =>
    `${name}/${createHmac("sha256", secret).update(`${name}/${who}`).digest("base64url").slice(0, 22)}`;

  const use = async (name: "holds" | "mails", address: string): Promise<number | null> => {
    const { most, span } = LIMITS[name];
    const key = keyOf(name, networkOf(address));
    const now = core.clock.now();
    const until = usedUp.get(key);
    if (until !== undefined && until > now) return until - now;
    usedUp.delete(key);
    const { uses, began } = await core.atomically((_, { rates }) => rates.use(key, now, span));
    if (uses <= most) return null;
    core.log.warn("web.limit", { limit: name });
    if (usedUp.size >= REMEMBERED) usedUp.clear();
    usedUp.set(key, began + span);
    return began + span - now;
  };

  return {
    async byAddress(c, limit) {
      const address = clients.addressOf(c);
      const stranger = clients.comesByStranger(c);
      if (stranger && !toldOfStranger) {
        toldOfStranger = true;
        core.log.warn("web.proxy_not_trusted", { setting: "TRUST_PROXY" });
      }
      if (address === null || isThisMachine(address) || (stranger && isPrivate(address))) return null;
      return use(limit, address);
    },
    mailing: (email, work) =>
      core.atomically(async (within, { rates }) => {
        const { most, span } = LIMITS.recipient;
        const now = core.clock.now();
        const { uses, began } = await rates.use(keyOf("recipient", emailKey(email)), now, span);
        if (uses <= most) return work(within);
        core.log.warn("web.limit", { limit: "recipient" });
        return { ok: false, wait: began + span - now };
      }),
  };
}
