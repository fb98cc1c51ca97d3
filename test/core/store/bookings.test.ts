import { describe, expect, test } from "vitest";
import type { Booking } from "../../../packages/core/src/domain/booking.ts";
import { MINUTE } from "../../../packages/core/src/domain/slot.ts";
import { ENGINES } from "../../support/town.ts";
import { booking, heldBooking, NOW, TEN } from "./builders.ts";
import { useStore } from "./open-store.ts";

const HOUR = 60 * MINUTE;

describe.each(ENGINES)("bookings on %s", (engine) => {
  const db = useStore(engine);
  const add = (...all: readonly Booking[]) =>
    db.store.write(async ({ bookings }) => {
      for (const one of all) expect(await bookings.add(one)).toBe(true);
    });
  const get = (code: string) => db.store.read.bookings.get(code);
  const codes = (found: readonly Booking[]) => found.map(({ code }) => code);

  test("come back as they were written, whole or bare", async () => {
    const whole = booking({
      service: "imu",
      mode: "virtual",
      reason: "Perché l'imu è «doppia»? 😀",
      version: 3,
    });
    const bare = heldBooking({ code: "BBB-222", holder: null, locale: "en" });
    await add(whole, bare);
    expect(await get(whole.code)).toEqual(whole);
    expect(await get(bare.code)).toEqual(bare);
    expect(await get("CCC-333")).toBeNull();
  });

  test("a code that is taken is refused, and what has it stays", async () => {
    await add(booking());
    const second = booking({ office: "anagrafe", name: "Anna Bianchi" });
    expect(await db.store.write(({ bookings }) => bookings.add(second))).toBe(false);
    expect(await get(booking().code)).toEqual(booking());
  });

  describe("are found", () => {
    const DAY = [
      booking({ code: "AAA-222", start: TEN }),
      booking({ code: "BBB-222", start: TEN, desk: 2, email: "Anna@Example.org", holder: "telegram:7" }),
      booking({ code: "CCC-222", start: TEN + HOUR, state: "cancelled" }),
      booking({
        code: "DDD-222",
        start: TEN + 2 * HOUR,
        office: "anagrafe",
        state: "pending",
        expires: NOW + HOUR,
      }),
    ];

    test.each<[string, Parameters<typeof db.store.read.bookings.find>[0], string[]]>([
      ["all, by start and then desk", {}, ["AAA-222", "BBB-222", "CCC-222", "DDD-222"]],
      ["by office", { offices: ["anagrafe"] }, ["DDD-222"]],
      [
        "by several offices",
        { offices: ["anagrafe", "tributi-imu", "none"] },
        ["AAA-222", "BBB-222", "CCC-222", "DDD-222"],
      ],
      ["of no office: none", { offices: [] }, []],
      ["from a start on, that start included", { from: TEN + HOUR }, ["CCC-222", "DDD-222"]],
      ["before a start, that start left out", { to: TEN + HOUR }, ["AAA-222", "BBB-222"]],
      ["by an end still to come", { endsAfter: TEN + 15 * MINUTE }, ["CCC-222", "DDD-222"]],
      ["by state", { states: ["cancelled", "pending"] }, ["CCC-222", "DDD-222"]],
      ["of no state: none", { states: [] }, []],
      ["by holder", { holder: "telegram:7" }, ["BBB-222"]],
      ["by address, however it is written", { email: " ANNA@example.ORG" }, ["BBB-222"]],
      [
        "by all of these together",
        { offices: ["tributi-imu"], from: TEN, states: ["confirmed"], limit: 1 },
        ["AAA-222"],
      ],
    ])("%s", async (_, filter, expected) => {
      await add(...DAY.toReversed());
      expect(codes(await db.store.read.bookings.find(filter))).toEqual(expected);
    });
  });

  test("the live ones of an address or a holder are those confirmed or within their deadline, and not over", async () => {
    const mine = { email: "io@example.org", holder: null };
    await add(
      booking({ code: "AAA-222", ...mine }),
      booking({ code: "BBB-222", ...mine, email: "IO@example.org", state: "pending", expires: NOW + 1 }),
      booking({ code: "CCC-222", ...mine, state: "pending", expires: NOW }),
      booking({ code: "DDD-222", ...mine, state: "cancelled" }),
      booking({ code: "FFF-222", ...mine, start: NOW - 15 * MINUTE }),
      booking({ code: "GGG-222", ...mine, email: "other@example.org", holder: "telegram:7" }),
      heldBooking({ code: "HHH-222", holder: "telegram:7" }),
      booking({ code: "JJJ-222", ...mine, email: "other@example.org" }),
    );
    const { liveOf } = db.store.read.bookings;
    const sorted = async (who: Parameters<typeof liveOf>[0]) => codes(await liveOf(who, NOW)).sort();
    expect(await sorted({ emailKey: "io@example.org", holder: null })).toEqual(["AAA-222", "BBB-222"]);
    expect(await sorted({ emailKey: null, holder: "telegram:7" })).toEqual(["GGG-222"]);
    expect(await sorted({ emailKey: "io@example.org", holder: "telegram:7" })).toEqual([
      "AAA-222",
      "BBB-222",
      "GGG-222",
    ]);
    expect(await sorted({ emailKey: null, holder: null })).toEqual([]);
  });

  test("the held ones of a holder are those within their deadline, oldest first", async () => {
    await add(
      heldBooking({ code: "AAA-222", created: NOW - 1, expires: NOW + 1 }),
      heldBooking({ code: "BBB-222", created: NOW - 2, start: TEN + HOUR }),
      heldBooking({ code: "CCC-222", expires: NOW }),
      heldBooking({ code: "DDD-222", holder: "web:other" }),
      booking({ code: "FFF-222", state: "pending", expires: NOW + HOUR }),
    );
    expect(codes(await db.store.read.bookings.heldBy("web:3f9a", NOW))).toEqual(["BBB-222", "AAA-222"]);
  });

  test("the lapsed ones are those whose deadline has come, the longest overdue first", async () => {
    await add(
      heldBooking({ code: "AAA-222", expires: NOW }),
      heldBooking({ code: "BBB-222", expires: NOW + 1 }),
      booking({ code: "CCC-222", state: "pending", expires: NOW - HOUR }),
      booking({ code: "DDD-222", start: NOW - HOUR }),
    );
    const { lapsed } = db.store.read.bookings;
    expect(codes(await lapsed(NOW, 10))).toEqual(["CCC-222", "AAA-222"]);
    expect(codes(await lapsed(NOW, 1))).toEqual(["CCC-222"]);
  });

  describe("are replaced", () => {
    const held = heldBooking();
    const pending = booking({
      state: "pending",
      expires: NOW + 2 * HOUR,
      mode: "virtual",
      service: "imu",
      updated: NOW + 1,
    });
    const replace = (as: Booking, was: Pick<Booking, "state" | "version">, now: number) =>
      db.store.write(({ bookings }) => bookings.replace(as, was, now));

    test("whole, while the deadline has not passed", async () => {
      await add(held);
      expect(await replace(pending, held, NOW + 10 * MINUTE - 1)).toBe(true);
      expect(await get(held.code)).toEqual(pending);
    });

    test.each<[string, Pick<Booking, "state" | "version">, number]>([
      ["when the deadline has come", held, NOW + 10 * MINUTE],
      ["when the state is another", { state: "pending", version: 1 }, NOW],
      ["when the version is another", { state: "held", version: 2 }, NOW],
    ])("not at all %s", async (_, was, now) => {
      await add(held);
      expect(await replace(pending, was, now)).toBe(false);
      expect(await get(held.code)).toEqual(held);
    });

    test("at any time, when they have no deadline", async () => {
      await add(booking());
      const cancelled = booking({ state: "cancelled", version: 2 });
      expect(await replace(cancelled, booking(), TEN + 1000 * HOUR)).toBe(true);
      expect(await get(cancelled.code)).toEqual(cancelled);
    });

    test("one after another: who has read a booking to change it is not overtaken", async () => {
      await add(booking());
      const stores = [db.store, db.another().store];
      const increments = Array.from({ length: 20 }, (_, i) =>
        (stores[i % 2] ?? db.store).write(async ({ bookings }) => {
          const before = await bookings.get("K7P-4QX");
          return before && bookings.replace({ ...before, version: before.version + 1 }, before, NOW);
        }),
      );
      expect(await Promise.all(increments)).toEqual(increments.map(() => true));
      expect((await get("K7P-4QX"))?.version).toBe(21);
    });
  });

  test("expire when their deadline has come and not before, and only once", async () => {
    const { code, expires } = heldBooking();
    await add(heldBooking());
    const expire = (now: number) => db.store.write(({ bookings }) => bookings.expire(code, now));
    expect(await expire((expires ?? 0) - 1)).toBe(false);
    expect((await get(code))?.state).toBe("held");
    expect(await expire(expires ?? 0)).toBe(true);
    expect(await get(code)).toEqual(heldBooking({ state: "expired", expires: null, updated: expires ?? 0 }));
    expect(await expire(TEN)).toBe(false);
  });
});
