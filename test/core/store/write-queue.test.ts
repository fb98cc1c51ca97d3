import { expect, test } from "vitest";
import { type GroupWriter, WriteQueue } from "../../../packages/core/src/adapters/sql/write-queue.ts";

/**
 * What becomes of a write: `silently` when it refuses or throws before it has changed anything, `partly` when a part of
 * it should have been undone, `lost` when it costs the transaction.
 */
type End = "kept" | "refused" | "thrown" | "silently refused" | "silently thrown" | "partly kept" | "lost";

/** A writer that only writes down what it is asked to do; a step named in `failing` throws that often. */
function tape(failing: Partial<Record<keyof GroupWriter, number>> = {}) {
  const steps: string[] = [];
  let changes: number | null = null;
  const step = (name: keyof GroupWriter, then: number | null) => {
    steps.push(name);
    const left = failing[name] ?? 0;
    failing[name] = left - 1;
    if (left > 0) throw new Error(`${name} failed`);
    changes = then;
  };
  const queue = new WriteQueue({
    begin: async () => step("begin", 0),
    commit: () => step("commit", null),
    rollback: () => step("rollback", null),
    changes: () => changes,
  });
  /** Work that writes its name down (in capitals where it can be undone by itself), and one row unless it is silent. */
  const write = (name: string, end: End = "kept") => {
    const attempt = async (spoils: boolean) => {
      if (!end.startsWith("silently") && changes !== null) changes++;
      if (spoils || end === "lost") changes = null;
      if (end.endsWith("thrown") || end === "lost") throw new Error(`${name} threw`);
      return name;
    };
    return queue.add({
      together: () => {
        steps.push(name);
        return attempt(end === "partly kept");
      },
      apart: () => {
        steps.push(name.toUpperCase());
        return attempt(false);
      },
      keep: () => end.endsWith("kept"),
    });
  };
  return { steps, queue, write };
}

test("a lone write is done once", async () => {
  const { steps, write } = tape();
  expect(await write("a")).toBe("a");
  expect(steps).toEqual(["begin", "a", "commit"]);
});

test("what arrives together commits together, in the order it came", async () => {
  const { steps, write } = tape();
  expect(await Promise.all([write("a"), write("b"), write("c")])).toEqual(["a", "b", "c"]);
  expect(steps).toEqual(["begin", "a", "b", "c", "commit"]);
});

test("what arrives while a group is open joins it", async () => {
  const { steps, queue, write } = tape();
  let late: Promise<string> | undefined;
  const opening = async () => {
    late = write("late");
  };
  await queue.add({ together: opening, apart: opening, keep: () => true });
  await late;
  expect(steps).toEqual(["begin", "late", "commit"]);
});

test("what several callbacks of one turn of the event loop ask for, as sockets do, commits together", async () => {
  const { steps, write } = tape();
  const inCallback = (name: string) =>
    new Promise<string>((resolve) => setTimeout(() => resolve(write(name)), 0));
  expect(await Promise.all([inCallback("a"), inCallback("b")])).toEqual(["a", "b"]);
  expect(steps).toEqual(["begin", "a", "b", "commit"]);
});

test("whoever refuses or fails before writing anything leaves the neighbours alone", async () => {
  const { steps, write } = tape();
  const ends = await Promise.allSettled([
    write("a"),
    write("b", "silently refused"),
    write("c", "silently thrown"),
    write("d"),
  ]);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(steps).toEqual(["begin", "a", "b", "c", "d", "commit"]);
});

test("whoever refuses or fails after writing is undone alone, in a second go", async () => {
  const { steps, write } = tape();
  const ends = await Promise.allSettled([
    write("a"),
    write("b", "refused"),
    write("c", "thrown"),
    write("d"),
  ]);
  expect(ends).toEqual([
    { status: "fulfilled", value: "a" },
    { status: "fulfilled", value: "b" },
    { status: "rejected", reason: new Error("c threw") },
    { status: "fulfilled", value: "d" },
  ]);
  expect(steps).toEqual([
    ...["begin", "a", "b", "rollback", "begin", "A", "B", "commit"],
    ...["begin", "c", "rollback", "begin", "d", "commit"],
  ]);
});

test("whoever had to undo a part of what they wrote has another go, also alone", async () => {
  const { steps, write } = tape();
  expect(await write("a", "partly kept")).toBe("a");
  expect(steps).toEqual(["begin", "a", "rollback", "begin", "A", "commit"]);
});

test("a write that costs the group its transaction fails the group by its own fault, and nobody after it", async () => {
  const { steps, write } = tape();
  const ends = await Promise.allSettled([write("a"), write("b", "lost"), write("c")]);
  expect(ends).toEqual([
    ...[1, 2].map(() => ({ status: "rejected", reason: new Error("b threw") })),
    { status: "fulfilled", value: "c" },
  ]);
  expect(steps.slice(-4)).toEqual(["rollback", "begin", "c", "commit"]);
});

test("those undone before anything was kept are rolled back, and the next begins anew", async () => {
  const { steps, write } = tape();
  const ends = await Promise.allSettled([write("a", "refused"), write("b", "thrown"), write("c")]);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(steps).toEqual(["begin", "a", "rollback", "begin", "b", "rollback", "begin", "c", "commit"]);
});

test("a group of which nothing is kept commits nothing", async () => {
  const { steps, write } = tape();
  await Promise.all([write("a", "refused"), write("b", "silently refused")]);
  expect(steps).toEqual(["begin", "a", "rollback", "begin", "b", "rollback"]);
});

test("nobody hears of success before the commit", async () => {
  const { steps, write } = tape();
  const tell = (name: string) => () => steps.push(`${name} told`);
  await Promise.all([write("a").then(tell("a")), write("b").then(tell("b"))]);
  expect(steps.slice(-3)).toEqual(["commit", "a told", "b told"]);
});

test("a commit that fails fails everybody in its group, and nobody after it", async () => {
  const { steps, write } = tape({ commit: 1 });
  const ends = await Promise.allSettled([write("a"), write("b")]);
  expect(ends).toEqual([1, 2].map(() => ({ status: "rejected", reason: new Error("commit failed") })));
  expect(steps.at(-1)).toBe("rollback");
  expect(await write("c")).toBe("c");
  expect(steps.slice(-3)).toEqual(["begin", "c", "commit"]);
});

test("a group that cannot begin fails who opened it; the others try for themselves", async () => {
  const { write } = tape({ begin: 1 });
  const ends = await Promise.allSettled([write("a"), write("b"), write("c")]);
  expect(ends).toEqual([
    { status: "rejected", reason: new Error("begin failed") },
    { status: "fulfilled", value: "b" },
    { status: "fulfilled", value: "c" },
  ]);
});

test("even a rollback that fails leaves nobody waiting", async () => {
  const { queue, write } = tape({ commit: 1, rollback: 1 });
  await expect(write("a")).rejects.toThrow("commit failed");
  await queue.idle();
  expect(await write("b")).toBe("b");
});

test("a group ends after 64, so that the first do not wait for an endless queue", async () => {
  const { steps, write } = tape();
  const names = Array.from({ length: 130 }, (_, i) => `w${i}`);
  expect(await Promise.all(names.map((name) => write(name)))).toEqual(names);
  expect(steps.filter((step) => step === "commit")).toHaveLength(3);
  expect(steps.filter((step) => step.startsWith("w"))).toEqual(names);
});

test("idle waits for all that was asked for", async () => {
  const { steps, queue, write } = tape();
  const all = [write("a"), write("b", "refused"), write("c")];
  await queue.idle();
  expect(steps).toContain("commit");
  await Promise.all(all);
  await queue.idle();
});
