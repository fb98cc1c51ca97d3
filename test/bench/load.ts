import { Agent, request } from "node:http";
import { quantile } from "./measure.ts";

/** What a server managed. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds from the request to the last byte of its answer. */
  readonly median: number;
  readonly p99: number;
  readonly statuses: ReadonlyMap<number, number>;
}

export interface Ask {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Each of `people` asks as soon as they are answered, over a connection of their own, until the time is over. */
export async function load(
  url: string,
  asks: (person: number, step: number) => Ask,
  { people, milliseconds }: { readonly people: number; readonly milliseconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: people });
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const end = performance.now() + milliseconds;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      for (let step = 0; performance.now() < end; step++) {
        const before = performance.now();
        const { status } = await fetched(url, asks(person, step), agent);
        times.push(performance.now() - before);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  return {
    perSecond: times.length / seconds,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    statuses,
  };
}

export interface Fetched {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export function fetched(url: string, ask: Ask, agent?: Agent): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(ask.path, url),
      { method: ask.method ?? "GET", headers: ask.headers ?? {}, ...(agent && { agent }) },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(chunks).toString("utf8"),
            headers: answer.headers,
          }),
        );
        answer.on("error", reject);
      },
    );
    sent.on("error", (cause) => {
      // The server has closed a connection in the moment it was used again: browsers, too, ask once more over a new one.
      const isStale = sent.reusedSocket && (cause as NodeJS.ErrnoException).code === "ECONNRESET";
      if (isStale) resolve(fetched(url, ask, agent));
      else reject(cause);
    });
    sent.end(ask.body);
  });
}
