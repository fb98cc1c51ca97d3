import { strict as assert } from "node:assert";
import { once } from "node:events";
import { Agent } from "node:http";
import type { Office } from "@ricevimenti/core";
import { DatabasePark } from "../support/postgres-park.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { startTelegram } from "../support/telegram/server.ts";
import { openTown } from "../support/town.ts";
import type { Bench, Figure } from "./bench.ts";
import { started } from "./child.ts";
import { byChat, byWeb, type Errand, lookAround } from "./click-day-people.ts";
import { quantile } from "./measure.ts";

const START = "2026-03-02T09:00:00+01:00";
/** Milliseconds over which everybody comes. */
const MINUTE = 60_000;
/** Who has booked before the rush. */
const WARM = 40;
/** What the users of other systems ask for. */
const A_SECOND = 1_000;

interface Scale {
  readonly people: number;
  readonly slots: number;
  readonly within: number;
}

/**
 * The day that every town fears: thousands of people want one of two hundred times in the same minute, half of them in
 * the chat, half on the web. The challenge against programs is off: it would let nobody of this crowd through unasked.
 */
export const clickDay: Bench = {
  name: "click-day",
  async run({ short }) {
    const scale = short
      ? { people: 100, slots: 40, within: 2_000 }
      : { people: 5_000, slots: 200, within: MINUTE };
    const figures = await played("one process on SQLite", 1, {}, scale);
    if (short) return figures;
    const park = new DatabasePark(await startPostgres());
    try {
      const env = {
        DATABASE_URL: await park.take(false),
        APP_SECRET: "the bench's own secret of 32 bytes and more",
      };
      return [...figures, ...(await played("four processes on PostgreSQL", 4, env, scale))];
    } finally {
      await park.close();
    }
  },
};

async function played(
  where: string,
  processes: number,
  env: Readonly<Record<string, string>>,
  { people, slots, within }: Scale,
): Promise<Figure[]> {
  const policy = { horizon_days: 60, challenge_unconfirmed: 100_000 };
  await using town = await openTown({
    offices: [counter("sportello", "Sportello unico", slots), counter("altro", "Altro ufficio", WARM * 2)],
    start: START,
    municipality: { policy },
    env,
  });
  const telegram = await startTelegram();
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const webs: Awaited<ReturnType<typeof started<{ url: string }>>>[] = [];
  try {
    for (let index = 0; index < processes; index++) {
      const args = [town.folder, JSON.stringify(town.env), START];
      const bot = JSON.stringify({ token: telegram.token, apiRoot: telegram.url });
      webs.push(await started<{ url: string }>("town-web.ts", index === 0 ? [...args, bot] : args));
    }
    const come = (office: string, name: RegExp, index: number): Promise<Errand> => {
      const url = webs[Math.floor(index / 2) % processes]?.told.url ?? "";
      return index % 2 === 0 ? byWeb(url, office, index, agent) : byChat(telegram, name, index);
    };
    // No process has just been started on such a morning: some have booked with another office before.
    for (let index = people; index < people + WARM; index++) await come("altro", /Altro ufficio/, index);

    let isOver = false;
    const around = lookAround(webs[0]?.told.url ?? "", ["/", "/prenota?ufficio=altro"], () => isOver);
    const errands = await Promise.all(
      Array.from({ length: people }, async (_, index): Promise<Errand> => {
        await new Promise((go) => setTimeout(go, (index * within) / people));
        return come("sportello", /Sportello unico/, index);
      }),
    ).finally(() => {
      isOver = true;
    });
    const lookedAt = await around;
    const delays = [];
    for (const { child } of webs) {
      const answer = once(child, "message");
      child.send("report");
      delays.push(((await answer)[0] as { p99: number }).p99);
    }
    const sold = await town.core.agenda({
      offices: ["sportello"],
      from: 0,
      to: Number.MAX_SAFE_INTEGER,
      states: ["pending"],
    });
    assert.equal(
      new Set(sold.map(({ start, desk }) => `${start}/${desk}`)).size,
      sold.length,
      "sold once each",
    );
    const of = (outcome: Errand["outcome"]) => errands.filter((errand) => errand.outcome === outcome).length;
    assert.equal(of("sold"), sold.length, "who was told so has a time, and nobody else");
    for (const why of new Set(errands.flatMap((errand) => errand.why ?? [])))
      process.stderr.write(`failed: ${why}\n`);
    const pages = errands.flatMap(({ pages }) => pages);
    const actions = errands.flatMap(({ actions }) => actions);
    const figure = (
      what: string,
      unit: string,
      floor: number,
      ours: number,
      goal: Figure["goal"],
    ): Figure => {
      const ratio = ours / floor;
      return {
        what: `${where}: ${what}`,
        unit,
        floor,
        ours,
        ratio,
        spread: [ratio, ratio],
        goal,
        ...(unit === "ms" && { absolute: true }),
      };
    };
    const crowd = people.toLocaleString("en");
    return [
      figure(`sold of ${slots} to ${crowd}`, "", slots, of("sold"), { least: 1 }),
      figure(`answered, ${of("refused")} of them with no`, "", people, of("sold") + of("refused"), {
        least: 1,
      }),
      figure("half of the presses, to a second", "ms", A_SECOND, quantile(actions, 0.5), { most: 1 }),
      figure("p99 of the presses, to a second", "ms", A_SECOND, quantile(actions, 0.99), { most: 1 }),
      figure("p99 of the pages, to a second", "ms", A_SECOND, quantile(pages, 0.99), { most: 1 }),
      figure("p99 of others' pages meanwhile, to a second", "ms", A_SECOND, quantile(lookedAt, 0.99), {
        most: 1,
      }),
      figure("event loop late, p99, to a second", "ms", A_SECOND, Math.max(...delays), { most: 1 }),
    ];
  } finally {
    agent.destroy();
    for (const web of webs) await web.stop();
    await telegram.close();
  }
}

/** One day with ten desks. */
function counter(id: string, name: string, slots: number): Office {
  const desks = 10;
  const minutes = (slots / desks) * 15;
  const to = `${String(8 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return {
    id,
    name,
    hours: [],
    openings: [{ date: "2026-03-05", from: "08:00", to, slot: 15, modes: ["in_person"], desks }],
  };
}
