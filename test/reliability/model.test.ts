import { readdir } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENGINES, openTown } from "../support/town.ts";
import { Play } from "./support/model/play.ts";
import { type Step, step } from "./support/model/steps.ts";
import { BEGINNINGS, TIMETABLES } from "./support/model/timetables.ts";

/** Sequences and steps in each: what takes a dozen seconds. */
const SIZE = { sqlite: { runs: 60, steps: 80 }, postgres: { runs: 20, steps: 60 } } as const;

describe.each(ENGINES)("the town on %s", (engine) => {
  const { runs, steps } = SIZE[engine];

  test("answers whatever five people and the clock do as a model of a few hundred lines does", async () => {
    let taken = 0;
    const answers = new Map<string, number>();
    const sequence = fc.array(step, { minLength: 1, maxLength: steps, size: "max" });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...BEGINNINGS), sequence, async (beginning, sequence) => {
        taken += await playThrough(engine, beginning, sequence, answers);
      }),
      // Long sequences of whatever comes find more than short ones of edge cases.
      { numRuns: runs, unbiased: true },
    );
    const of = (what: string) => answers.get(what) ?? 0;
    console.info(
      `model on ${engine}: ${runs} sequences, ${taken} steps, no disagreement; ${of("offer")} times offered to who had joined a waiting list (${of("join")}, of whom ${of("change")} changed their wish), ${of("take")} taken, ${of("decline")} declined`,
    );
    expect(taken).toBeGreaterThan(runs * 10);
    for (const action of ["join", "offer"]) expect(of(action), action).toBeGreaterThan(0);
  }, 300_000);
});

async function playThrough(
  engine: (typeof ENGINES)[number],
  beginning: string,
  sequence: readonly Step[],
  answers: Map<string, number>,
) {
  const { municipality = {}, offices = [] } = TIMETABLES[0] ?? {};
  await using town = await openTown({ engine, start: beginning, municipality, offices });
  const play = new Play(town, await town.another(), Date.parse(beginning), answers);
  const done: string[] = [];
  for (const [index, one] of sequence.entries()) {
    const core = index % 3 === 0 ? play.cores[1] : play.cores[0];
    try {
      done.push(await play.take(one, core));
      await play.expectSame(core);
    } catch (cause) {
      throw new Error(`after:\n${done.join("\n")}\nat ${JSON.stringify(one)}:\n${(cause as Error).message}`, {
        cause,
      });
    }
  }
  const offers = play.model.outbox.filter(({ kind }) => kind === "waiting_offer").length;
  answers.set("offer", (answers.get("offer") ?? 0) + offers);
  const sent = play.model.outbox.filter(({ state }) => state === "sent");
  const keys = (channel: string) =>
    sent
      .filter((message) => message.channel === channel)
      .map(({ key }) => key)
      .sort();
  expect(play.said.toSorted(), "told by Telegram").toEqual(keys("telegram"));
  const mails = await readdir(join(town.folder, "data/mail")).catch(() => []);
  expect(mails.map((name) => name.split("@")[0]).sort(), "mails").toEqual(keys("mail"));
  const findings = await town.core.doctor();
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  return sequence.length;
}
