import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { openCore } from "@ricevimenti/core";
import { afterEach, describe, expect, test } from "vitest";
import { seededRandom } from "../support/clock.ts";
import { SILENT } from "../support/log.ts";
import { accepted, ENGINES, IMU, MUNICIPALITY, openTown, refused } from "../support/town.ts";

/** How long a way to the database takes, in milliseconds: whatever leaves together has left by then. */
const WAY = 25;

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

const [TEN, QUARTER_PAST, HALF_PAST] = ["10:00", "10:15", "10:30"].map((time) =>
  Date.parse(`2026-12-14T${time}+01:00`),
) as [number, number, number];
const wish = (start: number, chat: number) =>
  ({ office: "tributi-imu", start, mode: "in_person", holder: `telegram:${chat}`, locale: "it" }) as const;

test("a hold on a PostgreSQL far away asks, takes and keeps: three round trips", async () => {
  const town = await openTown({ engine: "postgres" });
  cleanUps.push(() => town[Symbol.asyncDispose]());
  const line = await countingLine(town.env.DATABASE_URL ?? "");
  cleanUps.push(line.close);
  const far = await openCore({
    env: { ...town.env, DATABASE_URL: line.url },
    cwd: town.folder,
    overrides: { clock: town.clock, log: SILENT },
  });
  cleanUps.push(() => far.close());
  const tripsOf = async (start: number, chat: number) => {
    const before = line.trips();
    const held = await far.hold(wish(start, chat));
    return { trips: line.trips() - before, held };
  };
  // The first has to learn of the office, and the server of the statements.
  expect((await tripsOf(TEN, 1)).held.ok).toBe(true);

  const second = await tripsOf(QUARTER_PAST, 2);
  expect(second.held.ok).toBe(true);
  expect(second.trips).toBe(3);

  // An office that has changed since is asked for again, and the hold is as right as ever.
  const hours = [
    { days: ["mon" as const], from: "15:00", to: "17:00", slot: 15, modes: ["in_person" as const] },
  ];
  await town.core.importTimetable(
    { municipality: MUNICIPALITY, offices: [{ ...IMU, hours }] },
    { actor: "staff:test" },
  );
  expect(refused((await tripsOf(HALF_PAST, 3)).held).code).toBe("slot_not_offered");
});

describe.each(ENGINES)("on %s", (engine) => {
  test("a code that is somebody else's already is drawn again", async () => {
    const town = await openTown({ engine });
    cleanUps.push(() => town[Symbol.asyncDispose]());
    // Two processes to which chance says the same.
    const [one, other] = await Promise.all(
      [1, 2].map(async () => {
        const core = await openCore({
          env: town.env,
          cwd: town.folder,
          overrides: { clock: town.clock, log: SILENT, random: seededRandom(7) },
        });
        cleanUps.push(() => core.close());
        return core;
      }),
    );
    if (!one || !other) throw new Error("two were opened");
    const first = accepted(await one.hold(wish(TEN, 1))).booking;
    const second = accepted(await other.hold(wish(QUARTER_PAST, 2))).booking;
    expect(second.code).not.toBe(first.code);
    expect((await town.core.getBooking(first.code)).ok).toBe(true);
    expect(refused(await one.hold(wish(TEN, 3))).code).toBe("slot_taken");
    expect(refused(await one.hold(wish(QUARTER_PAST, 3))).code).toBe("slot_taken");
    expect((await town.core.doctor()).filter(({ level }) => level === "error")).toEqual([]);
  });
});

/** A way to a server that takes its time, and counts how often somebody spoke after having been answered. */
async function countingLine(address: string) {
  const url = new URL(address);
  const target = Number(url.port);
  let trips = 0;
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    let isAnswered = true;
    near.on("data", (bytes) => {
      if (isAnswered) trips++;
      isAnswered = false;
      setTimeout(() => far.write(bytes), WAY);
    });
    far.on("data", (bytes) => {
      setTimeout(() => {
        isAnswered = true;
        near.write(bytes);
      }, WAY);
    });
    for (const [one, another] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => {});
      one.on("close", () => setTimeout(() => another.destroy(), WAY));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  url.port = `${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    trips: () => trips,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
