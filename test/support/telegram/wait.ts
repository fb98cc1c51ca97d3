import type { Room } from "./room.ts";

export type WaitOptions = {
  /** Milliseconds of real time; 5000 when left out. */
  timeoutMs?: number;
};

/** What a look at the chat found, or what it still misses. */
export type Verdict<T> = { found: T } | { missing: string };

/** Looks now and after every change of the room. Rejects after the time with what was missing and how things stand. */
export async function waitUntil<T>(
  room: Room,
  check: () => Verdict<T>,
  describe: () => string,
  { timeoutMs = 5000 }: WaitOptions,
): Promise<T> {
  const first = check();
  if ("found" in first) return first.found;
  let missing = first.missing;
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      unlisten();
    };
    const look = () => {
      try {
        const verdict = check();
        if ("missing" in verdict) {
          missing = verdict.missing;
          return;
        }
        stop();
        resolve(verdict.found);
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const unlisten = room.listen(look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`after ${timeoutMs} ms still missing: ${missing}\n${describe()}`));
    }, timeoutMs);
  });
}
