import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf } from "../../packages/web-join/src/client-address.ts";
import { LIMITS, rateLimits } from "../../packages/web-join/src/rate-limits.ts";
import { ENGINES } from "../support/town.ts";
import { everyRow, HOUR, NOW, open, openTown, press, type Town } from "./town.ts";
import { MARIO, walkTo } from "./visitor.ts";

const OURS = { "sec-fetch-site": "same-origin", origin: "null" };
const from = (address: string) => ({ ...OURS, "x-forwarded-for": address });
/** A press that would send a mail, if there were such a request. */
const ASKED = "/prenota/AAA-AAA/riepilogo";

describe.each(ENGINES)("on %s", (engine) => {
  let town: Town;
  let other: Pick<Town, "core" | "url">;
  beforeAll(async () => {
    town = await openTown({ engine, web: { trustProxy: { hops: 1 } } });
    other = await town.neighbour();
  });
  afterAll(() => town.close());

  it("one address asks for so many mails an hour, of all processes together", async () => {
    const ask = (at: Pick<Town, "url">, address: string) => press(at, ASKED, {}, from(address));
    const { most } = LIMITS.mails;
    for (let done = 0; done < most; done += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => ask(i % 2 === 0 ? town : other, "198.51.100.7")),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(410));
    }
    for (const at of [town, other]) {
      // What the visitor writes before the proxy's word does not help.
      for (const address of ["198.51.100.7", "203.0.113.1, 198.51.100.7"]) {
        const { status, headers, text } = await ask(at, address);
        expect([status, headers.get("retry-after")]).toEqual([429, "3600"]);
        expect(text).toContain("sono arrivate troppe richieste: riprova tra 1 ora.");
      }
    }
    expect((await ask(town, "198.51.100.8")).status).toBe(410);
    expect((await open(town, "/", from("198.51.100.7"))).status).toBe(200);

    town.now = NOW + HOUR - 1_000;
    expect((await ask(other, "198.51.100.7")).headers.get("retry-after")).toBe("1");
    town.now = NOW + HOUR;
    expect((await ask(town, "198.51.100.7")).status).toBe(410);
    expect((await ask(other, "198.51.100.7")).status).toBe(410);
    town.now = NOW;
  });

  it("one e-mail address is written to so many times a day, however it is spelled", async () => {
    const limits = [town, other].map(({ core }) => rateLimits(core, clientsOf(null)));
    const mail = (i: number, sent: boolean) => {
      const email = i % 3 === 0 ? " Mario.Rossi@Example.org" : MARIO.email;
      const refusal = { code: "resend_limit", limit: 3 } as const;
      return limits[i % 2]?.mailing(email, async () => (sent ? { ok: true } : { ok: false, refusal }));
    };
    for (let i = 0; i < LIMITS.recipient.most; i += 1) {
      // What is refused is no mail: nobody uses up another's share by asking.
      expect(await mail(i, false)).toMatchObject({ ok: false, refusal: { code: "resend_limit" } });
      expect(await mail(i, true)).toEqual({ ok: true });
    }
    const { page } = await walkTo(town, "inviata");
    expect([page.status, page.headers.get("retry-after")]).toEqual([429, "86400"]);
    expect(page.text).toContain(
      "A questo indirizzo e-mail abbiamo già scritto molte volte: riprova tra 1 giorno.",
    );
    const anna = await walkTo(town, "inviata", { email: "anna@example.org" });
    expect(anna.page.status).toBe(200);
    const corrected = await anna.who.press(
      { email: MARIO.email },
      anna.who.path.replace(/inviata.*/, "inviata/correggi"),
    );
    expect([corrected.status, await town.core.records.outbox.find({})]).toEqual([429, [expect.anything()]]);
  });

  it("what is counted does not say whom it is about, and goes after two days", async () => {
    if (engine === "sqlite") {
      const rows = everyRow(town).rates as { name: string }[];
      expect(rows.length).toBeGreaterThan(2);
      for (const { name } of rows) expect(name).toMatch(/^(mails|recipient)\/[\w-]{22}$/);
      expect(JSON.stringify(rows)).not.toMatch(/198\.51|anna/i);
    }
    town.now = NOW + 73 * HOUR;
    await town.core.tick();
    if (engine === "sqlite") expect(everyRow(town).rates).toEqual([]);
    expect(JSON.stringify(town.log)).not.toMatch(/198\.51|192\.0\.2|anna@/i);
    expect(town.log.filter(({ event }) => event === "web.limit").map(({ limit }) => limit)).toContain(
      "mails",
    );
    town.now = NOW;
  });
});

describe("taking times", () => {
  it("is counted by address, too, whatever comes of it", async () => {
    const town = await openTown({ web: { trustProxy: { hops: 1 } } });
    const take = () => press(town, "/prenota?ufficio=nessuno", { orario: "1.virtual" }, from("198.51.100.7"));
    for (let done = 0; done < LIMITS.holds.most; done += 30) {
      const answers = await Promise.all(Array.from({ length: 30 }, take));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    }
    const { status, headers } = await take();
    expect([status, headers.get("retry-after")]).toEqual([429, "3600"]);
    await town.close();
  });
});

describe("who is not counted by address", () => {
  it("visitors of a proxy that nobody told us of, and the log says so once", async () => {
    const town = await openTown();
    const most = LIMITS.mails.most + 5;
    const answers = await Promise.all(
      Array.from({ length: most }, () => press(town, ASKED, {}, from("198.51.100.7"))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([410]));
    const told = town.log.filter(({ event }) => event === "web.proxy_not_trusted");
    expect(told).toEqual([{ level: "warn", event: "web.proxy_not_trusted", setting: "TRUST_PROXY" }]);
    await town.close();
  });
});

describe("a form that was filled in by a program", () => {
  it("is not taken, and nothing is written", async () => {
    const town = await openTown();
    const { who, page } = await walkTo(town, "riepilogo");
    expect(page.text).toMatch(/<div class="trap" aria-hidden="true" inert>.*tabindex="-1"/);
    const before = everyRow(town);
    const trapped = await who.press({
      ...MARIO,
      motivo: "Saldo",
      consenso: "si",
      website: "https://x.example",
    });
    expect(trapped.status).toBe(422);
    expect(trapped.text).toContain("Il modulo sembra compilato da un programma");
    expect(everyRow(town)).toEqual(before);
    await town.close();
  });
});
