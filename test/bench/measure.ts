/** The same work done twice: in plain code, and by us. */
export interface Pair {
  readonly floor: () => unknown;
  readonly ours: () => unknown;
}

/** Milliseconds a call. */
export interface Timing {
  readonly floor: number;
  readonly ours: number;
  readonly ratio: number;
  readonly spread: readonly [number, number];
}

/** Results go here, so that no compiler finds out that nobody reads them. */
let sink: unknown;
export function lastResult(): unknown {
  return sink;
}

/**
 * Times both by turns, so that whatever else the machine does meets both alike, and takes medians over the rounds,
 * after as many rounds again to warm up, at most five.
 *
 * @param calls of each in a round
 */
export async function paired(
  pair: Pair,
  { calls, rounds }: { calls: number; rounds: number },
): Promise<Timing> {
  for (let round = 0; round < Math.min(rounds, 5); round++) {
    await timed(pair.floor, calls);
    await timed(pair.ours, calls);
  }
  const floors: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const floorFirst = round % 2 === 0;
    if (floorFirst) floors.push(await timed(pair.floor, calls));
    ours.push(await timed(pair.ours, calls));
    if (!floorFirst) floors.push(await timed(pair.floor, calls));
  }
  return {
    floor: quantile(floors, 0.5),
    ours: quantile(ours, 0.5),
    ...ratios(ours, floors),
  };
}

/** The median of the rounds' ratios, and their quartiles. */
export function ratios(
  ours: readonly number[],
  floors: readonly number[],
): { readonly ratio: number; readonly spread: readonly [number, number] } {
  const each = ours.map((value, round) => value / (floors[round] ?? Number.NaN));
  return { ratio: quantile(each, 0.5), spread: [quantile(each, 0.25), quantile(each, 0.75)] };
}

/** Of numbers in any order; `part` is 0 to 1. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
}

/** Work that is not asynchronous is not made so: a promise for each call would cost more than some of the calls. */
async function timed(work: () => unknown, calls: number): Promise<number> {
  const begin = performance.now();
  for (let call = 0; call < calls; call++) {
    sink = work();
    if (sink instanceof Promise) sink = await sink;
  }
  return (performance.now() - begin) / calls;
}

/** Calls a second of people who each ask again as soon as they are answered; `work` is told which of them asks. */
export async function rate(
  calls: number,
  people: number,
  work: (person: number) => Promise<unknown>,
): Promise<number> {
  const begin = performance.now();
  const each = Math.ceil(calls / people);
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      for (let call = 0; call < each; call++) await work(person);
    }),
  );
  return (each * people * 1000) / (performance.now() - begin);
}
