import { randomInt } from "node:crypto";
import { type Core, type Instant, MINUTE, type Office, type Policy } from "@ricevimenti/core";

/**
 * Asks browsers for some work before they take a time, while an office has more unconfirmed bookings than people make:
 * made-up addresses then cost whoever makes them up (ALTCHA, version 2 of its proof of work).
 */
export interface Challenges {
  /** The work an office asks for now, as JSON; null while it asks for none. */
  ask(asked: Asked): Promise<string | null>;
  /** Whether a time may be taken: no work is asked for, or this is the work, done for this office and the first time. */
  accepts(asked: Asked, work: string | undefined): Promise<boolean>;
}

/** Whose times are wanted, and what holds there. */
export interface Asked {
  readonly office: Office;
  readonly policy: Policy;
}

/** As many keys as a browser tries before it finds the one, at the threshold: one or two seconds, a phone some more. */
const LEAST = 500;
const MOST = 1_500;
/** Iterations of each key. */
const COST = 4_000;
/** Above the threshold the work grows with the crowd, up to this often as much. */
const HARDEST = 10;
/** Milliseconds for which the work may be handed in: choosing a time takes a while. */
const LIFE = 30 * MINUTE;
const ALGORITHM = "PBKDF2/SHA-256";

export function challengesFor(core: Core): Challenges {
  const secrets = {
    hmacSignatureSecret: core.derivedSecret("challenge"),
    hmacKeySignatureSecret: core.derivedSecret("challenge-key"),
  };

  /** How much work is asked for; 0: none. */
  const hardness = async ({ office, policy }: Asked): Promise<number> => {
    const threshold = policy.challenge_unconfirmed;
    const unconfirmed = await core.records.measures.unconfirmed(office.id, core.clock.now());
    if (unconfirmed < threshold) return 0;
    return Math.min(HARDEST, Math.max(1, Math.floor(unconfirmed / Math.max(1, threshold))));
  };

  return {
    async ask(asked) {
      const { office } = asked;
      const times = await hardness(asked);
      if (times === 0) return null;
      const [{ createChallenge }, { deriveKey }] = await library();
      const challenge = await createChallenge({
        algorithm: ALGORITHM,
        cost: COST,
        counter: randomInt(LEAST * times, MOST * times),
        deriveKey,
        // Not ALTCHA's own expiry: that looks at the machine's clock.
        data: { office: office.id, until: core.clock.now() + LIFE },
        ...secrets,
      });
      return JSON.stringify(challenge);
    },

    async accepts(asked, work) {
      const { office } = asked;
      if ((await hardness(asked)) === 0) return true;
      const done = work === undefined ? null : handedIn(work);
      if (!done) return false;
      const { challenge, solution } = done;
      const { data } = challenge.parameters;
      if (data?.office !== office.id || !(Number(data.until) > core.clock.now())) return false;
      const [{ verifySolution }, { deriveKey }] = await library();
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets });
      return verified && (await isFirst(core, challenge.signature ?? "", Number(data.until)));
    },
  };
}

/** Most visitors never need it. */
function library() {
  return Promise.all([import("altcha-lib"), import("altcha-lib/algorithms/pbkdf2")]);
}

type Payload = import("altcha-lib/types").Payload;

/** What a browser sends: challenge and solution as JSON in base64. Null when it is anything else. */
function handedIn(work: string): Payload | null {
  try {
    const payload: unknown = JSON.parse(Buffer.from(work, "base64").toString("utf8"));
    const { challenge, solution } = payload as Partial<Payload>;
    return challenge?.parameters && typeof challenge.signature === "string" && solution
      ? { challenge, solution }
      : null;
  } catch {
    return null;
  }
}

/** Work is done for one time: counted like everything that may be used so often. */
async function isFirst(core: Core, signature: string, until: Instant): Promise<boolean> {
  const now = core.clock.now();
  const { uses } = await core.atomically((_, { rates }) =>
    rates.use(`challenge/${signature}`, now, until - now),
  );
  return uses === 1;
}
