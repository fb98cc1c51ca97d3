import { describe, expect, test } from "vitest";
import { DAY } from "../../../packages/core/src/domain/slot.ts";
import type { RetentionWrites } from "../../../packages/core/src/ports.ts";
import { ENGINES } from "../../support/town.ts";
import { booking, heldBooking, message, NOW, TEN } from "./builders.ts";
import { useStore } from "./open-store.ts";

describe.each(ENGINES)("what is kept for a time on %s", (engine) => {
  const db = useStore(engine);
  const clean = <T>(work: (retention: RetentionWrites) => Promise<T>) =>
    db.store.write(({ retention }) => work(retention));

  test("a task is one process's turn, then nobody's until its interval is over", async () => {
    const stores = [db.store, db.another().store];
    const turns = (now: number) =>
      Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          (stores[i % 2] ?? db.store).write(({ retention }) => retention.takeTurn("sweep", now, DAY)),
        ),
      );
    expect(await db.store.read.retention.ranAt("sweep")).toBeNull();
    expect((await turns(NOW)).filter(Boolean)).toHaveLength(1);
    expect((await turns(NOW + DAY - 1)).filter(Boolean)).toHaveLength(0);
    expect((await turns(NOW + DAY)).filter(Boolean)).toHaveLength(1);
    expect(await db.store.read.retention.ranAt("sweep")).toBe(NOW + DAY);
    expect(await clean((retention) => retention.takeTurn("digest", NOW, DAY))).toBe(true);
  });

  test("the person is taken out of bookings that ended long enough ago, the oldest first", async () => {
    const ended = [1, 2, 3].map((days) => booking({ code: `D-${days}`, start: TEN - days * DAY }));
    // Never asked for, and yet the chat it was held for is somebody's.
    const lapsed = heldBooking({ code: "HHH-222", start: TEN - 9 * DAY });
    const others = [booking()];
    await db.store.write(async ({ bookings }) => {
      for (const one of [...ended, lapsed, ...others]) await bookings.add(one);
    });
    const [first, second, third] = ended as [(typeof others)[0], (typeof others)[0], (typeof others)[0]];
    const erase = (limit: number) =>
      clean((retention) => retention.eraseEndedBefore(first.end, NOW + 5, limit));
    const erased = { name: null, email: null, reason: null, holder: null, consent: null, updated: NOW + 5 };
    const { get } = db.store.read.bookings;

    expect(await erase(1)).toBe(1);
    expect(await get(lapsed.code)).toEqual({ ...lapsed, holder: null, updated: NOW + 5 });
    expect(await erase(1)).toBe(1);
    expect(await get(third.code)).toEqual({ ...third, ...erased });
    expect(await get(second.code)).toEqual(second);
    expect(await erase(10)).toBe(1);
    expect(await erase(10)).toBe(0);
    for (const kept of [first, ...others]) expect(await get(kept.code)).toEqual(kept);
    expect(await db.store.read.bookings.find({ email: "mario.rossi@example.org" })).toHaveLength(2);
  });

  test("settled messages are dropped after their time, waiting ones never", async () => {
    await db.store.write(async ({ outbox }) => {
      for (const key of ["1", "2", "3", "4"]) await outbox.add(message({ key }), NOW);
      const [first, second, third] = await outbox.lease(NOW, NOW + 1, 3, ["mail"]);
      if (first) await outbox.settle(first, { state: "sent", at: NOW + 1 });
      if (second) await outbox.settle(second, { state: "failed", at: NOW + 2, error: "550" });
      if (third) await outbox.settle(third, { state: "dropped", at: NOW + 3 });
    });
    const drop = (limit: number) => clean((retention) => retention.dropMessagesBefore(NOW + 3, limit));
    const keys = async () => (await db.store.read.outbox.find({})).map(({ key }) => key);
    expect(await drop(1)).toBe(1);
    expect(await keys()).toEqual(["2", "3", "4"]);
    expect([await drop(10), await drop(10)]).toEqual([1, 0]);
    expect(await keys()).toEqual(["3", "4"]);
  });

  test("chat updates are dropped after their time, when they have been answered", async () => {
    await db.store.write(async ({ chats }) => {
      for (const update of [1, 2, 3, 4]) await chats.receive(update, 7, NOW + update);
      for (const update of [1, 2, 4]) await chats.answered(update);
    });
    const drop = (limit: number) => clean((retention) => retention.dropUpdatesBefore(NOW + 4, limit));
    expect([await drop(1), await drop(10), await drop(10)]).toEqual([1, 1, 0]);
    const again = (update: number) => db.store.write(({ chats }) => chats.receive(update, 7, NOW));
    expect([await again(3), await again(4), await again(1)]).toEqual(["owed", "answered", "new"]);
  });

  test("drafts are dropped from chats that have been silent, and nothing else of them", async () => {
    const chat = { locale: "it", draft: "{}", version: 3, screen: 9 };
    await db.store.write(async ({ chats }) => {
      for (const id of [1, 2, 3]) await chats.save({ ...chat, id, updated: NOW + id });
    });
    const drop = (limit: number) => clean((retention) => retention.dropDraftsBefore(NOW + 3, limit));
    expect([await drop(1), await drop(10), await drop(10)]).toEqual([1, 1, 0]);
    const { get } = db.store.read.chats;
    expect(await get(1)).toEqual({ ...chat, id: 1, draft: null, updated: NOW + 1 });
    expect(await get(3)).toEqual({ ...chat, id: 3, updated: NOW + 3 });
  });
});
