import type { Core } from "@ricevimenti/core";
import { BEGIN, benchOffice } from "./workloads.ts";

/** A time that nobody has. */
export interface FreeTime {
  readonly office: string;
  readonly start: number;
}

/** Each time of each office once, in an order that goes from office to office. */
export async function freeTimes(core: Core, offices: readonly string[]): Promise<FreeTime[]> {
  const lists = await Promise.all(
    offices.map(async (office) => {
      const found = await core.listSlots({ office });
      if (!found.ok) throw new Error(`refused: ${found.refusal.code}`);
      return found.slots.map(({ start }) => ({ office, start }));
    }),
  );
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}

/** Offices enough for a bench never to ask for the same time twice; the clock stands at the workloads' beginning. */
export function officesOf(count: number) {
  const offices = Array.from({ length: count }, (_, index) => benchOffice(index));
  return { offices, ids: offices.map(({ id }) => id), start: new Date(BEGIN).toISOString() };
}

/** Holds a time for somebody new each time. Throws on a refusal: every time is free when it is asked for. */
export function holder(core: Core, times: readonly FreeTime[], name = "bench"): () => Promise<void> {
  let next = 0;
  return async () => {
    const time = times[next++];
    if (!time) throw new Error("no more free times: the bench needs more offices");
    const held = await core.hold({ ...time, mode: "in_person", holder: `web:${name}-${next}`, locale: "it" });
    if (!held.ok) throw new Error(`refused: ${held.refusal.code}`);
  };
}
