import { describe, expect, test } from "vitest";
import type { Office } from "../../../packages/core/src/domain/office.ts";
import type { Chat } from "../../../packages/core/src/ports.ts";
import { ENGINES, IMU, MUNICIPALITY, TARI } from "../../support/town.ts";
import { booking, event, NOW, TEN } from "./builders.ts";
import { useStore } from "./open-store.ts";

describe.each(ENGINES)("the municipality on %s", (engine) => {
  const db = useStore(engine);

  test("is nothing before it is set, and counts its revisions", async () => {
    const { municipality } = db.store.read;
    expect(await municipality.get()).toBeNull();
    await db.store.write((records) => records.municipality.set(MUNICIPALITY));
    expect(await municipality.get()).toEqual({ definition: MUNICIPALITY, revision: 1 });
    const renamed = { ...MUNICIPALITY, name: "Città di Forlì" };
    await db.store.write((records) => records.municipality.set(renamed));
    expect(await municipality.get()).toEqual({ definition: renamed, revision: 2 });
  });
});

describe.each(ENGINES)("offices on %s", (engine) => {
  const db = useStore(engine);
  const save = (office: Office, position: number, at = NOW) =>
    db.store.write(({ offices }) => offices.save(office, position, { at, actor: "staff:anna" }));
  const remove = (id: string) =>
    db.store.write(({ offices }) => offices.remove(id, { at: NOW + 9, actor: "staff:ugo" }));

  test("are listed by their place, and found by their name", async () => {
    await save(IMU, 2);
    await save(TARI, 1);
    const { offices } = db.store.read;
    expect((await offices.list()).map(({ definition }) => definition)).toEqual([TARI, IMU]);
    expect(await offices.get(IMU.id)).toEqual({ definition: IMU, position: 2, revision: 1, feed: 1 });
    expect(await offices.get("none")).toBeNull();
  });

  test("of the same place are listed in one order on every machine, whatever language it speaks", async () => {
    for (const id of ["a", "B", "b-a", "ba"]) await save({ ...IMU, id }, 1);
    const ids = (await db.store.read.offices.list()).map(({ definition }) => definition.id);
    expect(ids).toEqual(["B", "a", "b-a", "ba"]);
  });

  test("keep every revision, whoever made it, and count on after a removal", async () => {
    const renamed = { ...IMU, name: "Ufficio IMU" };
    await save(IMU, 1);
    await save(renamed, 3, NOW + 5);
    expect(await db.store.read.offices.get(IMU.id)).toMatchObject({
      definition: renamed,
      position: 3,
      revision: 2,
    });
    await remove(IMU.id);
    expect(await db.store.read.offices.get(IMU.id)).toBeNull();
    await save(IMU, 1);
    expect(await db.store.read.offices.get(IMU.id)).toMatchObject({ definition: IMU, revision: 4 });
    const anna = { office: IMU.id, actor: "staff:anna" };
    expect(await db.store.read.offices.history(IMU.id)).toEqual([
      { ...anna, revision: 1, at: NOW, definition: IMU },
      { ...anna, revision: 2, at: NOW + 5, definition: renamed },
      { office: IMU.id, revision: 3, at: NOW + 9, actor: "staff:ugo", definition: null },
      { ...anna, revision: 4, at: NOW, definition: IMU },
    ]);
  });

  test("stay as they are when another is removed", async () => {
    await save(IMU, 1);
    await save(TARI, 2);
    await remove(TARI.id);
    expect(await db.store.read.offices.get(IMU.id)).toMatchObject({ definition: IMU, revision: 1 });
    expect(await db.store.read.offices.history("none")).toEqual([]);
  });
});

describe.each(ENGINES)("events on %s", (engine) => {
  const db = useStore(engine);

  test("are told of one booking in the order they were written, each with all it said", async () => {
    const first = event(booking({ state: "pending" }), { kind: "requested", actor: "staff:anna" });
    const second = event(booking({ start: TEN + 1, desk: 3, version: 2, mode: "virtual" }), {
      kind: "moved",
      at: NOW - 1,
    });
    await db.store.write(async ({ events }) => {
      await events.append(first);
      await events.append(event(booking({ code: "BBB-222" })));
      await events.append(second);
    });
    const told = await db.store.read.events.of("K7P-4QX");
    expect(told).toEqual([
      { ...first, seq: expect.any(Number) },
      { ...second, seq: expect.any(Number) },
    ]);
    expect(told[1]?.seq).toBeGreaterThan(told[0]?.seq ?? Number.NaN);
    expect(await db.store.read.events.of("CCC-222")).toEqual([]);
  });
});

describe.each(ENGINES)("chats on %s", (engine) => {
  const db = useStore(engine);
  /** Beyond 32 bits, as Telegram's ids are. */
  const CHAT = 7_000_000_001;
  const chat: Chat = {
    id: CHAT,
    locale: "it",
    draft: '{"step":"day"}',
    version: 1,
    screen: 8_000_000_002,
    updated: NOW,
  };
  const receive = (update: number, from = CHAT, now = NOW) =>
    db.store.write(({ chats }) => chats.receive(update, from, now));
  const answered = (update: number) => db.store.write(({ chats }) => chats.answered(update));

  test("are kept as they were last saved, and forgotten", async () => {
    const save = (as: Chat) => db.store.write(({ chats }) => chats.save(as));
    expect(await db.store.read.chats.get(CHAT)).toBeNull();
    await save(chat);
    expect(await db.store.read.chats.get(CHAT)).toEqual(chat);
    const bare = { id: CHAT, locale: null, draft: null, version: 2, screen: null, updated: NOW + 1 };
    await save(bare);
    expect(await db.store.read.chats.get(CHAT)).toEqual(bare);
    await receive(1);
    await db.store.write(({ chats }) => chats.forget(CHAT));
    expect(await db.store.read.chats.get(CHAT)).toBeNull();
    expect(await db.store.read.chats.owed(NOW + 1)).toEqual([]);
  });

  test("take in an update once, and know whether it has been answered", async () => {
    expect(await receive(9_000_000_003)).toBe("new");
    expect(await receive(9_000_000_003)).toBe("owed");
    await answered(9_000_000_003);
    expect(await receive(9_000_000_003)).toBe("answered");
    expect(await receive(9_000_000_004)).toBe("new");
  });

  test("taking in one update twenty times at once, through two processes' connections, take it in once", async () => {
    const stores = [db.store, db.another().store];
    const all = Array.from({ length: 20 }, (_, i) =>
      (stores[i % 2] ?? db.store).write(({ chats }) => chats.receive(5, CHAT, NOW)),
    );
    expect((await Promise.all(all)).filter((how) => how === "new")).toHaveLength(1);
  });

  test("are owed an answer until it is sent or made good", async () => {
    await receive(1);
    await receive(2);
    await receive(3, CHAT + 1);
    await receive(4, CHAT + 2, NOW + 5);
    const owed = async (before: number) => [...(await db.store.read.chats.owed(before))].sort();
    expect(await owed(NOW)).toEqual([]);
    expect(await owed(NOW + 1)).toEqual([CHAT, CHAT + 1]);
    await answered(3);
    expect(await owed(NOW + 6)).toEqual([CHAT, CHAT + 2]);
    await db.store.write(({ chats }) => chats.settle(CHAT, NOW + 1));
    await db.store.write(({ chats }) => chats.settle(CHAT + 2, NOW + 5));
    expect(await owed(NOW + 6)).toEqual([CHAT + 2]);
  });
});
