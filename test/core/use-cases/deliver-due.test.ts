import type { Courier } from "@ricevimenti/core";
import { DeliveryError } from "@ricevimenti/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "../../support/mail-server.ts";
import {
  accepted,
  confirmBooking,
  MARIO,
  openTown,
  requestBooking,
  type TestTown,
} from "../../support/town.ts";

const MONDAY_TEN = "2026-12-14T10:00:00+01:00";

let server: MailServer;
let town: TestTown;
beforeEach(async () => {
  server = await startMailServer();
  town = await openTown({ env: { MAIL_URL: server.url } });
});
afterEach(async () => {
  await town[Symbol.asyncDispose]();
  await server.close();
});

const subjects = () => server.messages.map(({ mail }) => mail.subject);
const kindsByState = async () =>
  Object.groupBy(await town.core.records.outbox.find({}), ({ state }) => state) as Record<
    string,
    { kind: string }[] | undefined
  >;

describe("the outbox", () => {
  test("delivers what is due once, and nothing the next time", async () => {
    const { core } = town;
    await confirmBooking(core, MONDAY_TEN);
    expect(await core.tick()).toMatchObject({ delivered: 2, dropped: 1, postponed: 0, failed: 0 });
    expect(await core.tick()).toMatchObject({ delivered: 0 });
    const recipients = server.messages.flatMap(({ envelope }) => envelope.to);
    expect(recipients.sort()).toEqual(["mario.rossi@example.org", "tributi.deledda@comune.ozieri.ss.it"]);
  });

  test("tries again after a temporary refusal, with the same Message-ID, later each time", async () => {
    const { core, clock } = town;
    await requestBooking(core, MONDAY_TEN);
    server.answerNext({ at: "rcpt", code: 451, text: "4.3.2 try later" });
    expect(await core.tick()).toMatchObject({ postponed: 1, delivered: 0 });
    clock.advance({ seconds: 29 });
    expect(await core.tick()).toMatchObject({ postponed: 0, delivered: 0 });
    clock.advance({ seconds: 1 });
    server.answerNext({ at: "rcpt", code: 451, text: "4.3.2 try later" });
    expect(await core.tick()).toMatchObject({ postponed: 1 });
    clock.advance({ seconds: 59 });
    expect(await core.tick()).toMatchObject({ postponed: 0, delivered: 0 });
    clock.advance({ seconds: 1 });
    expect(await core.tick()).toMatchObject({ delivered: 1 });
    expect(server.messages).toHaveLength(1);
  });

  test("whose delivery broke after the data repeats it under the same Message-ID", async () => {
    const { core, clock } = town;
    await requestBooking(core, MONDAY_TEN);
    server.answerNext({ at: "data", drop: true });
    expect(await core.tick()).toMatchObject({ postponed: 1 });
    clock.advance({ seconds: 30 });
    expect(await core.tick()).toMatchObject({ delivered: 1 });
    const ids = new Set(server.messages.map(({ mail }) => mail.messageId));
    expect(ids.size).toBe(1);
  });

  test("gives up at once on a refusal for good, says so loudly, and tries again when told to", async () => {
    const { core } = town;
    await requestBooking(core, MONDAY_TEN);
    server.answerNext({ at: "rcpt", code: 550, text: "5.1.1 no such user" });
    expect(await core.tick()).toMatchObject({ failed: 1 });
    expect(town.logged.filter((line) => line.includes("message_given_up"))).toHaveLength(1);
    expect((await core.doctor()).find(({ check }) => check === "messages-given-up")).toMatchObject({
      level: "warning",
    });
    expect(await core.retryFailed()).toBe(1);
    expect(await core.tick()).toMatchObject({ delivered: 1 });
  });

  test("gives up in the end when every try fails, and has waited between them", async () => {
    const { core, clock } = town;
    const { code } = await confirmBooking(core, "2026-12-21T10:00:00+01:00");
    let tries = 0;
    await server.close();
    for (
      let hour = 0;
      hour < 40 && (await core.records.outbox.find({ booking: code, states: ["failed"] })).length < 2;
      hour++
    ) {
      for (let n = 0; n < 4; n++) tries += (await core.tick()).postponed;
      clock.advance({ hours: 1 });
    }
    const failed = await core.records.outbox.find({ booking: code, states: ["failed"] });
    expect(failed.map(({ kind, attempts }) => `${kind} ${attempts}`).sort()).toEqual([
      "invitation 24",
      "office_booked 24",
    ]);
    expect(tries).toBe(2 * 23);
    server = await startMailServer();
  });

  test("one bad recipient does not hold up the others", async () => {
    const { core } = town;
    await requestBooking(core, MONDAY_TEN);
    await requestBooking(core, "2026-12-14T10:15:00+01:00", {
      chat: 2,
      citizen: { ...MARIO, email: "anna@example.org" },
    });
    server.answerNext({ at: "rcpt", code: 451, text: "4.3.2 try later" });
    expect(await core.tick()).toMatchObject({ delivered: 1, postponed: 1 });
  });

  test("one recipient who is slow holds up nobody, however many there are", async () => {
    const { core } = town;
    for (let i = 0; i < 16; i++) {
      const start = Date.parse(MONDAY_TEN) + (i % 8) * 900_000 + Math.floor(i / 8) * 86_400_000;
      const citizen = { ...MARIO, email: `c${i}@example.org` };
      await confirmBooking(core, new Date(start).toISOString(), { chat: 100 + i, citizen });
    }
    const others = Promise.withResolvers<void>();
    const told: string[] = [];
    const courier: Courier = {
      channel: "telegram",
      deliver: async ({ booking }) => {
        if (booking.holder === "telegram:100") await others.promise;
        told.push(booking.holder ?? "");
        if (told.length === 15) others.resolve();
      },
    };
    await core.tick([courier]);
    expect(told).toHaveLength(16);
    expect(told.at(-1)).toBe("telegram:100");
  });

  test("whoever keeps asking for a moment more is not given up within minutes", async () => {
    const { core, clock } = town;
    const began = clock.now();
    const { code } = await confirmBooking(core, "2026-12-21T10:00:00+01:00");
    const courier: Courier = {
      channel: "telegram",
      deliver: async () => {
        throw new DeliveryError("429", { retryAfter: 0 });
      },
    };
    for (let rounds = 0; rounds < 24; rounds++) {
      await core.tick([courier]);
      clock.set((await core.records.outbox.nextDue(["telegram"])) ?? 0);
    }
    const [told] = await core.records.outbox.find({ booking: code, states: ["failed"] });
    expect(told).toMatchObject({ kind: "invitation", attempts: 24 });
    expect((told?.settled ?? 0) - began).toBeGreaterThan(15 * 3_600_000);
  });

  test("never logs an address, a name or a link", async () => {
    const { core } = town;
    const booking = await confirmBooking(core, MONDAY_TEN);
    server.answerNext({ at: "rcpt", code: 550, text: "5.1.1 <mario.rossi@example.org> no such user" });
    await core.tick();
    const links = Object.values(core.linksOf(booking)).map((link) => link.split("/").at(-1) ?? "");
    const log = town.logged.join("\n");
    for (const secret of ["mario", "Rossi", "example.org", "saldo", ...links])
      expect(log).not.toContain(secret);
    expect(town.logged.length).toBeGreaterThan(0);
  });
});

