import { describe, expect, test } from "vitest";
import { sql } from "../../../packages/core/src/adapters/sql/sql.ts";
import type { WritableRecords } from "../../../packages/core/src/ports.ts";
import { ENGINES } from "../../support/town.ts";
import { booking, keep, NOW } from "./builders.ts";
import { count, statement, useStore } from "./open-store.ts";

const REFUSAL = { ok: false, refusal: { code: "slot_past" } } as const;

describe.each(ENGINES)("transactions on %s", (engine) => {
  const db = useStore(engine);
  const add = (records: WritableRecords, ...codes: readonly string[]) =>
    Promise.all(codes.map((code) => records.bookings.add(booking({ code }))));
  const stored = async () => (await db.store.read.bookings.find({})).map(({ code }) => code);

  test("keep everything of work that is done", async () => {
    const result = await db.store.write(async (records) => {
      await add(records, "AAA-222");
      await records.chats.receive(1, 7, NOW);
      return { ok: true, code: "AAA-222" } as const;
    });
    expect(result).toEqual({ ok: true, code: "AAA-222" });
    expect(await stored()).toEqual(["AAA-222"]);
    expect(await db.store.read.chats.owed(NOW + 1)).toEqual([7]);
  });

  test("keep nothing of work that refuses, and tell the refusal", async () => {
    const result = await db.store.write(async (records) => {
      await add(records, "AAA-222");
      return REFUSAL;
    });
    expect(result).toEqual(REFUSAL);
    expect(await stored()).toEqual([]);
  });

  test("keep nothing of work that throws, and throw the same", async () => {
    const fault = new Error("the far end is down");
    const failing = db.store.write(async (records) => {
      await add(records, "AAA-222");
      throw fault;
    });
    await expect(failing).rejects.toBe(fault);
    expect(await stored()).toEqual([]);
  });

  test("keep nothing of work whose statement the database refuses, and go on with the next", async () => {
    const failing = db.store.write(async (records) => {
      await add(records, "AAA-222");
      await add(records, "BBB-222");
      await records.bookings.add(booking({ code: "CCC-222", start: NOW, end: NOW }));
    });
    await expect(failing).rejects.toThrow(/constraint/i);
    await db.store.write((records) => add(records, "DDD-222"));
    expect(await stored()).toEqual(["DDD-222"]);
  });

  test("see what they have written themselves; others see it when they have ended", async () => {
    const other = db.another().store;
    await db.store.write(async (records) => {
      await add(records, "AAA-222");
      expect(await records.bookings.get("AAA-222")).not.toBeNull();
      expect(await db.store.read.bookings.get("AAA-222")).toBeNull();
      expect(await other.read.bookings.get("AAA-222")).toBeNull();
    });
    expect(await db.store.read.bookings.get("AAA-222")).not.toBeNull();
    expect(await other.read.bookings.get("AAA-222")).not.toBeNull();
  });

  test("keep nothing when a statement fails that was only sent, and throw why", async () => {
    const impossible = db.engine.transaction(async (transaction) => {
      await transaction.run(receive(1));
      await transaction.send(statement("insert into chat_updates (id) values (2)"));
      return "done";
    });
    await expect(impossible).rejects.toThrow(/constraint/i);
    await db.engine.transaction((transaction) => transaction.send(receive(3)));
    expect(await count(db.engine.reader, sql`select 1 from chat_updates where id = 3`)).toBe(1);
    expect(await count(db.engine.reader, sql`select 1 from chat_updates`)).toBe(1);
  });

  describe("inside others", () => {
    test("undo a statement that was only sent, and failed", async () => {
      await db.engine.transaction(async (transaction) => {
        await transaction.send(receive(1));
        const inner = await transaction
          .nested(async (within) => {
            await within.send(statement("insert into chat_updates (id) values (2)"));
            return REFUSAL;
          })
          .catch(() => REFUSAL);
        expect(inner).toEqual(REFUSAL);
        await transaction.run(receive(3));
      });
      expect(await count(db.engine.reader, sql`select 1 from chat_updates`)).toBe(2);
    });

    test("undo only themselves when they refuse", async () => {
      await db.store.write(async (records) => {
        await add(records, "AAA-222");
        const inner = await records.nested(async (within) => {
          await add(within, "BBB-222");
          return REFUSAL;
        });
        expect(inner).toEqual(REFUSAL);
        await records.nested((within) => add(within, "CCC-222"));
      });
      expect(await stored()).toEqual(["AAA-222", "CCC-222"]);
    });

    test("undo only themselves when they throw, or when the database refuses a statement", async () => {
      await db.store.write(async (records) => {
        await add(records, "AAA-222");
        const thrown = records.nested(async (within) => {
          await add(within, "BBB-222");
          throw new Error("no");
        });
        await expect(thrown).rejects.toThrow("no");
        const impossible = records.nested(async (within) => {
          await add(within, "CCC-222");
          await within.bookings.add(booking({ code: "DDD-222", start: NOW, end: NOW }));
        });
        await expect(impossible).rejects.toThrow(/constraint/i);
        await add(records, "FFF-222");
      });
      expect(await stored()).toEqual(["AAA-222", "FFF-222"]);
    });

    test("undo what is nested in them too, and go with the outermost", async () => {
      await db.store.write(async (records) => {
        await records.nested(async (within) => {
          await within.nested((deepest) => add(deepest, "AAA-222"));
          return REFUSAL;
        });
        await records.nested(async (within) => {
          await add(within, "BBB-222");
          await within.nested(async (deepest) => {
            await add(deepest, "CCC-222");
            return REFUSAL;
          });
        });
      });
      expect(await stored()).toEqual(["BBB-222"]);
      await db.store.write(async (records) => {
        await records.nested((within) => add(within, "DDD-222"));
        return REFUSAL;
      });
      expect(await stored()).toEqual(["BBB-222"]);
    });
  });

  test("asked for by twenty callers at once all land, each with its own answer", async () => {
    const codes = Array.from({ length: 20 }, (_, i) => `B${String(i).padStart(2, "0")}-222`);
    const answers = await Promise.all(
      codes.map((code) => db.store.write(async (records) => ({ code, added: await add(records, code) }))),
    );
    expect(answers).toEqual(codes.map((code) => ({ code, added: [true] })));
    expect(await stored()).toEqual(codes);
  });

  test("that refuse or fail among twenty at once undo nothing of their neighbours", async () => {
    const codes = Array.from({ length: 20 }, (_, i) => `B${String(i).padStart(2, "0")}-222`);
    const ends = await Promise.allSettled(
      codes.map((code, i) =>
        db.store.write(async (records) => {
          await add(records, code);
          if (i % 4 === 0) return REFUSAL;
          if (i % 4 === 2) throw new Error(code);
          return { ok: true } as const;
        }),
      ),
    );
    expect(ends).toEqual(
      codes.map((code, i) => {
        if (i % 4 === 2) return { status: "rejected", reason: new Error(code) };
        return { status: "fulfilled", value: i % 4 === 0 ? REFUSAL : { ok: true } };
      }),
    );
    expect(await stored()).toEqual(codes.filter((_, i) => i % 2 === 1));
  });

  test("that name the same key count and write one after another", async () => {
    const stores = [db.store, db.another().store];
    const limit = 3;
    const wishes = Array.from({ length: 20 }, (_, i) =>
      (stores[i % 2] ?? db.store).write(async (records) => {
        await records.serialise("email/mario.rossi@example.org");
        const who = { emailKey: "mario.rossi@example.org", holder: null };
        if ((await records.bookings.liveOf(who, NOW)).length >= limit) return REFUSAL;
        await add(records, `B${String(i).padStart(2, "0")}-222`);
        return { ok: true } as const;
      }),
    );
    const allowed = (await Promise.all(wishes)).filter(({ ok }) => ok);
    expect(allowed).toHaveLength(limit);
    expect(await stored()).toHaveLength(limit);
  });

  test("under way are finished before the database is closed", async () => {
    const { store } = db.another();
    const writes = Array.from({ length: 5 }, (_, i) => store.write((records) => add(records, `B0${i}-222`)));
    await store.close();
    await Promise.all(writes);
    expect(await stored()).toHaveLength(5);
  });

  test("leave no trace in the counting of events when they are undone, but for a gap", async () => {
    await keep(db.store, booking());
    await db.store.write(async (records) => {
      await records.events.append({ ...eventOf("BBB-222"), at: NOW });
      return REFUSAL;
    });
    expect(await db.store.read.events.of("BBB-222")).toEqual([]);
    expect(await db.store.read.events.of("K7P-4QX")).toHaveLength(1);
  });
});

const receive = (update: number) =>
  sql`insert into chat_updates (id, chat, received_at, answered) values (${update}, 1, 1, 0)`;

function eventOf(code: string) {
  const { office, state, mode, start, end, desk, version } = booking();
  return {
    booking: code,
    kind: "confirmed",
    actor: "citizen",
    office,
    state,
    mode,
    start,
    end,
    desk,
    version,
  } as const;
}
