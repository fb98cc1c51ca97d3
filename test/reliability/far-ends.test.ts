import type { Core, Office } from "@ricevimenti/core";
import { describe, expect, test } from "vitest";
import { confirmBooking, ENGINES, openTown, type TestTown } from "../support/town.ts";
import { courier, openBotTown } from "../telegram-bot/support/bot-town.ts";
import { letters } from "./support/mailbox.ts";
import { type Conduct, PostOffice } from "./support/post-office.ts";

/** A Monday far enough away for every try to be made before it. */
const EIGHT = Date.parse("2026-12-21T08:00:00+01:00");
const BEFORE_REMINDERS = Date.parse("2026-12-19T00:00:00+01:00");
const SECOND = 1000;
const HOUR = 3600 * SECOND;

const OFFICE: Office = {
  id: "anagrafe",
  name: "Anagrafe",
  email: "anagrafe@comune.ozieri.ss.it",
  hours: [{ days: ["mon"], from: "08:00", to: "20:00", slot: 5, modes: ["in_person"] }],
};

/** So many confirmed bookings, each of somebody else. */
async function bookMany(core: Core, emails: readonly string[], chats = 1): Promise<void> {
  for (const [i, email] of emails.entries()) {
    const start = new Date(EIGHT + i * 300 * SECOND).toISOString();
    const citizen = { name: "Mario Rossi", email, reason: "IMU" };
    await confirmBooking(core, start, { office: OFFICE.id, citizen, chat: chats + i });
  }
}

/** Rounds of the worker until nothing but reminders waits; the clock goes from one time that is due to the next. */
async function untilQuiet(
  { core, clock }: TestTown,
  channels: readonly ("mail" | "telegram")[],
  tick: () => Promise<unknown>,
): Promise<number> {
  for (let rounds = 1; rounds < 100; rounds++) {
    await tick();
    const next = await core.records.outbox.nextDue(channels);
    if (next === null || next > BEFORE_REMINDERS) return rounds;
    clock.set(Math.max(next, clock.now()));
  }
  throw new Error("there is no end to it");
}

/** What a mail server does at the n-th time it is asked to take something for somebody. */
const MOODS: Readonly<Record<string, (nth: number) => Conduct>> = {
  ready: () => "takes it",
  busy: (nth) => (nth <= 3 ? { refuses: 451 } : "takes it"),
  forgetful: (nth) => (nth <= 2 ? "drops after the data" : "takes it"),
  slow: () => ({ takes: 150 }),
  brusque: (nth) => (nth <= 2 ? "hangs up" : "takes it"),
  closed: () => ({ refuses: 550 }),
  full: () => ({ refuses: 452 }),
};
const OF_EACH = 4;

