import { strict as assert } from "node:assert";
import { Agent } from "node:http";
import { join } from "node:path";
import { openTown } from "../support/town.ts";
import type { Bench } from "./bench.ts";
import { started } from "./child.ts";
import { type FreeTime, freeTimes, officesOf } from "./click-slots.ts";
import { rawHolds } from "./floors/raw-holds.ts";
import { fetched } from "./load.ts";
import { quantile, rate, ratios } from "./measure.ts";

const CROWD = 64;

/** A citizen's whole way through the form by HTTP, from the chosen time to the request, against raw holds. */
export const webBooking: Bench = {
  name: "web-booking",
  async run({ short }) {
    const { offices, ids, start } = officesOf(40);
    const policy = { horizon_days: 60, challenge_unconfirmed: 10_000 };
    await using town = await openTown({ offices, start, municipality: { policy } });
    const times = (await freeTimes(town.core, ids)).values();
    const web = await started<{ url: string }>("town-web.ts", [town.folder, JSON.stringify(town.env), start]);
    const floor = rawHolds(town.folder, join(town.folder, "data/ricevimenti.sqlite"));
    const agent = new Agent({ keepAlive: true, maxSockets: CROWD });
    let person = 0;
    const book = async () => {
      const time = times.next().value;
      if (!time) throw new Error("no more free times: the bench needs more offices");
      const before = performance.now();
      await booking(web.told.url, time, person++, agent);
      return performance.now() - before;
    };
    const rates: Record<"floor" | "alone" | "crowd", number[]> = { floor: [], alone: [], crowd: [] };
    const waits: Record<"alone" | "crowd", number[]> = { alone: [], crowd: [] };
    const calls = short ? 64 : 256;
    let at = 0;
    try {
      for (let round = -1; round < (short ? 3 : 7); round++) {
        const kinds = {
          floor: await rate(calls, 1, async () =>
            floor.hold("ufficio-0", Date.parse(start) + at++ * 15 * 60_000),
          ),
          alone: await rate(calls, 1, async () => void waits.alone.push(await book())),
          crowd: await rate(calls, CROWD, async () => void waits.crowd.push(await book())),
        };
        if (round >= 0)
          for (const kind of ["floor", "alone", "crowd"] as const) rates[kind].push(kinds[kind]);
      }
    } finally {
      await web.stop();
      floor.close();
      agent.destroy();
    }
    const sold = await town.core.agenda({ from: 0, to: Number.MAX_SAFE_INTEGER, states: ["pending"] });
    assert.equal(sold.length, person, "every request that was acknowledged is there");
    const p99 = { alone: quantile(waits.alone, 0.99), crowd: quantile(waits.crowd, 0.99) };
    return [
      {
        what: `whole web bookings, ${CROWD} people at once, to raw holds`,
        unit: "/s",
        floor: quantile(rates.floor, 0.5),
        ours: quantile(rates.crowd, 0.5),
        ...ratios(rates.crowd, rates.floor),
        goal: { least: 0.25 },
      },
      {
        what: `p99 of ${CROWD} people at once, to one alone`,
        unit: "ms",
        floor: p99.alone,
        ours: p99.crowd,
        ratio: p99.crowd / p99.alone,
        spread: [p99.crowd / p99.alone, p99.crowd / p99.alone],
        goal: { most: 10 },
      },
    ];
  },
};

/** Presses the time, and then "Richiedi appuntamento" with the form filled in. */
async function booking(
  url: string,
  { office, start }: FreeTime,
  person: number,
  agent: Agent,
): Promise<void> {
  const press = async (path: string, fields: Record<string, string>, cookie?: string) => {
    const answer = await fetched(
      url,
      {
        path,
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-site": "same-origin",
          ...(cookie && { cookie }),
        },
        body: new URLSearchParams(fields).toString(),
      },
      agent,
    );
    assert.equal(answer.status, 303, `${path}: ${answer.status} ${answer.body.slice(0, 300)}`);
    return answer.headers;
  };
  const held = await press(`/prenota?ufficio=${office}`, { orario: `${start}.in_person` });
  const cookie = [held["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ");
  const code = /\/prenota\/([^/?]+)/.exec(String(held.location))?.[1] ?? "";
  const form = {
    nome: "Mario Rossi",
    email: `persona${person}@example.org`,
    motivo: "Chiarimenti",
    consenso: "si",
  };
  const sent = await press(`/prenota/${code}/riepilogo`, form, cookie);
  assert.match(String(sent.location), /inviata/);
}