describe("reminders", () => {
  test("go out the day before and two hours before, by mail", async () => {
    const { core, clock } = town;
    await confirmBooking(core, MONDAY_TEN);
    await core.tick();
    const before = server.messages.length;
    clock.set("2026-12-13T09:59:59+01:00");
    await core.tick();
    expect(server.messages).toHaveLength(before);
    clock.set("2026-12-13T10:00:00+01:00");
    await core.tick();
    expect(server.messages).toHaveLength(before + 1);
    clock.set("2026-12-14T08:00:00+01:00");
    await core.tick();
    await core.tick();
    expect(server.messages).toHaveLength(before + 2);
    expect(new Set(server.messages.map(({ mail }) => mail.messageId)).size).toBe(before + 2);
  });

  test("are not planned for times that are past, nor sent after the start", async () => {
    const { core, clock } = town;
    await confirmBooking(core, "2026-12-09T11:30:00+01:00");
    expect(
      (await core.records.outbox.find({})).filter(
        ({ kind, channel }) => kind === "reminder" && channel === "mail",
      ),
    ).toHaveLength(1);
    clock.set("2026-12-09T11:30:00+01:00");
    await core.tick();
    expect(subjects().some((subject) => /promemoria/i.test(subject ?? ""))).toBe(false);
  });

  test("of a cancelled or moved booking are dropped", async () => {
    const { core, clock } = town;
    const cancelled = await confirmBooking(core, MONDAY_TEN);
    accepted(await core.cancel({ code: cancelled.code, actor: "citizen" }));
    const moved = await confirmBooking(core, "2026-12-14T10:15:00+01:00", {
      chat: 3,
      citizen: { ...MARIO, email: "b@example.org" },
    });
    accepted(
      await core.move({
        code: moved.code,
        start: Date.parse("2026-12-18T10:00:00+01:00"),
        mode: "in_person",
        actor: "citizen",
      }),
    );
    await core.tick();
    const before = server.messages.length;
    clock.set("2026-12-14T09:00:00+01:00");
    await core.tick();
    expect(server.messages).toHaveLength(before);
    clock.set("2026-12-17T10:00:00+01:00");
    await core.tick();
    expect(server.messages.slice(before).map(({ envelope }) => envelope.to)).toEqual([["b@example.org"]]);
  });

  test("are sent once however many workers run", async () => {
    await confirmBooking(town.core, MONDAY_TEN);
    await town.core.tick();
    const before = server.messages.length;
    const workers = await Promise.all(Array.from({ length: 4 }, () => town.another()));
    town.clock.set("2026-12-13T10:00:00+01:00");
    const rounds = await Promise.all([town.core, ...workers].map((worker) => worker.tick()));
    expect(rounds.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
    expect(server.messages).toHaveLength(before + 1);
  });
});

describe("other channels", () => {
  test("wait for a worker that serves them, and its wish to be asked later is honoured", async () => {
    const { core, clock } = town;
    await confirmBooking(core, MONDAY_TEN);
    await core.tick();
    expect((await kindsByState()).waiting?.map(({ kind }) => kind)).toContain("invitation");

    const said: string[] = [];
    let refusal: Error | null = new DeliveryError("429", { retryAfter: 7000 });
    const courier: Courier = {
      channel: "telegram",
      deliver: async ({ message, booking }) => {
        if (refusal) throw refusal;
        said.push(`${message.kind} ${booking.code}`);
      },
    };
    expect(await core.tick([courier])).toMatchObject({ postponed: 1 });
    refusal = null;
    clock.advance({ seconds: 6 });
    expect(await core.tick([courier])).toMatchObject({ delivered: 0 });
    clock.advance({ seconds: 1 });
    expect(await core.tick([courier])).toMatchObject({ delivered: 1 });
    expect(said).toEqual([expect.stringMatching(/^invitation /)]);
  });
});
