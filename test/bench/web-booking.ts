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
    let at = 0;
    const floorHold = () => floor.hold("ufficio-0", Date.parse(start) + at++ * 15 * 60_000);
    /** Those before one have their turns first, as many as ask at once. */
    const floorWait = async () => {
      const before = performance.now();
      await null;
      floorHold();
      return performance.now() - before;
    };
    const calls = short ? 64 : 256;
    const crowdOf = async (ask: () => Promise<number>): Promise<{ perSecond: number; p99: number }> => {
      const waits: number[] = [];
      const perSecond = await rate(calls, CROWD, async () => void waits.push(await ask()));
      return { perSecond, p99: quantile(waits, 0.99) };
    };
    const rounds: { floor: number; floorP99: number; ours: number; p99: number }[] = [];
    try {
      for (let round = -1; round < (short ? 3 : 7); round++) {
        const one = await rate(calls, 1, async () => floorHold());
        const raw = await crowdOf(floorWait);
        const crowd = await crowdOf(book);
        if (round < 0) continue;
        rounds.push({ floor: one, floorP99: raw.p99, ours: crowd.perSecond, p99: crowd.p99 });
      }
    } finally {
      await web.stop();
      floor.close();
      agent.destroy();
    }
    const sold = await town.core.agenda({ from: 0, to: Number.MAX_SAFE_INTEGER, states: ["pending"] });
    assert.equal(sold.length, person, "every request that was acknowledged is there");
    const all = (name: keyof (typeof rounds)[number]) => rounds.map((round) => round[name]);
    return [
      {
        what: `whole web bookings, ${CROWD} people at once, to raw holds`,
        unit: "/s",
        floor: quantile(all("floor"), 0.5),
        ours: quantile(all("ours"), 0.5),
        ...ratios(all("ours"), all("floor")),
        goal: { least: 0.25 },
      },
      {
        what: `p99 of ${CROWD} people at once, to raw holds of as many`,
        unit: "ms",
        floor: quantile(all("floorP99"), 0.5),
        ours: quantile(all("p99"), 0.5),
        ...ratios(all("p99"), all("floorP99")),
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
