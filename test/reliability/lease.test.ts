import { type Core, type Courier, DAY } from "@ricevimenti/core";
import { describe, expect, test, vi } from "vitest";
import { confirmBooking, ENGINES, MARIO, openTown } from "../support/town.ts";
import { letters } from "./support/mailbox.ts";
import { PostOffice } from "./support/post-office.ts";

/** Longer than a worker may take with a message before it counts as dead. */
// Where the machine is busy with other tests too.
vi.setConfig({ testTimeout: 120_000 });

const LEASE_OVER = { seconds: 121 };
const TIMES = ["10:00", "10:15", "10:30"].map((time) => `2026-12-14T${time}:00+01:00`);

async function bookForChats(core: Core): Promise<void> {
  for (const [i, start] of TIMES.entries()) {
    const citizen = { ...MARIO, email: `c${i}@example.org` };
    await confirmBooking(core, start, { chat: 100 + i, citizen });
  }
}

describe.each(ENGINES)("on %s, a worker that wakes up after its lease", (engine) => {
  test("says nothing more of what it had taken, and another's word on it stands", async () => {
    await using town = await openTown({ engine });
    const { core, clock } = town;
    const other = await town.another();
    await bookForChats(core);
    // The mails; the chats' messages are then leased together.
    await core.tick();
    const said: { readonly booking: string; readonly lease: number; readonly isLate: boolean }[] = [];
    const courier: Courier = {
      channel: "telegram",
      deliver: async ({ message: { booking, lease, next } }) => {
        said.push({ booking, lease, isLate: clock.now() >= next });
        // The first message is on its way when the process stops for two minutes; those behind it are still here.
        if (said.length > 1) return;
        clock.advance(LEASE_OVER);
        await other.tick([courier]);
      },
    };
    await core.tick([courier]);

    expect(said.filter(({ isLate }) => isLate)).toEqual([]);
    const first = said.filter(({ lease }) => lease === 1);
    const second = said.filter(({ lease }) => lease === 2).map(({ booking }) => booking);
    expect(first, "what was under way when it fell asleep").toHaveLength(1);
    expect(new Set(second).size).toBe(TIMES.length);
    expect(said).toHaveLength(1 + TIMES.length);
    const invitations = (await core.records.outbox.find({})).filter(
      ({ kind, channel }) => kind === "invitation" && channel === "telegram",
    );
    expect(
      invitations.map(({ state, lease, attempts, error }) => ({ state, lease, attempts, error })),
    ).toEqual(TIMES.map(() => ({ state: "sent", lease: 2, attempts: 2, error: null })));
    const log = town.logged.join("\n");
    expect(log).toContain("message_sent_after_lease");
    expect(log).toContain("message_lease_over");
  });

  test("and whose delivery then fails does not undo that another's went through", async () => {
    await using town = await openTown({ engine });
    const { core, clock } = town;
    const other = await town.another();
    await confirmBooking(core, TIMES[0] ?? "");
    let isAsleep = false;
    const courier: Courier = {
      channel: "telegram",
      deliver: async () => {
        if (isAsleep) return;
        isAsleep = true;
        clock.advance(LEASE_OVER);
        await other.tick([courier]);
        throw new Error("the line broke");
      },
    };
    await core.tick([courier]);
    const [told] = (await core.records.outbox.find({ states: ["sent"] })).filter(
      ({ channel }) => channel === "telegram",
    );
    expect(told).toMatchObject({ kind: "invitation", lease: 2, error: null });
    expect(await core.records.outbox.find({ states: ["failed"] })).toEqual([]);
  });

  test("mails nothing under a second Message-ID", async () => {
    await using server = await PostOffice.open();
    await using town = await openTown({ engine, env: { MAIL_URL: server.url } });
    const { core, clock } = town;
    const other = await town.another();
    await bookForChats(core);
    const asleep = Promise.withResolvers<void>();
    server.conduct = () => {
      // The server is slow with the first: until its worker's lease is over and another has sent it again.
      if (server.posted.length === 1) {
        clock.advance(LEASE_OVER);
        other.tick().then(() => asleep.resolve(), asleep.reject);
        return { takes: 300 };
      }
      return "takes it";
    };
    await core.tick();
    await asleep.promise;
    expect(await letters(server.posted)).toHaveLength(2 * TIMES.length);
    expect((await core.records.outbox.find({ states: ["sent"] })).map(({ key }) => key)).toHaveLength(
      2 * TIMES.length,
    );
    expect((await core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });
});

describe.each(ENGINES)("on %s, the daily tasks", (engine) => {
  test("are done once a day by eight workers at once, day after day", async () => {
    await using town = await openTown({ engine, municipality: { policy: { retention_days: 30 } } });
    const { core, clock } = town;
    const workers = [core, ...(await Promise.all(Array.from({ length: 7 }, () => town.another())))];
    await bookForChats(core);
    await core.tick();
    clock.set("2026-12-14T09:00:00+01:00");
    await confirmBooking(core, "2026-12-15T10:00:00+01:00", {
      chat: 7,
      citizen: { ...MARIO, email: "d@example.org" },
    });
    const erased: number[][] = [];
    for (const day of [
      "2027-01-13T11:00:00+01:00",
      "2027-01-13T23:00:00+01:00",
      "2027-01-14T11:00:01+01:00",
      "2027-01-15T11:00:02+01:00",
    ]) {
      clock.set(day);
      const rounds = await Promise.all(workers.map((worker) => worker.tick()));
      erased.push(rounds.map((round) => round.erased).filter((count) => count > 0));
      expect(await core.records.retention.ranAt("retention")).toBe(
        day.includes("T23") ? clock.now() - DAY / 2 : clock.now(),
      );
    }
    expect(erased).toEqual([[3], [], [1], []]);
  });
});