describe.each(ENGINES)("on %s", (engine) => {
  test("a mail server that is away, busy, slow or breaks off gets every mail once, or the doctor says which it did not", async () => {
    const away = await PostOffice.open();
    const { port } = away;
    await using town = await openTown({ engine, offices: [OFFICE], env: { MAIL_URL: away.url } });
    const { core, clock } = town;
    const recipients = Object.keys(MOODS).flatMap((mood) =>
      Array.from({ length: OF_EACH }, (_, i) => `${mood}-${i}@example.org`),
    );
    await bookMany(core, recipients);

    await away[Symbol.asyncDispose]();
    expect(await core.tick()).toMatchObject({ delivered: 0, postponed: 2 * recipients.length, failed: 0 });

    await using server = await PostOffice.open(port);
    const tries = new Map<string, number[]>();
    server.conduct = (recipient) => {
      const nth = server.tries.get(recipient) ?? 0;
      return MOODS[recipient.split("-")[0] ?? ""]?.(nth) ?? "takes it";
    };
    const rounds = await untilQuiet(town, ["mail"], async () => {
      const before = new Map(server.tries);
      await core.tick();
      for (const [recipient, count] of server.tries) {
        if (count > (before.get(recipient) ?? 0))
          tries.set(recipient, [...(tries.get(recipient) ?? []), clock.now()]);
      }
      // Whoever is well is served in the first round, whatever the others do.
      if (tries.size > 0 && before.size === 0) {
        const served = server.posted.map(({ to }) => to);
        expect(served.filter((to) => /^(ready|slow)/.test(to))).toHaveLength(2 * OF_EACH);
        expect(served.filter((to) => to === OFFICE.email)).toHaveLength(recipients.length);
      }
    });

    const box = Map.groupBy(await letters(server.posted), ({ to }) => to);
    const lost = recipients.filter(
      (to) => (box.get(to)?.length ?? 0) !== (/^(closed|full)/.test(to) ? 0 : 1),
    );
    expect(lost, "not told exactly once").toEqual([]);
    expect(box.get(OFFICE.email ?? "")).toHaveLength(recipients.length);
    const repeated = server.posted.length - [...box.values()].flat().length;
    expect(repeated, "repeated under their Message-ID").toBe(2 * OF_EACH);

    // Refused for good: not asked again. Refused for now: asked again after longer and longer, 24 times in all.
    expect(tries.get("closed-0@example.org")).toHaveLength(1);
    const asked = tries.get("full-0@example.org") ?? [];
    const pauses = asked.slice(1).map((at, i) => at - (asked[i] ?? 0));
    expect(pauses).toEqual(pauses.map((_, i) => Math.min(30 * SECOND * 2 ** (i + 1), HOUR)));
    expect(asked).toHaveLength(23);

    const failed = await core.records.outbox.find({ states: ["failed"] });
    expect(failed).toHaveLength(2 * OF_EACH);
    expect(await core.doctor()).toContainEqual(
      expect.objectContaining({
        check: "messages-given-up",
        level: "warning",
        detail: expect.stringMatching(/^8\b/),
      }),
    );
    const faults =
      2 * recipients.length +
      [...server.tries.values()].reduce((sum, n) => sum + n, 0) -
      server.posted.length +
      repeated;
    console.info(
      `mail server's faults on ${engine}: ${faults} in ${rounds} rounds, ${box.size - 1} of ${recipients.length} recipients told once, ${repeated} mails repeated under their Message-ID, ${failed.length} given up and said by doctor`,
    );

    server.conduct = () => "takes it";
    expect(await core.retryFailed()).toBe(failed.length);
    expect(await core.tick()).toMatchObject({ delivered: failed.length });
  }, 120_000);

  test("a Telegram that asks for patience, fails, hangs up or is blocked loses no message and holds up no other", async () => {
    await using world = await openBotTown({ engine, offices: [OFFICE], strict: false });
    const { core } = world.town;
    const people = Array.from({ length: 14 }, (_, i) => world.person({ id: 2000 + i }));
    for (const person of people) await person.send("/start");
    await world.telegram.settled();
    await world.stopBot();
    await bookMany(
      core,
      people.map((_, i) => `c${i}@example.org`),
      2000,
    );
    people.at(-1)?.block();

    const { telegram } = world;
    const told = () =>
      people.map((person) => person.messages().filter(({ documents }) => documents.length > 0).length);
    const method = "sendDocument";
    telegram.fault({ kind: "429", method, times: 4, retryAfter: 7 });
    telegram.fault({ kind: "500", method, times: 3 });
    telegram.fault({ kind: "drop", method, times: 3 });
    const tick = () => core.tick([courier(core, telegram)]);
    expect(await tick()).toMatchObject({ postponed: 10, failed: 0 });
    expect(told().filter((count) => count === 1)).toHaveLength(people.length - 1 - 10);
    telegram.fault({ kind: "lost", method });
    const rounds = 1 + (await untilQuiet(world.town, ["mail", "telegram"], tick));

    const counts = told();
    expect(counts.at(-1), "who has blocked the bot").toBe(0);
    expect(await core.records.chats.get(2013)).toBeNull();
    // Telegram knows no Message-ID: where the answer got lost, and only there, it is said again.
    expect(counts.slice(0, -1).sort()).toEqual([...Array(12).fill(1), 2]);
    const mails = (await world.town.mails()).filter(({ attachments }) => attachments.length > 0);
    expect(mails).toHaveLength(people.length);
    expect(await core.records.outbox.find({ states: ["failed"] })).toEqual([]);
    const grave = (await core.doctor()).filter(
      ({ level, check }) => level === "error" || check.startsWith("messages"),
    );
    expect(grave.filter(({ level }) => level !== "ok")).toEqual([]);
    console.info(
      `Telegram's faults on ${engine}: 12 in ${rounds} rounds, 13 of 13 chats told, one twice because the answer got lost, one blocked and told by mail`,
    );
  }, 120_000);
});
