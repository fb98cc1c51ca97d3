import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accepted, ENGINES } from "../support/town.ts";
import { everyRow, HOUR, NOW, OFFICE, open, openTown, START, type Town } from "./town.ts";
import { choices, visitor } from "./visitor.ts";

const PAGE = "/prenota?ufficio=tributi-imu&servizio=imu";
const ON = { municipality: { policy: { challenge_unconfirmed: 2 } } };

/** A challenge as the page has it. */
interface Challenge {
  readonly parameters: {
    readonly algorithm: string;
    readonly nonce: string;
    readonly salt: string;
    readonly cost: number;
    readonly keyLength: number;
    readonly keyPrefix: string;
  };
  readonly signature: string;
}

function challengeOn(text: string): Challenge | null {
  const written = /data-challenge="([^"]+)"/.exec(text)?.[1];
  return written === undefined ? null : JSON.parse(written.replaceAll("&quot;", '"'));
}

/** Beside the server, which runs in this process. */
const derive = promisify(pbkdf2);

/** What a browser hands in: ALTCHA's keys, tried one after another. */
async function solved(challenge: Challenge): Promise<string> {
  const { nonce, salt, cost, keyLength, keyPrefix, algorithm } = challenge.parameters;
  expect(algorithm).toBe("PBKDF2/SHA-256");
  for (let counter = 0; ; counter += 1) {
    const password = Buffer.alloc(nonce.length / 2 + 4);
    password.write(nonce, "hex");
    password.writeUInt32BE(counter, nonce.length / 2);
    const key = await derive(password, Buffer.from(salt, "hex"), cost, keyLength, "sha256");
    const derivedKey = key.toString("hex");
    if (derivedKey.startsWith(keyPrefix)) return handedIn({ challenge, solution: { counter, derivedKey } });
  }
}

const handedIn = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString("base64");

/** Somebody else's unconfirmed bookings. */
async function crowd({ core }: Pick<Town, "core">, count: number, from = 0): Promise<void> {
  const wish = { office: "tributi-imu", mode: "virtual", locale: "it" } as const;
  for (let i = from; i < from + count; i += 1) {
    accepted(await core.hold({ ...wish, start: START + i * 15 * 60_000, holder: `web:crowd-${i}` }));
  }
}

describe.each(ENGINES)("on %s", (engine) => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown({ engine, ...ON });
  });
  afterAll(() => town.close());

  it("work is asked for from the threshold on, done once for one office, and no longer when the crowd has gone", async () => {
    const who = visitor(town);
    await crowd(town, 1);
    expect(challengeOn((await who.open(PAGE)).text)).toBeNull();
    await crowd(town, 1, 1);
    const page = await who.open(PAGE);
    const challenge = challengeOn(page.text);
    if (!challenge) throw new Error("no work is asked for");
    expect(JSON.stringify(challenge)).toContain('"office":"tributi-imu"');
    const orario = choices(page.text).at(-1) ?? "";

    const undone = await who.press({ orario });
    expect(undone.status).toBe(422);
    expect(undone.text).toContain("premi di nuovo «Avanti»");
    // The time that was chosen stays so.
    expect(undone.text).toMatch(new RegExp(`value="${orario}" required checked`));
    expect(challengeOn(undone.text)).not.toBeNull();

    const prova = await solved(challenge);
    const other = await town.neighbour();
    const taken = await who.press({ orario, prova });
    expect([taken.status, who.path]).toEqual([200, expect.stringMatching(/dettagli/)]);
    // The same work again, in another process.
    const copy = visitor(other);
    const again = await copy.open(PAGE);
    expect((await copy.press({ orario: choices(again.text).at(-1) ?? "", prova })).status).toBe(422);

    // The holds lapse by the clock.
    town.now = NOW + HOUR;
    const later = visitor(town);
    const quiet = await later.open(PAGE);
    expect(challengeOn(quiet.text)).toBeNull();
    expect((await later.press({ orario: choices(quiet.text)[0] ?? "" })).status).toBe(200);
    town.now = NOW;
  });
});

describe("the work", () => {
  let town: Town;
  beforeAll(async () => {
    const office = { ...OFFICE, policy: { challenge_unconfirmed: 0 } };
    town = await openTown({ offices: [office, { ...office, id: "altro", name: "Altro ufficio" }] });
  });
  afterAll(() => town.close());
  const asked = async (path = PAGE) => {
    const who = visitor(town);
    const page = await who.open(path);
    const challenge = challengeOn(page.text);
    if (!challenge) throw new Error("no work is asked for");
    return { who, challenge, orario: choices(page.text)[0] ?? "" };
  };

  it.each([
    ["missing", async () => ""],
    ["no work at all", async () => "ciao"],
    ["not JSON of ours", async () => handedIn({ challenge: null, solution: 1 })],
    [
      "made easier by its sender",
      async (challenge: Challenge) => {
        const easy = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "0" } };
        return solved(easy);
      },
    ],
    [
      "guessed",
      async (challenge: Challenge) => {
        const derivedKey = challenge.parameters.keyPrefix.padEnd(64, "0");
        return handedIn({ challenge, solution: { counter: 1, derivedKey } });
      },
    ],
    ["another office's", async () => solved((await asked("/prenota?ufficio=altro&servizio=imu")).challenge)],
  ])("is not accepted when it is %s, and nothing is held", async (_, work) => {
    const { who, challenge, orario } = await asked();
    const before = everyRow(town);
    const answer = await who.press({ orario, prova: await work(challenge) });
    expect(answer.status).toBe(422);
    expect(everyRow(town)).toEqual(before);
  });

  it("is not accepted half an hour later", async () => {
    const { who, challenge, orario } = await asked();
    const prova = await solved(challenge);
    town.now = NOW + HOUR / 2;
    expect((await who.press({ orario, prova })).status).toBe(422);
    town.now = NOW;
    expect((await who.press({ orario, prova })).status).toBe(200);
  });

  it("asks nothing of third parties, and names the other ways for browsers without scripts", async () => {
    const { text } = await open(town, PAGE);
    expect(text).toMatch(/<script type="module" src="\/assets\/challenge-[\da-f]+\.js">/);
    const worker = /data-worker="(\/assets\/challenge-worker-[\da-f]+\.js)"/.exec(text)?.[1] ?? "";
    const { status, headers } = await open(town, worker);
    expect([status, headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
    const [, without = ""] = /<noscript>([\s\S]*?)<\/noscript>/.exec(text) ?? [];
    expect(without).toContain('href="tel:079000000"');
    expect(without).toContain('href="mailto:tributi@example.org"');
    expect(without).toContain("riprovare più tardi");
  });

  it("grows with the crowd", async () => {
    const busy = await openTown(ON);
    await crowd(busy, 6);
    const challenge = challengeOn((await open(busy, PAGE)).text);
    if (!challenge) throw new Error("no work is asked for");
    const { solution } = JSON.parse(Buffer.from(await solved(challenge), "base64").toString());
    // Three times the threshold: at least three times the least there is, which is as much as the most at the threshold.
    expect(solution.counter).toBeGreaterThanOrEqual(1_500);
    await busy.close();
  });
});
