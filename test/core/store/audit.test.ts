import { describe, expect, test } from "vitest";
import { type Sql, sql } from "../../../packages/core/src/adapters/sql/sql.ts";
import { MINUTE } from "../../../packages/core/src/domain/slot.ts";
import { ENGINES } from "../../support/town.ts";
import { booking, cell, heldBooking, keep, message, NOW, TEN } from "./builders.ts";
import { useStore } from "./open-store.ts";

/** A sound booking of every kind; the damage of a test is done to `K7P-4QX`. */
const SOUND = [
  booking(),
  heldBooking({ code: "HHH-222", desk: 2 }),
  booking({ code: "PPP-222", desk: 3, state: "pending", expires: NOW + 60 * MINUTE }),
  booking({ code: "GGG-222", desk: 4, state: "attended" }),
];
const HERE = sql`where code = 'K7P-4QX'`;
const ITS_CLAIMS = sql`where booking = 'K7P-4QX'`;

describe.each(ENGINES)("the doctor's questions on %s", (engine) => {
  const db = useStore(engine);
  const { raw } = db;
  const found = async (now = NOW) => {
    const { audit } = db.store.read;
    return {
      stray: await audit.strayClaims(),
      unclaimed: await audit.unclaimedBookings(now),
    };
  };
  const NOTHING = { stray: [], unclaimed: [] };
  const IT = ["K7P-4QX"];

  test("find nothing where all is sound, also after deadlines and ends have passed", async () => {
    await keep(db.store, ...SOUND);
    expect(await found()).toEqual(NOTHING);
    expect(await found(TEN + 1e9)).toEqual(NOTHING);
  });

  test("find nothing wrong with a lapsed hold whose cells another has taken over", async () => {
    await keep(db.store, heldBooking({ expires: NOW }));
    await keep(db.store, booking({ code: "BBB-222" }));
    expect(await found()).toEqual(NOTHING);
  });

  test.each<[string, Sql, Partial<Record<keyof typeof NOTHING, string[]>>]>([
    ["claims whose booking is gone", sql`delete from bookings ${HERE}`, { stray: IT }],
    ["claims at another desk", sql`update claims set desk = 9 ${ITS_CLAIMS}`, { stray: IT, unclaimed: IT }],
    [
      "claims in another office",
      sql`update claims set office = 'anagrafe' ${ITS_CLAIMS}`,
      { stray: IT, unclaimed: IT },
    ],
    [
      "a claim before the booking's time",
      sql`update claims set cell = cell - 1 ${ITS_CLAIMS} and cell = ${cell(TEN)}`,
      { stray: IT, unclaimed: IT },
    ],
    [
      "a claim after the booking's time",
      sql`update claims set cell = cell + 3 ${ITS_CLAIMS} and cell = ${cell(TEN)}`,
      { stray: IT, unclaimed: IT },
    ],
    ["a claim lost", sql`delete from claims ${ITS_CLAIMS} and cell = ${cell(TEN)}`, { unclaimed: IT }],
    [
      "claims that lapse before their booking",
      sql`update claims set expires_at = ${NOW + 1} ${ITS_CLAIMS}`,
      { unclaimed: IT },
    ],
    [
      "a cancelled booking that keeps its claims",
      sql`update bookings set state = 'cancelled' ${HERE}`,
      { stray: IT },
    ],
    [
      "a time changed by hand",
      sql`update bookings set start_at = start_at + ${15 * MINUTE}, end_at = end_at + ${15 * MINUTE} ${HERE}`,
      { stray: IT, unclaimed: IT },
    ],
    ["a desk changed by hand", sql`update bookings set desk = 9 ${HERE}`, { stray: IT, unclaimed: IT }],
  ])("find %s", async (_, damage, expected) => {
    await keep(db.store, ...SOUND);
    expect(await raw(damage)).toBeGreaterThan(0);
    expect(await found()).toEqual({ ...NOTHING, ...expected });
  });

  test("name at most a thousand of a kind", async () => {
    await db.store.write(async ({ claims }) => {
      for (let i = 0; i < 1001; i++) {
        await claims.claim(
          {
            booking: `B${i}`,
            office: "o",
            desk: 1,
            start: i * 5 * MINUTE,
            end: (i + 1) * 5 * MINUTE,
            expires: null,
          },
          NOW,
        );
      }
    });
    expect(await db.store.read.audit.strayClaims()).toHaveLength(1000);
  });

  test("tell of messages given up and of those waiting too long", async () => {
    await db.store.write(async ({ outbox }) => {
      await outbox.add(message({ key: "1", booking: "AAA-222" }), NOW);
      await outbox.add(message({ key: "2", booking: "BBB-222", due: NOW + 1 }), NOW);
      await outbox.add(message({ key: "3", booking: "CCC-222" }), NOW);
      const [, third] = await outbox.lease(NOW, NOW + 5, 10, ["mail"]);
      if (third) await outbox.settle(third, { state: "failed", at: NOW, error: "550" });
    });
    const { audit } = db.store.read;
    expect(await audit.failedMessages()).toEqual(["CCC-222"]);
    expect(await audit.overdueMessages(NOW + 1)).toEqual([]);
    expect(await audit.overdueMessages(NOW + 2)).toEqual(["BBB-222"]);
    expect([...(await audit.overdueMessages(NOW + 6))].sort()).toEqual(["AAA-222", "BBB-222"]);
  });
});
