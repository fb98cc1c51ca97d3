import { describe, expect, test } from "vitest";
import type { OutgoingMessage } from "../../../packages/core/src/domain/message.ts";
import { MINUTE } from "../../../packages/core/src/domain/slot.ts";
import type { Settlement } from "../../../packages/core/src/ports.ts";
import { ENGINES } from "../../support/town.ts";
import { message, NOW, TEN } from "./builders.ts";
import { useStore } from "./open-store.ts";

describe.each(ENGINES)("the outbox on %s", (engine) => {
  const db = useStore(engine);
  const add = (...messages: readonly OutgoingMessage[]) =>
    db.store.write(async ({ outbox }) => {
      for (const one of messages) await outbox.add(one, NOW);
    });
  /** Messages with keys `1`, `2`..., due one minute after the other. */
  const addMany = (count: number) =>
    add(...Array.from({ length: count }, (_, i) => message({ key: `${i + 1}`, due: NOW + i * MINUTE })));
  const lease = (
    now: number,
    limit = 10,
    store = db.store,
    channels: Parameters<typeof db.store.read.outbox.nextDue>[0] = ["mail"],
  ) => store.write(({ outbox }) => outbox.lease(now, now + 2 * MINUTE, limit, channels));
  const settle = (entry: { readonly id: number; readonly lease: number }, result: Settlement) =>
    db.store.write(({ outbox }) => outbox.settle(entry, result));
  const keys = (entries: readonly { readonly key: string }[]) => entries.map(({ key }) => key);
  const sole = async () => {
    const [entry] = await db.store.read.outbox.find({});
    if (!entry) throw new Error("the outbox is empty");
    return entry;
  };

  test("keeps a message as it was written, waiting for its time", async () => {
    await add(message({ due: NOW + 5, until: null, channel: "telegram", kind: "reminder" }));
    expect(await sole()).toEqual({
      ...message({ due: NOW + 5, until: null, channel: "telegram", kind: "reminder" }),
      id: expect.any(Number),
      state: "waiting",
      attempts: 0,
      next: NOW + 5,
      lease: 0,
      error: null,
      created: NOW,
      settled: null,
    });
  });

  test("takes a message of the same key once, and the first one stays", async () => {
    await add(message(), message({ due: TEN }));
    await add(message({ version: 2, due: TEN }));
    expect(await db.store.read.outbox.find({})).toHaveLength(1);
    expect(await sole()).toMatchObject({ due: NOW, version: 1 });
  });

  test("is searched by booking and by state, oldest first", async () => {
    await add(message({ key: "1" }), message({ key: "2", booking: "BBB-222" }), message({ key: "3" }));
    const [first] = await lease(NOW, 1);
    if (first) await settle(first, { state: "sent", at: NOW });
    const { find } = db.store.read.outbox;
    expect(keys(await find({ booking: "K7P-4QX" }))).toEqual(["1", "3"]);
    expect(keys(await find({ states: ["waiting", "failed"] }))).toEqual(["2", "3"]);
    expect(keys(await find({ states: [] }))).toEqual([]);
    expect(keys(await find({ limit: 2 }))).toEqual(["1", "2"]);
  });

  test("tells when the next message of a channel is due", async () => {
    const { nextDue } = db.store.read.outbox;
    expect(await nextDue(["mail", "telegram"])).toBeNull();
    await add(message({ key: "1", due: NOW + 7 }), message({ key: "2", due: NOW + 5 }));
    await add(message({ key: "3", due: NOW + 1, channel: "telegram" }));
    expect(await nextDue(["mail"])).toBe(NOW + 5);
    expect(await nextDue(["mail", "telegram"])).toBe(NOW + 1);
    expect(await nextDue([])).toBeNull();
  });

  test("leases what is due, the longest due first, and no more than asked for", async () => {
    await addMany(5);
    expect(keys(await lease(NOW - 1))).toEqual([]);
    const leased = await lease(NOW + 3 * MINUTE, 3);
    expect(keys(leased)).toEqual(["1", "2", "3"]);
    expect(leased[0]).toMatchObject({ lease: 1, attempts: 1, next: NOW + 5 * MINUTE, state: "waiting" });
    expect(keys(await lease(NOW + 3 * MINUTE))).toEqual(["4"]);
  });

  test("leases messages of the channels asked for only", async () => {
    await add(message({ key: "1" }), message({ key: "2", channel: "telegram" }));
    expect(keys(await lease(NOW, 10, db.store, []))).toEqual([]);
    expect(keys(await lease(NOW, 10, db.store, ["telegram"]))).toEqual(["2"]);
    expect(keys(await lease(NOW, 10, db.store, ["telegram", "mail"]))).toEqual(["1"]);
  });

  test("leases each message to one of ten workers at once, and all of them", async () => {
    await addMany(100);
    const stores = [db.store, db.another().store];
    const batches = await Promise.all(
      Array.from({ length: 10 }, (_, i) => lease(TEN, 15, stores[i % 2] ?? db.store)),
    );
    for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(15);
    const leased = keys(batches.flat());
    expect(new Set(leased).size).toBe(leased.length);
    const rest = keys(await lease(TEN, 1000));
    expect(leased.length + rest.length).toBe(100);
  });

  test("is settled by the worker that has the lease", async () => {
    await add(message());
    const [mine] = await lease(NOW);
    expect(await settle(mine ?? { id: 0, lease: 0 }, { state: "sent", at: NOW + 3 })).toBe(true);
    expect(await sole()).toMatchObject({ state: "sent", settled: NOW + 3, error: null });
    expect(await lease(TEN)).toEqual([]);
  });

  test("is not settled by a worker that wakes up after its lease", async () => {
    await add(message());
    const [asleep] = await lease(NOW);
    const [awake] = await lease(NOW + 2 * MINUTE);
    if (!asleep || !awake) throw new Error("nothing leased");
    expect([asleep.lease, awake.lease]).toEqual([1, 2]);
    expect(await settle(asleep, { state: "failed", at: NOW, error: "late" })).toBe(false);
    expect(await settle(asleep, { state: "waiting", next: NOW, error: "late" })).toBe(false);
    expect(await sole()).toMatchObject({ state: "waiting", lease: 2, attempts: 2, error: null });
    expect(await settle(awake, { state: "sent", at: NOW })).toBe(true);
    expect(await settle(awake, { state: "failed", at: NOW, error: "twice" })).toBe(false);
    expect(await sole()).toMatchObject({ state: "sent", error: null });
  });

  test("postpones a message until its next try, and says why", async () => {
    await add(message());
    const [entry] = await lease(NOW);
    await settle(entry ?? { id: 0, lease: 0 }, {
      state: "waiting",
      next: NOW + 30 * MINUTE,
      error: "451 try later",
    });
    expect(await sole()).toMatchObject({
      state: "waiting",
      next: NOW + 30 * MINUTE,
      error: "451 try later",
      settled: null,
    });
    expect(await lease(NOW + 30 * MINUTE - 1)).toEqual([]);
    expect(await lease(NOW + 30 * MINUTE)).toMatchObject([{ lease: 2, attempts: 2 }]);
  });

  test("tries failed messages again at once when told to, and those only", async () => {
    await addMany(3);
    const [failed, dropped] = await lease(NOW + MINUTE);
    if (!failed || !dropped) throw new Error("nothing leased");
    await settle(failed, { state: "failed", at: NOW, error: "550 no such user" });
    await settle(dropped, { state: "dropped", at: NOW });
    const retry = () => db.store.write(({ outbox }) => outbox.retry(NOW + 9));
    expect(await retry()).toBe(1);
    expect(await retry()).toBe(0);
    const [again, , third] = await db.store.read.outbox.find({});
    expect(again).toMatchObject({ state: "waiting", attempts: 0, next: NOW + 9, settled: null });
    expect(third).toMatchObject({ state: "waiting", next: NOW + 2 * MINUTE });
    expect(keys(await lease(NOW + 9))).toEqual([failed.key]);
  });
});
