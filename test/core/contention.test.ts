import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Office } from "@ricevimenti/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Booty, Errand } from "../support/contender.ts";
import { ENGINES, openTown, type TestTown, WEDNESDAY_NINE } from "../support/town.ts";

const PROCESSES = 8;
const QUARTER = 15 * 60_000;
const EIGHT = Date.parse("2026-12-14T08:00+01:00");
const quarters = (count: number) => Array.from({ length: count }, (_, i) => EIGHT + i * QUARTER);

/** Fifty quarters of an hour on Mondays. */
const office = (id: string, desks: number): Office => ({
  id,
  name: id,
  email: `${id}@example.org`,
  hours: [{ days: ["mon"], from: "08:00", to: "20:30", slot: 15, modes: ["in_person"], desks }],
});

let children: readonly ChildProcess[] = [];
beforeAll(async () => {
  const program = new URL("../support/contender.ts", import.meta.url);
  children = Array.from({ length: PROCESSES }, () => fork(program, { execArgv: [] }));
  await Promise.all(children.map((child) => once(child, "message")));
});
afterAll(() => {
  for (const child of children) child.kill();
});

/** All go at once, each after its own times; what they got together. */
async function contend(
  town: TestTown,
  errand: Pick<Errand, "office" | "citizens" | "email">,
  startsOf: (process: number) => readonly number[],
): Promise<Omit<Booty, "longest">> {
  const { env, folder: cwd } = town;
  const answers = children.map(async (child, i): Promise<Booty> => {
    const answer = once(child, "message");
    child.send({
      ...errand,
      starts: startsOf(i),
      env,
      cwd,
      now: WEDNESDAY_NINE,
      name: `p${i}`,
    } satisfies Errand);
    return (await answer)[0] as Booty;
  });
  const booties = await Promise.all(answers);
  const refused: Record<string, number> = {};
  for (const [code, times] of booties.flatMap((booty) => Object.entries(booty.refused))) {
    refused[code] = (refused[code] ?? 0) + times;
  }
  return {
    sold: booties.flatMap(({ sold }) => sold),
    refused,
    faults: booties.flatMap(({ faults }) => faults),
  };
}

describe.each(ENGINES)("eight processes on %s", (engine) => {
  let town: TestTown;
  beforeAll(async () => {
    const offices = ["one", "many", "strict"].map((id) => office(id, id === "many" ? 5 : 1));
    town = await openTown({ engine, offices });
  });
  afterAll(() => town[Symbol.asyncDispose]());

  const confirmedStarts = async (id: string) =>
    (await town.core.records.bookings.find({ offices: [id], states: ["confirmed"] })).map(
      ({ start }) => start,
    );
  const errors = async () => (await town.core.doctor()).filter(({ level }) => level === "error");

  test("sell each of 50 slots once to 2,000 who want them, and tell all others that it is taken", async () => {
    const began = performance.now();
    const booty = await contend(town, { office: "one", citizens: 5 }, () => quarters(50));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    expect(booty).toEqual({ sold: expect.anything(), refused: { slot_taken: 1950 }, faults: [] });
    expect(new Set(booty.sold).size).toBe(50);
    expect(await confirmedStarts("one")).toEqual(quarters(50));
    expect(await errors()).toEqual([]);
    process.stdout.write(
      `${engine}: 8 processes, 2,000 attempts on 50 slots, 50 sold, 1,950 told that it is taken, 0 faults, ${seconds} s\n`,
    );
  }, 180_000);

  test("sell a time once at each of its five desks", async () => {
    const booty = await contend(town, { office: "many", citizens: 5 }, () => quarters(4));
    expect(booty).toEqual({ sold: expect.anything(), refused: { slot_taken: 4 * (40 - 5) }, faults: [] });
    expect(await confirmedStarts("many")).toEqual(quarters(4).flatMap((start) => Array(5).fill(start)));
    expect(await errors()).toEqual([]);
  });

  test("let one address have one booking of an office, however many windows are open", async () => {
    const email = "mario.rossi@example.org";
    const booty = await contend(town, { office: "strict", citizens: 5, email }, (i) => [EIGHT + i * QUARTER]);
    const refused = { slot_taken: 4 * PROCESSES, limit_office: PROCESSES - 1 };
    expect(booty).toEqual({ sold: [expect.any(String)], refused, faults: [] });
    expect(await confirmedStarts("strict")).toHaveLength(1);
    expect(await errors()).toEqual([]);
  });
});
